"""When a schedule posts next, over all zones of the database, and which briefing."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.due import (
    PUNCTUAL,
    REFUSALS,
    Course,
    due_now,
    has_content_note,
    instant,
    is_due,
    last_due,
    next_brief,
    next_due,
    passed,
    planned,
)
from bot.domain.schedule import WEEKDAYS, Schedule, Weekday
from tests.builders import a_brief, a_library

DAY = timedelta(days=1)
ZONES = sorted(available_timezones() - {"localtime"})

instants = st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive


def a_schedule(**more: object) -> Schedule:
    given = {"brief": "one", "days": "monday", "time": "09:00", "zone": "Asia/Seoul", "channel": "1"}
    if "rotate" in more:
        del given["brief"]
    return Schedule.model_validate(given | more)


def at_some_time(days: set[Weekday], hour: int, minute: int, zone: str) -> Schedule:
    return a_schedule(days=sorted(days, key=WEEKDAYS.index), time=f"{hour:02}:{minute:02}", zone=zone)


schedules = st.builds(
    at_some_time,
    st.sets(st.sampled_from(WEEKDAYS), min_size=1),
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(ZONES),
)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def test_nine_oclock_in_seoul_is_midnight_in_utc() -> None:
    assert next_due(a_schedule(), utc(2026, 11, 27, 6)) == utc(2026, 11, 30, 0)


@pytest.mark.parametrize(
    ("zone", "day", "clock", "due"),
    [
        ("America/New_York", (2026, 3, 8), "02:30", utc(2026, 3, 8, 7)),  # skipped: clocks show 3:00 next
        ("America/New_York", (2026, 11, 1), "01:30", utc(2026, 11, 1, 5, 30)),  # shown twice
        ("Australia/Lord_Howe", (2026, 10, 4), "02:15", utc(2026, 10, 3, 15, 30)),  # half an hour is skipped
        ("Pacific/Apia", (2011, 12, 30), "09:00", utc(2011, 12, 30, 10)),  # a whole day is skipped
        ("Asia/Seoul", (2026, 11, 30), "00:00", utc(2026, 11, 29, 15)),
    ],
)
def test_a_time_that_is_skipped_is_the_next_there_is_and_one_shown_twice_the_first(
    zone: str, day: tuple[int, int, int], clock: str, due: datetime
) -> None:
    assert instant(datetime(*day, tzinfo=UTC).date(), time.fromisoformat(clock), ZoneInfo(zone)) == due


@given(schedules, instants)
def test_what_is_due_next_comes_within_eight_days_and_nothing_is_due_before(schedule: Schedule, now: datetime) -> None:
    due = next_due(schedule, now)
    assert now < due <= now + 8 * DAY + timedelta(hours=2)
    assert last_due(schedule, due) == due
    assert last_due(schedule, due - timedelta(seconds=1)) <= now


@given(schedules, instants)
def test_clocks_show_the_time_when_it_is_due_or_skip_it(schedule: Schedule, now: datetime) -> None:
    due = next_due(schedule, now)
    shown, before = (each.astimezone(schedule.tz).replace(tzinfo=None) for each in (due, due - timedelta(seconds=1)))
    if shown.time() == schedule.clock:
        assert WEEKDAYS[shown.weekday()] in schedule.days
    else:
        wanted = datetime.combine(before.date(), schedule.clock)
        assert before < wanted + DAY
        assert shown - before > timedelta(seconds=1)  # clocks were put forward just then


@given(schedules, instants, st.lists(st.timedeltas(timedelta(days=-7), timedelta(days=40)), max_size=12))
def test_no_due_time_is_posted_for_twice_wherever_the_clock_goes_within_a_week(
    schedule: Schedule, now: datetime, jumps: list[timedelta]
) -> None:
    kept: Course | None = None
    posted: list[datetime] = []
    furthest = now
    for jump in jumps:
        now = max(now + jump, furthest - 7 * DAY)
        furthest = max(furthest, now)
        kept = planned(schedule, kept, now)
        if is_due(kept, now):
            due = due_now(schedule, kept, now)
            kept = passed(schedule, kept, now)
            if due is not None:
                posted.append(due)
                kept = kept.model_copy(update={"last": due}).posted()
    assert posted == sorted(set(posted))


def test_however_many_were_missed_the_last_alone_is_made_up_for() -> None:
    schedule = a_schedule()
    course = planned(schedule, None, utc(2026, 11, 27))
    now = utc(2026, 12, 23)
    assert due_now(schedule, course, now) == utc(2026, 12, 21)
    assert passed(schedule, course, now).waiting == utc(2026, 12, 28)


def test_what_was_missed_is_left_out_where_that_is_wanted() -> None:
    schedule = a_schedule(missed="skip")
    course = planned(schedule, None, utc(2026, 11, 27))
    assert due_now(schedule, course, utc(2026, 11, 30) + PUNCTUAL) == utc(2026, 11, 30)
    assert due_now(schedule, course, utc(2026, 11, 30, 1)) is None


def test_a_new_schedule_misses_nothing_before_it() -> None:
    now = utc(2026, 11, 30, 0, 0)
    assert not is_due(planned(a_schedule(), None, now), now)


def test_a_clock_that_was_a_year_ahead_is_not_waited_for() -> None:
    schedule = a_schedule()
    ahead = planned(schedule, None, utc(2027, 11, 27)).model_copy(update={"last": utc(2027, 11, 22)})
    assert planned(schedule, ahead, utc(2026, 11, 27)).waiting == utc(2026, 11, 30)


def test_three_refusals_of_what_is_gone_stop_a_schedule_and_a_change_begins_it_anew() -> None:
    schedule, now = a_schedule(), utc(2026, 11, 27)
    course = planned(schedule, None, now)
    for _ in range(REFUSALS):
        assert not course.has_stopped
        course = course.lost("refused", 10003, gone=True)
    assert course.has_stopped
    assert not is_due(course, utc(2027, 1, 1))
    assert planned(schedule, course, now).has_stopped
    assert not planned(a_schedule(channel="2"), course, now).has_stopped


def test_a_refusal_for_another_reason_stops_nothing() -> None:
    course = planned(a_schedule(), None, utc(2026, 11, 27))
    for _ in range(REFUSALS):
        course = course.lost("refused", 50013)
    assert not course.has_stopped


BRIEFS = [a_brief(key, key.title()) for key in ("one", "two", "three")]


def test_briefings_take_their_turns_and_pass_over_what_is_hidden_gone_or_distressing() -> None:
    noted = BRIEFS[1].model_copy(update={"content_note": "It tells of a death."})
    library = a_library(BRIEFS[0], noted, BRIEFS[2])
    turns = ("one", "gone", "two", "three", "one")
    schedule = a_schedule(rotate=turns)
    course: Course | None = planned(schedule, None, utc(2026, 11, 27))
    posted: list[int] = []
    for _ in range(4):
        found = next_brief(schedule, course, library)
        assert found is not None
        posted.append(found[0])
        course = course.model_copy(update={"place": found[0], "brief": found[1].id})
    assert posted == [0, 3, 4, 0]
    assert has_content_note(library, noted)
    assert next_brief(a_schedule(brief="two"), None, library) is None
    asked = next_brief(a_schedule(brief="two", content_notes=True), None, library)
    assert asked == (0, noted)
    assert next_brief(a_schedule(), None, library, hidden=("one",)) is None


def test_after_a_change_of_the_list_it_goes_on_behind_the_last_one() -> None:
    library = a_library(*BRIEFS)
    course = Course(of="", waiting=utc(2026, 11, 27), place=0, brief="one")
    found = next_brief(a_schedule(rotate=("three", "one", "two")), course, library)
    assert found is not None
    assert found[1].id == "two"
