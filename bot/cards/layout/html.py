"""A card as a page of HTML: no scripts, nothing fetched from anywhere, readable without styles."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from jinja2 import Environment, PackageLoader, select_autoescape
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markupsafe import Markup

from bot.cards.address import Address
from bot.cards.card import Block, Card, Divider, Link, Menu, Picture, Press, Section, Text
from bot.cards.layout.plain import without_marks

_SMALL = "-# "
_SPOILER = re.compile(r"(?<!\\)((?:\\\\)*)\|\|")
_COVER, _UNCOVER = "\ue000", "\ue001"
"""Stand for the two marks of a spoiler while the rest is turned into HTML; taken out of the text beforehand."""


@dataclass(frozen=True, slots=True)
class _Way:
    """Somewhere to go: with an address it can be followed, without one it is only named."""

    label: str
    href: str | None
    description: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    kind: Literal["text", "line", "picture", "menu"]
    html: str = ""
    png: str = ""
    alternative: str = ""
    prompt: str = ""
    choices: tuple[_Way, ...] = ()


def page(card: Card, language: str = "en", link: Callable[[Address], str | None] = lambda _: None) -> str:
    """The whole card on one page; `link` tells where the page of another address is, None where there is none."""
    environment = Environment(
        loader=PackageLoader("bot.cards.layout"), autoescape=select_autoescape(), trim_blocks=True, lstrip_blocks=True
    )
    parser = _parser()
    return environment.get_template("page.html").render(
        language=language,
        title=without_marks(card.title),
        parts=[part for block in card.blocks for part in _parts(block, parser, link)],
        ways=[_way(action, link) for action in card.actions],
        footer=[Markup("<p>{}</p>").format(_safe(parser.renderInline(_covered(line)))) for line in card.footer],
    )


def _parts(block: Block, parser: MarkdownIt, link: Callable[[Address], str | None]) -> Iterator[_Part]:
    match block:
        case Text(markdown):
            yield _Part("text", html=_safe(parser.render(_covered(markdown))))
        case Section(markdown, button):
            yield _Part("text", html=_safe(parser.render(_covered(markdown))))
            way = _way(button, link)
            if way.href:
                yield _Part("text", html=Markup('<p><a href="{}">{}</a></p>').format(way.href, way.label))
        case Divider():
            yield _Part("line")
        case Picture(png=png, alternative=alternative):
            yield _Part("picture", png=b64encode(png).decode(), alternative=alternative)
        case Menu(prompt, choices):
            ways = tuple(_Way(each.label, link(each.leads_to), each.description) for each in choices)
            yield _Part("menu", prompt=prompt, choices=ways)


def _way(button: Press | Link, link: Callable[[Address], str | None]) -> _Way:
    if isinstance(button, Link):
        return _Way(button.label, button.url)
    return _Way(button.label, link(button.leads_to) if isinstance(button.leads_to, Address) else None)


def _covered(markdown: str) -> str:
    marks = iter(range(len(markdown)))
    clean = markdown.replace(_COVER, "").replace(_UNCOVER, "")
    return _SPOILER.sub(lambda found: found[1] + (_UNCOVER if next(marks) % 2 else _COVER), clean)


def _safe(html: str) -> Markup:
    """The HTML with its spoilers; markdown-it has escaped everything else, so it is safe as it is."""
    covered = html.replace(_COVER, '<span class="spoiler" tabindex="0">').replace(_UNCOVER, "</span>")
    return Markup(covered)  # noqa: S704 - made by markdown-it with raw HTML switched off


def _parser() -> MarkdownIt:
    """CommonMark as Discord reads it: lines stay lines, `-#` is small print; no indented code, no raw HTML."""
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("strikethrough").disable("code")
    parser.inline.ruler.before("text", "small", _small)
    return parser


def _small(state: StateInline, silent: bool) -> bool:
    """A line that begins with `-# `."""
    begins_line = state.pos == 0 or state.src[state.pos - 1] == "\n"
    if not begins_line or not state.src.startswith(_SMALL, state.pos):
        return False
    end = state.src.find("\n", state.pos)
    end = state.posMax if end < 0 else end
    if not silent:
        state.push("small_open", "small", 1)
        state.pos, outer = state.pos + len(_SMALL), state.posMax
        state.posMax = end
        state.md.inline.tokenize(state)
        state.posMax = outer
        state.push("small_close", "small", -1)
    state.pos = end
    return True
