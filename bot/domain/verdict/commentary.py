"""Tells a message that quotes from one that changes what it quotes, by what stands outside its quotation marks."""

from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import LCSseq

from bot.domain.text.folding import PRINT
from bot.domain.verdict.locate import Likeness, keys_of
from bot.domain.verdict.message import Quoted, reading

_FEWEST: Final = 3
_MOSTLY: Final = 0.5
"""Words beside a quotation are the document's when so many of them, and so large a share, stand beside it there too."""
_MORE: Final = 2


def outside(text: str, quoted: Sequence[Quoted]) -> str:
    """The words outside the quotation marks."""
    starts = [0, *(piece.end for piece in quoted)]
    ends = [*(piece.start for piece in quoted), len(text)]
    return " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def is_commentary(text: str, quoted: Sequence[Quoted], near: Likeness) -> bool:
    """Whether the words outside the marks of a text that is like a passage are the writer's own.

    They are not where they retell what the document has beside the quotation, but not in its words. Nor are they
    between two quotations that the document has one after the other: there they stand for the document's words.
    """
    folded = near.segment.text
    first, last = (reading(piece.words) for piece in (quoted[0], quoted[-1]))
    begun = folded.find(first, max(0, near.start - len(first)))
    ended = folded.rfind(last, 0, near.end + len(last))
    if len(quoted) > 1 and _follow_each_other(quoted, folded):
        return False
    before = _keys(folded[:begun] if begun >= 0 else "")
    after = _keys(folded[ended + len(last) :] if ended >= 0 else "")
    lead, tail = _keys(text[: quoted[0].start]), _keys(text[quoted[-1].end :])
    return not (
        _retells(lead, before[-len(lead) - _MORE :], before[len(before) - len(lead) :])
        or _retells(tail, after[: len(tail) + _MORE], after[: len(tail)])
    )


def _keys(text: str) -> list[str]:
    return keys_of(PRINT(text))


def _retells(words: list[str], near: list[str], same: list[str]) -> bool:
    """Whether words are mostly those of the document beside the quotation, but not the same."""
    shared = LCSseq.similarity(words, near)
    return words != same and shared >= _FEWEST and shared >= len(words) * _MOSTLY


def _follow_each_other(quoted: Sequence[Quoted], folded: str) -> bool:
    since = 0
    for piece in quoted:
        place = folded.find(reading(piece.words), since)
        if place < 0:
            return False
        since = place + 1
    return True
