"""What was asked in a server, for its moderators: by day, and of each complete week topics and outcomes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.cards.address import Address
from bot.cards.card import Block, Card, Choice, Enclosed, Picture, Press, Text
from bot.cards.escape import escape_line, label
from bot.cards.kinds import KINDS
from bot.cards.menus import CHOICE, choice_menus
from bot.domain.date import PartialDate
from bot.domain.library import Library
from bot.words.catalogue import Words

KIND: Final = "stats"
NAME = "stats.csv"
PICTURE = "days.png"
CSV = "csv"
"""The view of the address that gives the file."""

_A_BLOCK = 5
"""Lines of a block, between which pages turn."""
_DAYS = 7
_NARROWEST = 4
"""Letters of a column: a number of three digits, and a space."""


@dataclass(frozen=True, slots=True)
class NamedCounts:
    """How often each name was counted, and the rare ones together."""

    rows: Sequence[tuple[str, int]]
    other: int

    @property
    def total(self) -> int:
        """The sum of what is shown."""
        return sum(count for _, count in self.rows) + self.other


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedWeek:
    """A complete week, from Monday to Sunday."""

    monday: date
    topics: NamedCounts
    outcomes: NamedCounts


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """What may be told of a server: each day before `today` since the Monday `since`, and each complete week."""

    since: date
    today: date
    days: NamedCounts
    weeks: Sequence[CountedWeek]
    counting: bool

    def by_day(self) -> Iterator[tuple[date, int]]:
        """Every day with what is shown of it, which is 0 where it was less than is shown."""
        counted = dict(self.days.rows)
        for number in range((self.today - self.since).days):
            day = self.since + timedelta(days=number)
            yield day, counted.get(day.isoformat(), 0)


def stats_card(stats: Stats, words: Words, png: bytes | None) -> Card:
    """The days as a chart and a table, and the ways to each complete week and to all of it as a file."""
    until = stats.today - timedelta(days=1)
    blocks: list[Block] = [Text(words("stats.off"))] if not stats.counting else []
    blocks.append(Text(words.count("stats.total", stats.days.total, since=_day(stats.since, words))))
    if png is not None and stats.days.rows:
        told = words("stats.alternative", days=_listed(stats.days, words), until=_day(until, words))
        blocks.append(Picture(PICTURE, png, told))
    if stats.days.total:
        blocks.append(Text("\n".join(_table(stats, words))))
    choices = [
        Choice(_week(one.monday, words), Address(KIND, one.monday.isoformat()))
        for one in stats.weeks
        if one.outcomes.total
    ]
    return Card(
        title=words("stats.title"),
        blocks=(*blocks, *choice_menus(words("stats.choose-week"), choices, Address(KIND))),
        address=Address(KIND),
        footer=(words("stats.rare"),),
        actions=(Press(words("stats.csv"), Address(KIND, view=CSV)),),
    )


def week_card(library: Library, week: CountedWeek, page: int, words: Words) -> Card:
    """Topics and outcomes of a complete week, the most frequent first."""
    topics = [(escape_line(name_of(library, key)), count) for key, count in week.topics.rows]
    outcomes = [(words(f"outcome.{key}"), count) for key, count in week.outcomes.rows]
    return Card(
        title=_week(week.monday, words),
        blocks=(
            *_headed(words("stats.topics"), NamedCounts(topics, week.topics.other), words),
            *_headed(words("stats.outcomes"), NamedCounts(outcomes, week.outcomes.other), words),
        ),
        address=Address(KIND, week.monday.isoformat(), page=page),
        footer=(words("stats.rare"),),
        actions=(Press(words("stats.back"), Address(KIND)),),
        by_screen=True,
    )


def stats_file(stats: Stats) -> Enclosed:
    """All of it as CSV: what the cards show, by id, so that nothing in it needs quotation marks."""
    lines = ["since,until,what,name,count", *_of_days(stats)]
    for week in stats.weeks:
        sunday = week.monday + timedelta(days=_DAYS - 1)
        for what, counts in (("topic", week.topics), ("outcome", week.outcomes)):
            rows = (*counts.rows, *([("other", counts.other)] if counts.other else []))
            lines += [f"{week.monday},{sunday},{what},{name},{count}" for name, count in rows]
    return Enclosed(NAME, "".join(f"{line}\n" for line in lines).encode())


def _of_days(stats: Stats) -> Iterator[str]:
    yield from (f"{day},{day},day,,{count}" for day, count in stats.days.rows)
    if stats.days.other:
        yield f"{stats.since},{stats.today - timedelta(days=1)},day,other,{stats.days.other}"


def csv_card(stats: Stats, words: Words) -> Card:
    """The file."""
    return Card(words("stats.title"), (Text(words("stats.csv-is")), stats_file(stats)))


def name_of(library: Library, key: str) -> str:
    """What an item that was counted is called in one line; its id where the library has it no more."""
    titles = (kind.title(library, key) for kind in KINDS.values() if key in kind.items(library))
    return label(next(titles, key), CHOICE)


def in_blocks(lines: Sequence[str]) -> Iterator[Text]:
    """A list in short blocks, so that pages turn between them."""
    for start in range(0, len(lines), _A_BLOCK):
        yield Text("\n".join(lines[start : start + _A_BLOCK]))


def _headed(heading: str, counts: NamedCounts, words: Words) -> Iterator[Text]:
    lines = [f"- {name}: {words.number(count)}" for name, count in counts.rows]
    if counts.other:
        lines.append(f"- {words('stats.other')}: {words.number(counts.other)}")
    return in_blocks([f"**{heading}**: {words.number(counts.total)}", *lines])


def _table(stats: Stats, words: Words) -> Iterator[str]:
    """A column a week, a row a day, which a phone shows whole; a point where too little was counted to be shown."""
    counts = dict(stats.by_day())
    width = max(_NARROWEST, *(len(str(count)) + 1 for count in counts.values()))
    mondays = [day for day in counts if day.weekday() == 0]
    yield words("stats.columns")
    yield "```"
    yield "  " + "".join(f"{monday.day:>{width}}" for monday in mondays)
    for number, name in enumerate(words("stats.weekdays").split()):
        days = (counts.get(monday + timedelta(days=number)) for monday in mondays)
        told = ("" if count is None else str(count or "·") for count in days)
        yield f"{name}{''.join(f'{one:>{width}}' for one in told)}".rstrip()
    yield "```"
    if stats.days.other:
        yield words("stats.rare-days", count=words.number(stats.days.other))


def _listed(counts: NamedCounts, words: Words) -> str:
    return ", ".join(f"{name}: {words.number(count)}" for name, count in counts.rows)


def _week(monday: date, words: Words) -> str:
    return words("stats.week", monday=_day(monday, words))


def _day(day: date, words: Words) -> str:
    return words.date(PartialDate(day.year, day.month, day.day))
