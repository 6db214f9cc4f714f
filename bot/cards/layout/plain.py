"""A card as plain text, for the terminal."""

import re

from bot.cards.address import Action, Address
from bot.cards.card import Block, Card, Divider, Link, Menu, Picture, Press, Section, Text

_LINK = re.compile(r"\[([^\]]*)\]\(<([^>]*)>\)")
_MARKS = re.compile(r"\\([^0-9A-Za-z\s])|(\*\*|\|\||~~|[*`])", re.DOTALL)
"""An escaped character, which stays, or a mark, which goes."""
_LINE_MARKS = re.compile(r"^(?:-# |#{1,3} )", re.MULTILINE)


def plain(card: Card) -> str:
    """All the text of a card, of all its pages; what can be pressed is named at the end, with its address."""
    parts = [without_marks(card.title), *(_block(block) for block in card.blocks)]
    parts += ["\n".join(without_marks(line) for line in card.footer)]
    parts += ["\n".join(_button(button) for button in card.actions)]
    return "\n\n".join(part for part in parts if part) + "\n"


def without_marks(markdown: str) -> str:
    """Markdown as its reader sees it, without emphasis; a masked link is followed by its address."""
    unlinked = _LINK.sub(r"\1: \2", _LINE_MARKS.sub("", markdown))
    return _MARKS.sub(lambda mark: mark[1] or "", unlinked)


def _block(block: Block) -> str:
    match block:
        case Text(markdown) | Section(markdown):
            return without_marks(markdown)
        case Divider():
            return ""
        case Picture(alternative=alternative):
            return f"[{alternative}]"
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
