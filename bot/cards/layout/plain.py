"""A card as plain text, for the terminal."""

from typing import TYPE_CHECKING

from bot.cards.address import Action, Address
from bot.cards.card import Block, Card, Divider, Enclosed, Link, Menu, Picture, Press, Section, Text
from bot.cards.layout.markdown import parse

if TYPE_CHECKING:
    from markdown_it.token import Token


def plain(card: Card) -> str:
    """All the text of a card, of all its pages; what can be pressed is named at the end, with its address."""
    parts = [without_marks(card.title), *(_block(block) for block in card.blocks)]
    parts += ["\n".join(without_marks(line) for line in card.footer)]
    parts += ["\n".join(_button(button) for button in card.actions)]
    parts += [_block(card.more)] if card.more else []
    return "\n\n".join(part for part in parts if part) + "\n"


def read(card: Card) -> str:
    """What a reader sees of a card from its title to the small print, without marks; buttons and menus are not read."""
    blocks = [block.markdown for block in card.blocks if isinstance(block, Text | Section)]
    return "\n".join(map(without_marks, (card.title, *blocks, *card.footer)))


def without_marks(markdown: str) -> str:
    """Markdown as its reader sees it, without emphasis; a masked link is followed by its address.

    Lists and quoted lines keep the marks they begin with, which read well as they are.
    """
    text, line = "", 0
    for block in parse(markdown):
        first, after = block.map or (line, line)
        text += "\n" * (first - line) + _lines(block) + "\n"
        line = after
    return text.removesuffix("\n")


def _lines(block: "Token") -> str:
    text = "".join(_piece(part) for part in block.children or ())
    match block.tag:
        case "blockquote":
            return "\n".join(block.markup + line for line in text.split("\n"))
        case "ul" | "ol":
            return block.markup + text
        case _:
            return text


def _piece(part: "Token") -> str:
    return f": {part.attrs['href']}" if part.type == "link_close" else part.content


def _block(block: Block) -> str:
    match block:
        case Text(markdown) | Section(markdown):
            return without_marks(markdown)
        case Divider():
            return ""
        case Picture(alternative=alternative):
            return f"[{alternative}]"
        case Enclosed(name):
            return f"[{name}]"
        case Menu(prompt, choices):
            return "\n".join([f"{prompt}:", *(f"  {choice.label} [{_subject(choice.leads_to)}]" for choice in choices)])


def _button(button: Press | Link) -> str:
    if isinstance(button, Link):
        return f"{button.label}: {button.url}"
    return f"{button.label} [{_subject(button.leads_to)}]"


def _subject(leads_to: Address | Action) -> str:
    """An address as `show` takes it, `brief:numbers`, with the view where it is not the card itself."""
    address, does = (leads_to.card, leads_to.name) if isinstance(leads_to, Action) else (leads_to, leads_to.view)
    place = f"{address.kind}:{address.id}" if address.id else address.kind
    return place if does == "card" else f"{place}, {does}"
