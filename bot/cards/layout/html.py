"""A card as a page of HTML: no scripts, nothing fetched from anywhere, readable without styles."""

from base64 import b64encode
from collections.abc import Callable, Iterable
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from bot.cards.address import Address
from bot.cards.card import Block, Card, Choice, Link, Press
from bot.cards.layout.markdown import parse
from bot.cards.layout.plain import without_marks

if TYPE_CHECKING:
    from jinja2 import Template
    from markdown_it.token import Token

_SPECIAL = {
    "spoiler_open": Markup('<span class="spoiler" tabindex="0">'),
    "spoiler_close": Markup("</span>"),
    "link_close": Markup("</a>"),
}
"""What is written in another way than `<tag>`."""


def page(card: Card, language: str = "en", link: Callable[[Address], str | None] = lambda _: None) -> str:
    """The whole card on one page; `link` tells where the page of another address is, None where there is none."""

    def href(way: Press | Link | Choice) -> str | None:
        if isinstance(way, Link):
            return way.url
        return link(way.leads_to) if isinstance(way.leads_to, Address) else None

    return _template().render(card=card, title=without_marks(card.title), language=language, href=href)


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader  # noqa: PLC0415 - loaded when a page is made, not with the bot

    environment = Environment(
        loader=PackageLoader("bot.cards.layout"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"base64": _base64, "kind": _kind, "markdown": markup}
    return environment.get_template("page.html")


def _base64(png: bytes) -> str:
    return b64encode(png).decode()


def _kind(block: Block) -> str:
    return type(block).__name__


def markup(markdown: str) -> Markup:
    """Markdown as HTML; list items that follow one another make one list."""
    rows = groupby(parse(markdown), key=lambda block: block.tag)
    return Markup("\n").join(_element(tag, map(_inside, blocks)) for tag, blocks in rows)


def _element(tag: str, insides: Iterable[Markup]) -> Markup:
    match tag:
        case "ul" | "ol":
            items = Markup("\n").join(Markup("<li>{}</li>").format(inside) for inside in insides)
            return Markup("<{0}>\n{1}\n</{0}>").format(tag, items)
        case "blockquote":
            return Markup("\n").join(Markup("<blockquote><p>{}</p></blockquote>").format(inside) for inside in insides)
        case _:
            return Markup("\n").join(Markup("<{0}>{1}</{0}>").format(tag, inside) for inside in insides)


def _inside(block: "Token") -> Markup:
    return Markup("").join(map(_piece, block.children or ()))


def _piece(part: "Token") -> Markup:
    match part.type:
        case "text":
            return escape(part.content)
        case "code_inline":
            return Markup("<code>{}</code>").format(part.content)
        case "break":
            return _break(part)
        case "link_open":
            return Markup('<a href="{}">').format(part.attrs["href"])
        case mark:
            return _SPECIAL.get(mark) or Markup("<{}{}>").format("/" if part.nesting < 0 else "", part.tag)


def _break(part: "Token") -> Markup:
    """Empty lines part paragraphs, but inside a span, which cannot run over two."""
    if part.content == "\n":
        return Markup("<br>")
    return Markup("<br><br>") if part.level else Markup("</p>\n<p>")
