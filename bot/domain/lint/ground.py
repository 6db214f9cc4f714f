"""What a sentence of ours rests on, taken apart into what may be quoted, counted, dated and named from it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from bot.domain.date import PartialDate
from bot.domain.lint.prose import Prose, Texts
from bot.domain.matching import standing
from bot.domain.text.dates import Mention, of_date, supported
from bot.domain.text.folding import PRINT

_DECADE = re.compile(r"\b(1[89]\d0|20\d0)s\b")


@dataclass(frozen=True, eq=False)
class Ground:
    """What one or more references give."""

    texts: tuple[Prose, ...] = ()
    """Words that may stand between quotation marks."""
    values: frozenset[Fraction] = frozenset()
    """Numbers, the days of dates left out."""
    dates: frozenset[Mention] = frozenset()
    """Dates, wherever they stand."""
    years: frozenset[int] = frozenset()
    """The years it prints, and those of the registered date and of `said`."""
    decades: frozenset[int] = frozenset()
    """The years of the decades that it names: none of them is given, and an inferred date may be in any."""
    named: tuple[Prose, ...] = ()
    """Texts in which the people and bodies that it speaks of are named."""
    around: tuple[tuple[Prose, ...], ...] = ()
    """The documents that the words were taken from, whole, and how the register describes them."""

    def holds(self, words: str) -> bool:
        """Whether the words stand exactly, under the folding of matching, in what may be quoted."""
        return any(standing(PRINT(words), self._folded))

    def gives(self, date: PartialDate) -> bool:
        """Whether it gives the date, as far as that is known."""
        if date.month is None:
            return date.year in self.years
        return self.has(Mention(date.day, date.month, date.year))

    def has(self, mention: Mention) -> bool:
        """Whether it has a date of a text, which may leave out the year."""
        is_printed_so = Mention(mention.day, mention.month, mention.year) in self.dates
        return is_printed_so or supported(mention, self.dates, self.years)

    @cached_property
    def _folded(self) -> str:
        """All texts, a line each: no folded text has a line break, so nothing is found across two."""
        return "\n".join(text.folded for text in self.texts)


def join(parts: Iterable[Ground]) -> Ground:
    """Several grounds as one."""
    parts = tuple(parts)
    if len(parts) == 1:
        return parts[0]
    return Ground(
        texts=tuple(text for part in parts for text in part.texts),
        values=frozenset[Fraction]().union(*(part.values for part in parts)),
        dates=frozenset[Mention]().union(*(part.dates for part in parts)),
        years=frozenset[int]().union(*(part.years for part in parts)),
        decades=frozenset[int]().union(*(part.decades for part in parts)),
        named=tuple(dict.fromkeys(name for part in parts for name in part.named)),
        around=tuple(dict.fromkeys(texts for part in parts for texts in part.around)),
    )


def ground(
    texts: Texts,
    quotable: Iterable[str | None],
    *,
    dates: Iterable[PartialDate | None] = (),
    counted: Iterable[str | None] = (),
    named: Iterable[str | None] = (),
) -> Ground:
    """The ground that texts and dates give; `counted` texts give numbers and dates but no words to quote."""
    quoted = tuple(texts.read(text) for text in quotable if text)
    read = (*quoted, *(texts.read(text) for text in counted if text))
    known = [date for date in dates if date]
    mentioned = {Mention(each.day, each.month, each.year) for text in read for each in text.mentions}
    return Ground(
        texts=quoted,
        values=frozenset(number.value for text in read for number in text.counts),
        dates=frozenset(mentioned.union(*(of_date(date) for date in known))),
        years=frozenset(date.year for date in known).union(*(text.years for text in read)),
        decades=frozenset(
            int(decade) + year
            for text in read
            if "0s" in text.text
            for decade in _DECADE.findall(text.text)
            for year in range(10)
        ),
        named=(*read, *(texts.read(name) for name in named if name)),
    )
