"""Texts cut up once: into words, numbers, dates and quotations, each when a rule first asks for it."""

from functools import cached_property

from bot.domain.text.dates import Mention, mentions, weekdays
from bot.domain.text.folding import CASELESS, PRINT
from bot.domain.text.marks import quoted_ranges
from bot.domain.text.numbers import Number, numbers
from bot.domain.text.phrases import blanked
from bot.domain.text.words import Word, words

_FIRST_YEAR, _LAST_YEAR = 1800, 2100
"""A bare number between these may be a year."""


def year_of(number: Number) -> int | None:
    """The year that a number may be; None where it is too small or too large for one."""
    whole = number.value.numerator // number.value.denominator
    return whole if _FIRST_YEAR <= whole <= _LAST_YEAR else None


class Prose:
    """A sentence of ours, a paragraph of a document, an article: whatever rules read.

    Two of them are never equal, so that telling them apart costs nothing; `Texts` makes one for each text.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> list[Word]:
        """Its words, as names are compared by."""
        return words(self.text)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The dates in it."""
        return mentions(self.text)

    @cached_property
    def weekdays(self) -> set[str]:
        """The days of the week that it names."""
        return weekdays(self.text) if "day" in self.text else set()

    @cached_property
    def counts(self) -> list[Number]:
        """Its numbers without those inside its dates: the 10 of `10 May` is not ten of anything."""
        dated = {place for mention in self.mentions for place in range(mention.start, mention.end)}
        return [number for number in numbers(self.text) if number.start not in dated]

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that it prints, alone or in a date."""
        years = {*map(year_of, self.counts), *(mention.year for mention in self.mentions)}
        return frozenset(year for year in years if year)

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """What stands between double quotation marks in it."""
        return quoted_ranges(self.text) if "\u201c" in self.text or '"' in self.text else []

    @cached_property
    def unquoted(self) -> str:
        """What stands outside double quotation marks."""
        return blanked(self.text, self.quoted)

    @cached_property
    def undated(self) -> str:
        """The text without its dates, so that the month of May allows nothing."""
        return blanked(self.text, ((mention.start, mention.end) for mention in self.mentions))

    @cached_property
    def folded(self) -> str:
        """The text without print variation."""
        return PRINT(self.text)

    @cached_property
    def plain(self) -> str:
        """The text as phrases are looked for in it."""
        return CASELESS(self.text)


class Texts:
    """Every text that one lint has read, so that none is cut up twice."""

    def __init__(self) -> None:
        self._known: dict[str, Prose] = {}

    def read(self, text: str) -> Prose:
        """The one `Prose` of a text."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = Prose(text)
        return known
