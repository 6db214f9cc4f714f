"""Reads the Markdown of cards as Discord reads it: https://support.discord.com/hc/en-us/articles/210298617.

A text is a row of blocks: headings, quoted lines, list items and paragraphs. Line breaks stay line breaks. Inside a
block a mark pairs with the next of its kind, whatever stands around it, and a backslash makes any sign but letters,
digits and white space stand for itself. Discord knows neither HTML nor entities. Fenced code and lists within lists,
which no card has, are not read.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_InlineRule = Callable[["StateInline", bool], bool]
_BlockRule = Callable[["StateBlock", int, int, bool], bool]


class _Shape(NamedTuple):
    """A kind of block: what its first line begins with, and what a line below that belongs to it begins with."""

    tag: str
    mark: re.Pattern[str]
    below: re.Pattern[str]


_NEVER, _SMALL, _QUOTED = re.compile(r"(?!)"), re.compile(r"-# "), re.compile(r"> ")
_SHAPES = (
    *(_Shape(f"h{level}", re.compile(rf" *#{{{level}}} +"), _NEVER) for level in (1, 2, 3)),
    _Shape("blockquote", _QUOTED, _QUOTED),
    _Shape("ul", re.compile(r" *[-*] +"), _SMALL),
    _Shape("ol", re.compile(r" *\d+\. +"), _SMALL),
    _Shape("p", re.compile(r""), re.compile(r"(?!> | *(?:#{1,3}|[-*]|\d+\.) )")),
)
"""The first that fits a line is the kind of its block. Small print below a list item belongs to the item."""

_SPANS = (
    ("small", re.compile(r"^-# +(.+)", re.MULTILINE)),
    ("strong", re.compile(r"\*\*((?:\\.|[^\\])+?)\*\*(?!\*)", re.DOTALL)),
    ("em", re.compile(r"\*(?!\s)((?:\\.|\*\*|[^\\*])+?)(?<!\s)\*(?!\*)", re.DOTALL)),
    ("u", re.compile(r"__((?:\\.|[^\\])+?)__(?!_)", re.DOTALL)),
    ("em", re.compile(r"\b_((?:\\.|__|[^\\_])+?)_\b", re.DOTALL)),
    ("s", re.compile(r"~~((?:\\.|[^\\])+?)~~", re.DOTALL)),
    ("spoiler", re.compile(r"\|\|((?:\\.|[^\\])+?)\|\|", re.DOTALL)),
    ("link", re.compile(r"\[((?:\\.|[^\\\]])+)\]\(<?(?P<href>https?://[^\s<>]+?)>?\)", re.DOTALL)),
)
"""What stands between marks, the first group, is read again; the first span that fits is taken."""

_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")
_BREAK = re.compile(r"\n(?:[ \t]*\n)*")


def parse(markdown: str) -> "list[Token]":
    """The blocks, one token each, with what stands in them as `children`.

    Of a block `tag` is its HTML element (of a list item that of the list), `markup` the mark it begins with, and `map`
    the first line that is its own and the first that is not. Its children are `text`, `code_inline`, pairs such as
    `strong_open` and `strong_close`, and `break`: the end of a line with the empty lines after it.
    """
    return _parser().parse(markdown)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - loaded where Markdown is read, which most commands never do

    parser = MarkdownIt("zero").enable("backticks").disable("paragraph")
    for shape in _SHAPES:
        parser.block.ruler.push(shape.tag, _block(shape))
    parser.inline.ruler.push("escaped", _escaped)
    parser.inline.ruler.push("break", _break)
    for number, (name, pattern) in enumerate(_SPANS):
        parser.inline.ruler.push(f"{name} {number}", _span(name, pattern))
    parser.inline.add_terminator_char("|")
    return parser


def _block(shape: _Shape) -> _BlockRule:
    def rule(state: "StateBlock", first: int, end: int, _silent: bool) -> bool:
        def begun(pattern: re.Pattern[str], line: int) -> re.Match[str] | None:
            return pattern.match(state.src, state.bMarks[line], state.eMarks[line])

        def content(line: int) -> str:
            mark = begun(shape.mark, line)
            return state.src[mark.end() if mark else state.bMarks[line] : state.eMarks[line]]

        mark = begun(shape.mark, first)
        if mark is None:
            return False
        state.line = first + 1
        while state.line < end and begun(shape.below, state.line):
            state.line += 1
        while state.isEmpty(state.line - 1):
            state.line -= 1
        block = state.push("inline", shape.tag, 0)
        block.markup, block.map = mark[0], [first, state.line]
        block.content = "\n".join(map(content, range(first, state.line)))
        return True

    return rule


def _span(name: str, pattern: re.Pattern[str]) -> _InlineRule:
    def rule(state: "StateInline", _silent: bool) -> bool:
        found = pattern.match(state.src, state.pos, state.posMax)
        if found is None:
            return False
        opening = state.push(f"{name}_open", name, 1)
        opening.attrs = dict(found.groupdict())
        end, state.pos, state.posMax = state.posMax, found.start(1), found.end(1)
        state.md.inline.tokenize(state)
        closing = state.push(f"{name}_close", name, -1)
        closing.attrs = opening.attrs
        state.pos, state.posMax = found.end(), end
        return True

    return rule


def _escaped(state: "StateInline", _silent: bool) -> bool:
    found = _ESCAPED.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    state.append_pending(found[1])
    state.pos = found.end()
    return True


def _break(state: "StateInline", _silent: bool) -> bool:
    found = _BREAK.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    state.push("break", "br", 0).content = found[0]
    state.pos = found.end()
    return True
