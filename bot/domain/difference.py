"""How one wording differs from another, word by word; print variation, such as curly marks, is no difference."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from bot.domain.verify import fold

_TOKEN = re.compile(r"\w+(?:[-'\u2019.,]\w+)*|[^\w\s]")
"""A word with what belongs inside it (`co-operate`, `25,000`), or one mark."""

Kind = Literal["same", "left out", "added", "changed"]
_KINDS: dict[str, Kind] = {"equal": "same", "delete": "left out", "insert": "added", "replace": "changed"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in both texts: `original` is empty where the other text adds, `other` where it leaves out.

    Each run carries the white space after it, so that the runs of a text, joined, are the text.
    """

    kind: Kind
    original: str
    other: str


def differences(original: str, other: str) -> tuple[Piece, ...]:
    """Both texts from beginning to end as runs that are the same, left out, added or changed.

    Case, spelling and punctuation count.
    """
    there, here = _tokens(original), _tokens(other)
    matcher = SequenceMatcher(
        None, [fold(token).text for token in there], [fold(token).text for token in here], autojunk=False
    )
    return tuple(
        Piece(_KINDS[tag], "".join(there[start:end]), "".join(here[begin:stop]))
        for tag, start, end, begin, stop in matcher.get_opcodes()
    )


def _tokens(text: str) -> list[str]:
    """The words and marks of a text, each with the white space after it; the first also with any before it."""
    starts = [match.start() for match in _TOKEN.finditer(text)]
    if not starts:
        return [text] if text else []
    return [text[start:end] for start, end in zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True)]
