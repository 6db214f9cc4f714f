"""Cuts a text that marks nothing as quoted into what may be quoted by itself: items of a list, or lines.

Of `Article 13` / `Everyone may leave.` / `Article 14` / `Everyone may seek asylum.` the items are the two sentences,
each with the line of names above it. Lines that are no sentences are not cut: the end of one is the middle of another.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

_MARK = re.compile(r"^\s*(?:[-*+\u2022]|\(?\d{1,3}[.)])\s+", re.MULTILINE)
_SENTENCE = re.compile(r"^\W*(?:\d+\W+)?[A-Z].*[.;!?][\"'\u201d\u2019)]*\s*$")
_FEWEST: Final = 4
"""Words of an item."""

Item = tuple[str, str]
"""The line of nothing but names that stands last above it, and its words."""


def items_of(text: str, is_named: Callable[[str], bool]) -> list[Item]:
    """The items; none where the text is no list. `is_named` tells whether a line is nothing but names."""
    found = list(_lines(text, is_named))
    if len(found) <= 1 or not all(_SENTENCE.search(item) for _, item in found):
        found = [("", item) for item in _MARK.split(text)] if len(_MARK.findall(text)) > 1 else []
    return [(frame, item) for frame, item in found if len(item.split()) >= _FEWEST]


def _lines(text: str, is_named: Callable[[str], bool]) -> Iterator[Item]:
    frame = ""
    for line in filter(str.strip, text.split("\n")):
        if is_named(line):
            frame = line
        else:
            yield frame, line
