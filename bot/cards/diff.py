"""Shows how a wording differs from the original in marks that can be read aloud and do not need colour."""

import re

from bot.cards.escape import escape_line
from bot.cards.references import NO_BREAK
from bot.domain.difference import Piece, differences
from bot.words.catalogue import Words

_OMISSION = "[…]"
_MINUS = "\N{MINUS SIGN}"
"""Not a hyphen, after which a line may break."""

_LEAST_SHARED = 0.4
"""Where fewer of its words are the original's, a text describes more than it words, and marks would only confuse."""


def differing(original: str, other: str, *, fragment: bool = False) -> str | None:
    """The other wording with what it leaves out and what it adds marked, in one line of Markdown.

    Of a fragment, what the original has before and after is not left out but not quoted, and stands as `[…]`. None
    where the two share too few words.
    """
    if _shared(original, other) < _LEAST_SHARED:
        return None
    pieces = differences(original, other, fragment=fragment)
    ends = {0, len(pieces) - 1} if fragment else set[int]()
    return " ".join(
        _OMISSION if place in ends and piece.kind == "left out" else _shown(piece) for place, piece in enumerate(pieces)
    )


def article_legend(words: Words) -> str:
    """What the marks mean where a document is compared with an article."""
    example = words("differing.words")
    return words("differing.article", left_out=_left_out(example), added=_added(example))


def text_legend(words: Words) -> str:
    """What the marks mean where somebody's text is compared with a document."""
    example = words("differing.words")
    return words("differing.text", left_out=_left_out(example), added=_added(example))


def _shared(original: str, other: str) -> float:
    """The part of the other's words that the original has too, in any case and order."""
    known, asked = (re.findall(r"\w+", text.casefold()) for text in (original, other))
    return sum(word in known for word in asked) / max(len(asked), 1)


def _shown(piece: Piece) -> str:
    if piece.kind == "same":
        return escape_line(piece.other)
    parts: list[str] = []
    if piece.original.strip():
        parts.append(_left_out(piece.original))
    if piece.other.strip() == _OMISSION:
        parts.append(_OMISSION)
    elif piece.other.strip():
        parts.append(_added(piece.other))
    return " ".join(parts)


def _left_out(text: str) -> str:
    return rf"\[{_MINUS}{NO_BREAK}~~{escape_line(text)}~~\]"


def _added(text: str) -> str:
    return rf"\[\+{NO_BREAK}**{escape_line(text)}**\]"
