"""Tells a message that quotes from one that changes what it quotes, by what stands outside its quotation marks."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.domain.check.carriers import Carrier
from bot.domain.check.locate import words_of
from bot.domain.check.message import Piece, reading
from bot.domain.verify import fold_text

_FEWEST: Final = 3
_MOSTLY: Final = 0.5
"""Words outside the marks are the document's own when so many of their pairs of neighbours, and so large a share of
them, stand there too."""


def outside(text: str, quoted: Sequence[Piece]) -> str:
    """The words outside the quotation marks."""
    starts = [0, *(piece.end for piece in quoted)]
    ends = [*(piece.start for piece in quoted), len(text)]
    return " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def is_talk_around(text: str, quoted: Sequence[Piece], carrier: Carrier) -> bool:
    """Whether the words outside the marks of a text that is like a passage are the writer's own.

    They are not where they are mostly the document's: then the text retells the passage, narration and all. Nor are
    they between two quotations that the document has one after the other: there they stand for the document's words.
    """
    if len(quoted) > 1 and _follow_each_other(quoted, carrier.folded):
        return False
    return not any(_is_mostly_of(part, carrier.folded) for part in (text[: quoted[0].start], text[quoted[-1].end :]))


def _follow_each_other(quoted: Sequence[Piece], folded: str) -> bool:
    since = 0
    for piece in quoted:
        place = folded.find(reading(piece.words), since)
        if place < 0:
            return False
        since = place + 1
    return True


def _is_mostly_of(part: str, folded: str) -> bool:
    ours = list(pairwise(word.key for word in words_of(fold_text(part))))
    theirs = set(pairwise(word.key for word in words_of(folded)))
    shared = sum(pair in theirs for pair in ours)
    return shared >= _FEWEST and shared >= len(ours) * _MOSTLY
