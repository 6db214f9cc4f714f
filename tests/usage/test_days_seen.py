from datetime import date, timedelta
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from bot.usage.days_seen import DaysSeen

DAY = timedelta(days=1)
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


def seen(*days: date) -> DaysSeen:
    return reduce(DaysSeen.after, days, DaysSeen())


@given(DAYS)
def test_the_first_day_is_not_believed_and_the_second_is(day: date) -> None:
    assert not seen(day).believed
    assert not seen(day, day, day).believed
    assert seen(day, day + DAY).believed


@given(DAYS, st.integers(2, 10_000) | st.integers(-10_000, -1))
def test_a_clock_that_jumps_is_not_believed_until_two_different_days_were_seen(day: date, days: int) -> None:
    jumped = day + timedelta(days=days)
    before = seen(day - DAY, day)
    assert before.believed
    assert not before.after(jumped).believed
    assert not before.after(jumped).after(jumped).believed
    assert before.after(jumped).after(jumped + DAY).believed


@given(DAYS, st.integers(2, 10_000) | st.integers(-10_000, -1))
def test_a_clock_that_jumps_and_is_put_right_the_same_day_is_believed_as_before(day: date, days: int) -> None:
    jumped = day + timedelta(days=days)
    assert seen(day - DAY, day, jumped, day) == seen(day - DAY, day)
    assert seen(day - DAY, day, jumped, day + DAY).believed


@given(DAYS, DAYS)
def test_a_second_jump_confirms_no_first_one(one: date, other: date) -> None:
    if abs(other - one) > timedelta(days=31):
        assert not seen(one, other).believed


@given(st.lists(DAYS, max_size=5))
def test_what_was_seen_survives_being_written(days: list[date]) -> None:
    assert DaysSeen.read(str(seen(*days))) == seen(*days)


@given(st.text())
def test_what_cannot_be_read_is_nothing_seen(text: str) -> None:
    assert not DaysSeen.read(f"{text}/x").believed


def test_a_bot_that_runs_once_a_week_is_believed_every_other_time() -> None:
    days = [date(2026, 1, 3) + timedelta(weeks=week) for week in range(6)]
    assert [seen(*days[: number + 1]).believed for number in range(6)] == [False, True, False, True, False, True]
