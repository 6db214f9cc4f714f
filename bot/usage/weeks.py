"""What moderators may learn of their own server: complete days and weeks alone, and nothing that is rare.

A count that grew while somebody watched would tell of somebody; so would a row of one or two.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bot.usage.outcomes import MISSED, SHOWN
from bot.usage.rows import counts_of

LEAST = 3
"""What was counted less often is shown in no row of its own."""

WEEKS = 4
"""Complete weeks that are looked back on, unless told otherwise: as a rule the bot still knows which rows are whose."""


@dataclass(frozen=True, slots=True)
class Frequencies:
    """How often each of some names was counted, with the rare ones taken together."""

    rows: tuple[tuple[str, int], ...]
    """Names of at least `LEAST` counts."""
    other: int
    """All rarer ones together; 0 where these too are fewer than `LEAST`."""

    @property
    def total(self) -> int:
        """The sum of what is shown."""
        return sum(count for _, count in self.rows) + self.other


@dataclass(frozen=True, slots=True)
class Week:
    """A complete week, from Monday to Sunday in UTC."""

    monday: date
    topics: Frequencies
    """Items of the library by id, the most often shown first."""
    outcomes: Frequencies


@dataclass(frozen=True, slots=True)
class Gap:
    """An item that came near to what was asked and was not what was meant, or not surely."""

    topic: str
    none: int
    ask: int
    none_of_these: int
    not_meant: int

    @property
    def total(self) -> int:
        """How often that was in all."""
        return self.none + self.ask + self.none_of_these + self.not_meant


@dataclass(frozen=True, slots=True)
class Gaps:
    """What was asked and not surely found."""

    rows: tuple[Gap, ...]
    """The most frequent first, each of at least `LEAST` in all."""
    other: int
    """All rarer ones together; 0 where these too are fewer than `LEAST`."""
    nothing_near: int
    """How often no item came near; 0 where that was less often than `LEAST`."""

    @property
    def total(self) -> int:
        """The sum of what is shown."""
        return sum(row.total for row in self.rows) + self.other + self.nothing_near


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


async def days(path: Path, servers: Collection[str], today: date, weeks: int = WEEKS) -> Frequencies:
    """How much was counted on each day before today, since the Monday that many weeks ago; the earliest first.

    `servers` are the hashes of the one server that is asked about, one for each key that is kept.

    Raises:
        UsageError: the database cannot be read.
    """
    found = await counts_of(path, servers, monday_of(today) - timedelta(weeks=weeks), today)
    tally = folded(_sums((row.day, row.count) for row in found))
    return Frequencies(tuple(sorted(tally.rows)), tally.other)


async def whole_weeks(path: Path, servers: Collection[str], today: date, weeks: int = WEEKS) -> tuple[Week, ...]:
    """Topics and outcomes of the last complete weeks, the latest first; a week without counts is there too.

    Raises:
        UsageError: the database cannot be read.
    """
    this_monday = monday_of(today)
    found = await counts_of(path, servers, this_monday - timedelta(weeks=weeks), this_monday)
    made: list[Week] = []
    for back in range(1, weeks + 1):
        monday = this_monday - timedelta(weeks=back)
        own = [row for row in found if monday_of(date.fromisoformat(row.day)) == monday]
        shown = _sums((row.subject, row.count) for row in own if row.subject and row.outcome in SHOWN)
        made.append(Week(monday, folded(shown), folded(_sums((row.outcome, row.count) for row in own))))
    return tuple(made)


async def gaps(path: Path, servers: Collection[str], today: date, weeks: int = WEEKS) -> Gaps:
    """What was asked and not surely found in the last complete weeks, by the item that came nearest.

    Raises:
        UsageError: the database cannot be read.
    """
    this_monday = monday_of(today)
    found = await counts_of(path, servers, this_monday - timedelta(weeks=weeks), this_monday)
    by_topic: dict[str, Counter[str]] = {}
    for row in found:
        if row.outcome in MISSED:
            by_topic.setdefault(row.subject, Counter())[row.outcome] += row.count
    near_nothing = by_topic.pop("", Counter[str]())
    nowhere = near_nothing["none"] + near_nothing["none_of_these"]
    tally = folded({topic: counts.total() for topic, counts in by_topic.items()})
    rows = tuple(Gap(topic, **{outcome: by_topic[topic][outcome] for outcome in MISSED}) for topic, _ in tally.rows)
    return Gaps(rows, tally.other, nowhere if nowhere >= LEAST else 0)


def folded(counts: Mapping[str, int]) -> Frequencies:
    """The rows that may be shown, the most frequent first, and the others together."""
    shown = sorted((-count, name) for name, count in counts.items() if count >= LEAST)
    rest = sum(count for count in counts.values() if count < LEAST)
    return Frequencies(tuple((name, -count) for count, name in shown), rest if rest >= LEAST else 0)


def _sums(pairs: Iterable[tuple[str, int]]) -> Counter[str]:
    sums = Counter[str]()
    for name, count in pairs:
        sums[name] += count
    return sums
