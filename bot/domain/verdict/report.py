"""Every quotation of a text file, with its verdict. A pure function of a text; nothing of it is kept."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.verdict.checker import Checker
from bot.domain.verdict.claims import claims
from bot.domain.verdict.gist import GISTS, Gist, gist, gravity, pieces_of
from bot.domain.verdict.message import read
from bot.domain.verdict.stretches import Stretch, stretches
from bot.domain.verdict.textfile import UnfitFileError
from bot.domain.verdict.verdict import Check
from bot.domain.verdict.wordless import has_words

MOST = 500
"""Quotations of one file that are checked."""
LONGEST = 6_000
"""Characters of one stretch: what Discord takes of a text typed into a command."""


@dataclass(frozen=True, slots=True)
class FileQuotation:
    """One quotation of a file, and the line that it begins in, from 1."""

    line: int
    check: Check


@dataclass(frozen=True, slots=True)
class FileReport:
    """Every quotation of a file, in reading order."""

    found: tuple[FileQuotation, ...]
    unchecked: tuple[int, ...] = ()
    """The lines where something begins that is too long to be checked."""
    marked: bool = True
    """Whether the file marks what is quoted; where it marks nothing, each paragraph was checked."""

    @property
    def counts(self) -> dict[Gist, int]:
        """How many there are of each gist, the gravest first; none that there is none of."""
        counted = Counter(gist(one.check) for one in self.found)
        return {each: counted[each] for each in GISTS if counted[each]}

    @property
    def gravest(self) -> tuple[FileQuotation, ...]:
        """What an editor has to look at, the gravest first; what is exact is not among it."""
        grave = [one for one in self.found if gist(one.check) not in {"exact", "marked"}]
        return tuple(sorted(grave, key=lambda one: gravity(one.check)))

    @property
    def altered(self) -> bool:
        """Whether any quotation is altered."""
        return "altered" in self.counts


def report_on(checker: Checker, text: str) -> FileReport:
    """The report on the text of a file.

    Raises:
        UnfitFileError: it has no words, or too many quotations.
    """
    every = [stretch for stretch in stretches(text) if has_words(stretch.text)]
    if not every:
        raise UnfitFileError("words")
    claimed = [stretch for stretch in every if _claims(stretch.text)]
    to_check = claimed or every
    number = sum(max(1, _claims(stretch.text)) for stretch in to_check)
    if number > MOST:
        raise UnfitFileError("quotations" if claimed else "paragraphs", number)
    found = tuple(found for stretch in to_check if _fits(stretch) for found in _found(checker, stretch))
    unchecked = tuple(stretch.line for stretch in to_check if not _fits(stretch))
    return FileReport(found, unchecked, bool(claimed))


def worst(found: Sequence[FileQuotation]) -> Check | None:
    """The gravest check of all; None where nothing was checked."""
    return min((one.check for one in found), key=gravity, default=None)


def _found(checker: Checker, stretch: Stretch) -> Iterator[FileQuotation]:
    for check in pieces_of(checker.check(stretch.text)):
        start = stretch.text.find(check.words.strip()[:_TELLING])
        yield FileQuotation(stretch.line + stretch.text.count("\n", 0, max(start, 0)), check)


_TELLING = 24
"""Characters by which a quotation is found again in its stretch."""


def _claims(text: str) -> int:
    """How many quotations a stretch marks: lines of a block quote, and what stands between double marks."""
    message = read(text)
    marked = len(claims(message.whole, message.blocks).quoted)
    return marked or int(any(line.lstrip().startswith(">") for line in text.split("\n")))


def _fits(stretch: Stretch) -> bool:
    return len(stretch.text) <= LONGEST
