"""Splits a long Markdown text where a reader would pause: between paragraphs, lines, sentences, words."""

import re

from bot.cards.escape import escape_start

_PAUSES = (
    re.compile(r"\n\n+"),
    re.compile(r"\n"),
    re.compile(r"(?<=[.!?\u2026\u3002][\"\u201d\u2019)]) +|(?<=[.!?\u2026\u3002]) +"),
    re.compile(r" +"),
)
"""Where a text may be parted, the best place first; the white space found is what is given up."""

_LINE_OPENING = re.compile(r"(?:> |-# )*")
"""Marks at the beginning of a line that hold for all of it, so that the rest of a parted line needs them again."""

_SPANS = ("||", "**", "~~")
"""Marks that open and close; a part that leaves one open closes it, and the next opens it again."""


_RESERVE = 24
"""Room for the marks that a part may need to close or to repeat."""


def split(markdown: str, characters: int, size: int) -> list[str]:
    """The text in parts of at most so many characters and bytes (100 at least), each valid Markdown by itself."""
    parts: list[str] = []
    rest = markdown
    while len(rest) > characters or len(rest.encode()) > size:
        end, begin = _place(rest, _limit(rest, characters - _RESERVE, size - _RESERVE))
        part, rest = _parted(rest, end, begin)
        parts.append(part)
    return [*parts, rest]


def part_of(markdown: str, characters: int, size: int) -> tuple[str, str] | None:
    """The text in two at the end of a line, as much as fits in the first; None where there is no good place.

    Small print stays with the line above it, and a first line, which may be a heading, never stands alone.
    """
    lines = markdown.split("\n")
    for number in range(len(lines) - 1, 1, -1):
        first = "\n".join(lines[:number]).rstrip()
        fits = len(first) <= characters and len(first.encode()) <= size
        if fits and not lines[number].startswith("-# ") and "\n" in first:
            return first, "\n".join(lines[number:]).lstrip("\n")
    return None


def _limit(text: str, characters: int, size: int) -> int:
    """How many characters from the beginning keep within both limits."""
    return len(text[:characters].encode()[:size].decode(errors="ignore"))


def _place(text: str, limit: int) -> tuple[int, int]:
    """Where the part ends and where the rest begins; a pause in the first third would leave the part too short."""
    for pause in _PAUSES:
        found = [match for match in pause.finditer(text, 0, limit) if match.start() > limit // 3]
        if found:
            return found[-1].span()
    end = limit
    if text[end - 1 : end + 1] in _SPANS:
        end -= 1
    backslashes = len(text[:end]) - len(text[:end].rstrip("\\"))
    end -= backslashes % 2
    return end, end


def _parted(text: str, end: int, begin: int) -> tuple[str, str]:
    """Both sides of a cut as Markdown that stands alone."""
    part, rest = text[:end], text[begin:]
    spans = [mark for mark in _SPANS if re.sub(r"\\.", "", part, flags=re.DOTALL).count(mark) % 2]
    opening = ""
    if text[begin - 1] != "\n":
        line = _LINE_OPENING.match(part.rsplit("\n", 1)[-1])
        opening = line.group() if line else ""
        rest = escape_start(rest)
    return part + "".join(reversed(spans)), opening + "".join(spans) + rest
