"""Makes text that somebody typed or printed safe to stand in Discord Markdown, without changing what a reader sees.

discord.py's own escaper lets a second masked link on a line, indented headings and every `<…>` form through, so that a
reader could be shown a link or a name that the text does not have.
"""

import re
import unicodedata

_ANYWHERE = re.compile(r"[\\*_~|`\[\]<>@:]")
"""Emphasis, spoilers, code, masked links, mentions, timestamps, bare links (their colon), emoji codes."""

_AT_LINE_START = re.compile(r"[ \t\u00a0]*(?:\d+[.)]|[-#+=])")
"""Headings, small print and lists, up to the sign that makes them one; `>` is escaped everywhere."""

_LINE_BREAKS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")

_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800]")
"""Letters and marks that show nothing and are in no class of invisible characters."""

_FENCE = "```"

_KEPT = frozenset("\n\t")


def visible(text: str) -> str:
    """The text without controls, direction marks and zero-width characters; half of a surrogate pair becomes U+FFFD."""
    if text.isprintable() and (text.isascii() or not _BLANK.search(text)):  # nearly every text, and far faster
        return text
    one_kind = _BLANK.sub("", _LINE_BREAKS.sub("\n", text))
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) == "Cs" else character
        for character in one_kind
        if character in _KEPT or unicodedata.category(character) not in {"Cc", "Cf"}
    )


def escape(text: str) -> str:
    """Any text as Markdown that shows exactly that text; line breaks stay."""
    return "\n".join(_escaped(line) for line in visible(text).split("\n"))


def escape_line(text: str) -> str:
    """The same in one line, white space collapsed."""
    return _escaped(" ".join(visible(text).split()))


def escape_start(markdown: str) -> str:
    """Escaped text of which the middle of a line now begins one: its beginning is made no heading and no list."""
    mark = _AT_LINE_START.match(markdown)
    if mark is None:
        return markdown
    sign = mark.end() - 1
    return f"{markdown[:sign]}\\{markdown[sign:]}"


def to_copy(text: str) -> str:
    """Text that is ready to be copied with every character it has: in a code block, unless it would end one itself."""
    return escape(text) if _FENCE in text else f"{_FENCE}\n{text}\n{_FENCE}"


def _escaped(line: str) -> str:
    return escape_start(_ANYWHERE.sub(r"\\\g<0>", line))


def label(text: str, limit: int) -> str:
    """Plain text in one line for places without Markdown: buttons, choices, prompts.

    A text longer than `limit` characters ends at a word with an ellipsis; the whole of it must stand elsewhere.
    """
    line = " ".join(visible(text).split())
    if len(line) <= limit:
        return line
    kept = line[: limit - 1]
    at_a_word = kept.rsplit(" ", 1)[0] if " " in kept and line[limit - 1] != " " else kept
    return at_a_word.rstrip(" ,;:") + "…"
