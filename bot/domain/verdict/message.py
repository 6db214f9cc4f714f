"""What in a chat message are the words to be checked: without markdown, links and emoji, and piece by piece."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.text.folding import INVISIBLE, PRINT

_MASKED_LINK = re.compile(r"\[([^\]\n]*)\]\(<?https?://[^)\s]*\)")
_LINK = re.compile(r"<?https?://[^\s>]+>?")
_DISCORD = re.compile(r"<(?:@[!&]?|#|a?:\w+:|/[\w -]+:|t:)\d+(?::\w)?>")
_BLOCK_QUOTE = re.compile(r"^[ \t]*>(?:>>)?[ \t]", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]*(?:#{1,3}|-#)[ \t]+", re.MULTILINE)
_MARKS = re.compile(
    r"(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~|\|\||`+"
)
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\U0001fb00-\U0001fbff\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u20e3\U000e0020-\U000e007f]+"
)

_CLOSING: Final = {
    '"': '"\u201d',
    "\u201c": '\u201d"',
    "\u201e": "\u201d\u201c",
    "\u00ab": "\u00bb",
    "\u300c": "\u300d",
    "\u300e": "\u300f",
}
"""Marks that open a quotation, with those that close it; single marks, which are also apostrophes, delimit nothing."""
_NESTING: Final = "\u201c"

_ELLIPSIS = re.compile(r"\s*(?:\[\s*\.{3,4}\s*\]|\(\s*\.{3,4}\s*\)|(?:\.{3,4}\s*)+)\s*")
_OUTER: Final = " \"'\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f"
_POINTS: Final = ".,;: "


def plain(message: str) -> str:
    """The words of a message as they are read: block quotes, markdown, links, mentions and emoji taken away."""
    text = _MASKED_LINK.sub(r"\1", INVISIBLE.whole(message))
    for pattern in (_LINK, _DISCORD, _EMOJI):
        text = pattern.sub(" ", text)
    for pattern in (_BLOCK_QUOTE, _HEADING, _MARKS):
        text = pattern.sub("", text)
    return text.strip()


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two double quotation marks of a message."""

    words: str
    start: int
    end: int


def quoted_in(text: str) -> list[Quoted]:
    """What stands between double quotation marks, in order, the marks left out; a mark never closed delimits nothing.

    Curly marks nest, and inside straight ones they are part of the words.
    """
    found: list[Quoted] = []
    opening, depth, opened = "", 0, 0
    for place, character in enumerate(text):
        if not opening:
            if character in _CLOSING:
                opening, depth, opened = character, 0, place + 1
        elif depth == 0 and character in _CLOSING[opening]:
            found.append(Quoted(text[opened:place], opened, place))
            opening = ""
        elif character in _NESTING:
            depth += 1
        elif depth and character == "\u201d":
            depth -= 1
    return [piece for piece in found if any(character.isalnum() for character in piece.words)]


def from_first_to_last(text: str, quoted: Sequence[Quoted]) -> Quoted:
    """All pieces and what is between them as one: straight marks inside straight marks look like several quotations."""
    start, end = quoted[0].start, quoted[-1].end
    return Quoted(text[start:end], start, end)


def reading(text: str) -> str:
    """The words of a text, folded, without the marks and points at its beginning and end; empty when it has no words.

    A quotation in a message begins and ends with marks and points of the message. Inside it every mark counts.
    """
    words = PRINT(text).strip(_OUTER).rstrip(_POINTS + _OUTER).lstrip(_POINTS + _OUTER)
    return words if any(character.isalnum() for character in words) else ""


def between_ellipses(text: str) -> list[str]:
    """The parts of a folded text between its ellipses; the text itself where it has none."""
    return [part for part in _ELLIPSIS.split(text) if any(character.isalnum() for character in part)]


def has_ellipsis(text: str) -> bool:
    """Whether a folded text says that something is left out."""
    return _ELLIPSIS.search(text) is not None
