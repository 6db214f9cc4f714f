"""What differs between a text and the passage it alters, the gravest first.

Between `No State shall return them` and `Every State must return them` two things differ: `Every` for `No`, which is a
negation, and `must` for `shall`. A negation that is left out is told with the words of the text around its place: of
`may be claimed` for `may not be claimed` the text has `may be` where the source has `may not be`.
"""

import re
from collections.abc import Sequence

from bot.domain.difference import Piece, differences
from bot.domain.text.folding import PRINT, WORDS
from bot.domain.text.numbers import values
from bot.domain.text.phrases import Phrases
from bot.domain.verdict.verdict import GRAVEST, Difference, DifferenceKind

_EDGES = " .,;:!?\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e"
_LAST = re.compile(r"\S+\s*$")
_FIRST = re.compile(r"^\s*\S+")


class Comparing:
    """Tells by the library's lists what negates and what makes an exception."""

    def __init__(self, negations: Phrases, exceptions: Phrases) -> None:
        self._negations = negations
        self._exceptions = exceptions

    def differences(self, source: str, text: str) -> tuple[Difference, ...]:
        """What the text has in place of what the source has; quotation marks are no difference."""
        pieces = differences(PRINT(source).replace('"', ""), PRINT(text).replace('"', "").strip(_EDGES))
        found = [self._difference(pieces, place) for place, piece in enumerate(pieces) if _differs(piece)]
        return self.graded(found)

    def graded(self, found: Sequence[Difference]) -> tuple[Difference, ...]:
        """The gravest first, the rest in reading order."""
        return tuple(sorted(found, key=lambda difference: GRAVEST.index(difference.kind)))

    def left_out(self, before: str, omitted: str, after: str) -> Difference:
        """What an ellipsis leaves out, told as a difference with the words beside it."""
        first, last = _beside(before, after)
        return Difference(self.kind("", omitted), f"{first} … {last}".strip(), f"{first} {omitted} {last}".strip())

    def kind(self, text: str, source: str) -> DifferenceKind:
        """How grave a difference is: what negates or excepts on one side only comes first."""
        if self._negations.within(text) != self._negations.within(source):
            return "negation"
        if self._exceptions.within(text) != self._exceptions.within(source):
            return "exception"
        if values(text) != values(source):
            return "number"
        if _letters(text) == _letters(source):
            return "mark"
        return "case" if text.casefold().strip() == source.casefold().strip() else "words"

    def _difference(self, pieces: Sequence[Piece], place: int) -> Difference:
        piece = pieces[place]
        text, source = piece.other.strip(), piece.original.strip()
        kind = self.kind(text, source)
        if kind in {"negation", "exception"} and not text:
            before = pieces[place - 1].other if place else ""
            after = pieces[place + 1].other if place + 1 < len(pieces) else ""
            first, last = _beside(before, after)
            text, source = f"{first} {last}".strip(), f"{first} {source} {last}".strip()
        return Difference(kind, text, source)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _beside(before: str, after: str) -> tuple[str, str]:
    last, first = _LAST.search(before.strip()), _FIRST.search(after.strip())
    return last.group().strip() if last else "", first.group().strip() if first else ""


def _differs(piece: Piece) -> bool:
    return piece.kind != "same" and WORDS(piece.original) != WORDS(piece.other)
