"""Shows how a wording differs from the original in marks that can be read aloud and do not need colour."""

from collections.abc import Iterator

from bot.chat.escape import escape_line
from bot.chat.words.catalogue import Words
from bot.domain.difference import Piece, differences

_OMISSION = "[…]"


def differing(original: str, other: str) -> str:
    """The other wording with what it leaves out and what it adds marked, in one line of Markdown."""
    return " ".join(part for piece in differences(original, other) for part in _shown(piece))


def legend(words: Words) -> str:
    """What the marks mean."""
    return words(
        "differing.legend", left_out=_left_out(words("differing.words")), added=_added(words("differing.words"))
    )


def _shown(piece: Piece) -> Iterator[str]:
    if piece.kind == "same":
        yield escape_line(piece.other)
        return
    if piece.original.strip():
        yield _left_out(piece.original)
    if piece.other.strip() == _OMISSION:
        yield _OMISSION
    elif piece.other.strip():
        yield _added(piece.other)


def _left_out(text: str) -> str:
    return rf"\[\- ~~{escape_line(text)}~~\]"


def _added(text: str) -> str:
    return rf"\[\+ **{escape_line(text)}**\]"
