"""How high the parts of a message stand on a phone, in pixels, so that what is paged by the screen fits one.

Reckoned for a screen of 390 by 844, where Discord's column of text is some 300 pixels wide and shows about 740 of a
message. A reckoning is enough: a line more or less is scrolled, a second screen is not read.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import east_asian_width

from bot.cards.card import Block, Divider, Link, Menu, Press, Section, Text

SCREEN = 600
"""Of a message between who wrote it and the end of the screen."""

BETWEEN = 8
"""Between two parts of a message, and between two rows of buttons."""

_MENU, _BUTTON, _LINE, _PICTURE, _DIVIDER = 40, 32, 22, 190, 5
_AROUND_A_LABEL, _LETTER = 28, 6.6
_WIDTH = 300
_BESIDE = 0.72
"""How much of the width is left beside a button."""

_NOT_SEEN = re.compile(r"\]\(<[^>]*>\)|\\(?=[^0-9A-Za-z\s])|[*~|`\[]{1,2}")


@dataclass(frozen=True, slots=True)
class _Kind:
    """How many letters a line of a kind of text has, and how high it is."""

    mark: str
    letters: int
    high: int


_KINDS = (_Kind("## ", 29, 26), _Kind("-# ", 47, 19), _Kind("- ", 36, 23), _Kind("> ", 37, 22), _Kind("", 39, _LINE))
"""The first whose mark a line begins with."""


def height(block: Block) -> int:
    """How high a part of a message stands, with the space below it."""
    match block:
        case Text(markdown):
            return _text(markdown) + BETWEEN
        case Section(markdown):
            return max(_text(markdown, _BESIDE), _BUTTON) + BETWEEN
        case Menu():
            return _MENU + BETWEEN
        case Divider():
            return _DIVIDER + BETWEEN
        case _:
            return _PICTURE + BETWEEN


def height_of_buttons(row: Iterable[Press | Link]) -> int:
    """How high a row of buttons stands, which a phone breaks where its width is full."""
    rows, used = 0, _WIDTH + 1.0
    for button in row:
        wide = _AROUND_A_LABEL + _LETTER * _letters(button.label)
        if used + wide > _WIDTH:
            rows, used = rows + 1, 0.0
        used += wide + BETWEEN
    return rows * (_BUTTON + BETWEEN)


def _text(markdown: str, share: float = 1.0) -> int:
    return sum(_line(line, share) for line in markdown.split("\n"))


@lru_cache(maxsize=4096)  # the views of an item have most of their lines in common
def _line(line: str, share: float) -> int:
    kind = next(kind for kind in _KINDS if line.startswith(kind.mark))
    letters = _letters(_NOT_SEEN.sub("", line.removeprefix(kind.mark)))
    return kind.high * max(1, -int(-letters // (kind.letters * share)))


def _letters(text: str) -> int:
    """Letters of the Latin script that take as much room; those of East Asia take two."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(letter) in "FW" else 1 for letter in text)
