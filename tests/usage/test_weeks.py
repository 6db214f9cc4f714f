from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.usage.log import UsageLog
from bot.usage.outcomes import Outcome
from bot.usage.weeks import LEAST, Frequencies, Gap, days, folded, gaps, monday_of, whole_weeks
from tests.usage.notices import KEYS

SERVER, OTHER = 987654321098765432, 123456789012345678
HERE = KEYS.hashes(SERVER)
TODAY = date(2026, 11, 27)  # a Friday
LAST = date(2026, 11, 16)  # the Monday of the last complete week

Asked = tuple[date, str, Outcome, int]


async def counted(path: Path, asked: Iterable[Asked], server: int = SERVER) -> None:
    for day, subject, outcome, times in asked:
        async with UsageLog(path, KEYS, kept_days=4000, this_day=lambda day=day: day) as usage:
            for _ in range(times):
                usage.count("brief", outcome, place="server", server=server, subject=subject)


async def test_a_week_has_its_monday_and_its_sunday_and_not_the_days_beside(path: Path) -> None:
    around = [LAST - timedelta(days=1), LAST, LAST + timedelta(days=6), LAST + timedelta(days=7)]
    await counted(path, [(day, f"topic-{number}", "match", 3) for number, day in enumerate(around)])
    last, before, *_ = await whole_weeks(path, HERE, TODAY)
    assert last.monday == LAST
    assert last.topics.rows == (("topic-1", 3), ("topic-2", 3))
    assert before.topics.rows == (("topic-0", 3),)


async def test_the_present_week_is_not_shown_and_neither_is_the_present_day(path: Path) -> None:
    await counted(path, [(TODAY, "numbers", "match", 5), (TODAY - timedelta(days=1), "numbers", "match", 4)])
    assert all(week.outcomes.total == 0 for week in await whole_weeks(path, HERE, TODAY))
    assert (await days(path, HERE, TODAY)).rows == (("2026-11-26", 4),)


async def test_a_sunday_belongs_to_a_week_that_is_not_complete_yet(path: Path) -> None:
    sunday = LAST + timedelta(days=6)
    await counted(path, [(sunday, "numbers", "match", 5)])
    assert (await whole_weeks(path, HERE, sunday))[0].topics.total == 0
    assert (await whole_weeks(path, HERE, sunday + timedelta(days=1)))[0].topics.total == 5


async def test_another_server_is_neither_seen_nor_summed(path: Path) -> None:
    await counted(path, [(LAST, "numbers", "match", 5)], OTHER)
    await counted(path, [(LAST, "numbers", "none", 5)], OTHER)
    assert (await whole_weeks(path, HERE, TODAY))[0].outcomes == Frequencies((), 0)
    assert (await days(path, HERE, TODAY)).total == 0
    assert (await gaps(path, HERE, TODAY)).total == 0


async def test_a_server_without_a_hash_is_not_taken_for_all_that_have_none(path: Path) -> None:
    async with UsageLog(path, KEYS, this_day=lambda: LAST) as usage:
        for _ in range(5):
            usage.count("brief", "none", place="dm")
    assert (await gaps(path, ("",), LAST + timedelta(days=7))).total == 0


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 6)))
def test_nothing_rare_is_shown_and_the_total_is_what_is_shown(counts: dict[str, int]) -> None:
    tally = folded(counts)
    assert all(count >= LEAST for _, count in tally.rows)
    assert tally.other == 0 or tally.other >= LEAST
    assert tally.total == sum(count for _, count in tally.rows) + tally.other
    assert dict(tally.rows) == {name: count for name, count in counts.items() if count >= LEAST}
    rare = sum(count for count in counts.values() if count < LEAST)
    assert tally.other == (rare if rare >= LEAST else 0)


async def test_a_topic_is_what_was_shown_and_not_what_came_near(path: Path) -> None:
    await counted(path, [(LAST, "shown", "match", 3), (LAST, "near", "none", 3), (LAST, "routes", "boundary", 3)])
    week = (await whole_weeks(path, HERE, TODAY))[0]
    assert week.topics.rows == (("shown", 3),)
    assert dict(week.outcomes.rows) == {"match": 3, "none": 3, "boundary": 3}


async def test_gaps_are_told_by_what_came_nearest_and_boundaries_never_are(path: Path) -> None:
    await counted(
        path,
        [
            (LAST, "numbers", "none", 2),
            (LAST, "numbers", "ask", 1),
            (LAST + timedelta(days=1), "numbers", "none_of_these", 4),
            (LAST, "numbers", "not_meant", 1),
            (LAST, "numbers", "match", 50),
            (LAST, "routes", "boundary", 50),
            (LAST, "rare", "none", 2),
            (LAST, "scarce", "ask", 1),
            (LAST, "", "none", 6),
            (LAST, "", "ask", 9),
        ],
    )
    found = await gaps(path, HERE, TODAY)
    assert found.rows == (Gap("numbers", none=2, ask=1, none_of_these=4, not_meant=1),)
    assert found.other == 3
    assert found.nothing_near == 6
    assert found.total == 8 + 3 + 6


async def test_without_a_database_there_is_nothing(path: Path) -> None:
    assert (await gaps(path, HERE, TODAY)).total == 0
    assert len(await whole_weeks(path, HERE, TODAY, weeks=2)) == 2
    assert not path.parent.exists()


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_day_belongs_to_the_week_of_a_monday_at_most_six_days_before(day: date) -> None:
    monday = monday_of(day)
    assert monday.weekday() == 0
    assert timedelta() <= day - monday <= timedelta(days=6)
