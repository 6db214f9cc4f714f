"""What was asked in a server and not surely found, for its moderators; no words of anybody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.cards.address import Address
from bot.cards.card import Block, Card, Text
from bot.cards.escape import escape_line
from bot.cards.stats import name_of
from bot.domain.date import PartialDate
from bot.domain.library import Library
from bot.words.catalogue import Words

KIND: Final = "gaps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A topic that came nearest, with how often each outcome was counted that says it was not, or not surely, meant."""

    topic: str
    outcomes: Sequence[tuple[str, int]]

    @property
    def total(self) -> int:
        """How often that was in all."""
        return sum(count for _, count in self.outcomes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Misses:
    """What was missed in some complete weeks, the most frequent first."""

    since: date
    until: date
    rows: Sequence[Missed]
    other: int
    nothing_near: int
    counting: bool


def gaps_card(library: Library, misses: Misses, page: int, words: Words) -> Card:
    """Each nearest topic with its outcomes, the rare ones together, and how often nothing was near."""
    since, until = (words.date(PartialDate(day.year, day.month, day.day)) for day in (misses.since, misses.until))
    blocks: list[Block] = [Text(words("stats.off"))] if not misses.counting else []
    blocks.append(Text(words("gaps.text", since=since, until=until)))
    blocks += [Text("\n".join(_missed(library, missed, words))) for missed in misses.rows]
    ends = (("gaps.nothing-near", misses.nothing_near), ("stats.other", misses.other))
    lines = [f"**{words(key)}**: {words.number(count)}" for key, count in ends if count]
    if lines or not misses.rows:
        blocks.append(Text("\n".join(lines) or words("gaps.none")))
    return Card(
        title=words("gaps.title"),
        blocks=tuple(blocks),
        address=Address(KIND, page=page),
        footer=(words("stats.rare"),),
        by_screen=True,
    )


def _missed(library: Library, missed: Missed, words: Words) -> Iterator[str]:
    yield f"**{escape_line(name_of(library, missed.topic))}**: {words.number(missed.total)}"
    told = (f"{words(f'outcome.{outcome}')} {words.number(count)}" for outcome, count in missed.outcomes if count)
    yield f"-# {' · '.join(told)}"
