"""Cuts a text file into what is checked by itself: a paragraph, an item of a list, a block quote with its frame.

Worked example: a line "Robert King said:", an empty line, a block quote, an empty line and "— Robert King, 2011" are
one stretch, because who is named there is named for the quotation between.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s")
_HEADING = re.compile(r"\s*#{1,6}\s")
_QUOTED = re.compile(r"\s*>")
_BY = re.compile(r"\s*>?\s*(?:[\u2013\u2014\u2015]|--)\s*\S")
"""A dash with a name: whose words the ones before are."""
_PAIRS = {"\u201c": "\u201d", "\u00ab": "\u00bb", "\u300c": "\u300d", "\u300e": "\u300f"}
_ENDED = re.compile(r"[.!?:;\u2026\u3002\"'\u201d\u2019\u00bb)\]]\s*$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a file that is checked by itself, and the line that it begins in, from 1."""

    line: int
    text: str


def stretches(text: str) -> tuple[Stretch, ...]:
    """The stretches of a file, in order; empty lines are in none."""
    joined: list[Stretch] = []
    for stretch in _paragraphs(text):
        before = joined[-1] if joined else None
        together = _joined(before, stretch) if before else None
        if before and together is not None:
            joined[-1] = Stretch(before.line, together)
        else:
            joined.append(stretch)
    return tuple(joined)


def _paragraphs(text: str) -> Iterator[Stretch]:
    """What stands between empty lines, with every item of a list, every heading and every ended line by itself."""
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if lines and (not line.strip() or _begins(line, lines)):
            yield Stretch(number - len(lines), "\n".join(lines))
            lines = []
        if line.strip():
            lines.append(line)


def _begins(line: str, before: Sequence[str]) -> bool:
    """Whether a line begins something new, although no empty line stands before it."""
    last = before[-1]
    if _QUOTED.match(line) or _QUOTED.match(last) or _BY.match(line):
        return False
    if _ITEM.match(line) or _HEADING.match(line) or _HEADING.match(last):
        return True
    return bool(_ENDED.search(last)) and not _left_open("\n".join(before)) and _is_long(last)


def _is_long(line: str) -> bool:
    """Whether a line is longer than those of texts with a line break every few words: it is a paragraph by itself."""
    return len(line) > _WRAPPED


_WRAPPED = 100


def _joined(before: Stretch, after: Stretch) -> str | None:
    """Both as one, where the second goes on with the first; None where it does not."""
    opened = _left_open(before.text)
    if opened and after.text.lstrip().startswith(opened):
        # Every paragraph of a long quotation begins with a mark, and only the last ends with one.
        return f"{before.text}\n\n{after.text.lstrip()[1:]}"
    leads_in = before.text.rstrip().endswith(":") and _QUOTED.match(after.text)
    return f"{before.text}\n\n{after.text}" if leads_in or _BY.match(after.text) else None


def _left_open(text: str) -> str:
    """The mark of a quotation that a text begins and does not end; empty where there is none."""
    for opening, closing in _PAIRS.items():
        if text.count(opening) > text.count(closing):
            return opening
    return '"' if text.count('"') % 2 else ""
