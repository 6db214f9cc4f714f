"""A card as it is at an address, and what is on it."""

from bot.cards.address import Address
from bot.cards.card import Card, Press, Section, Text
from bot.cards.options import Options
from bot.cards.routes import card_at
from bot.domain.library import Library


def shown(library: Library, address: Address, options: Options) -> Card:
    """The card at an address, which has one."""
    card = card_at(library, address, options)
    assert card is not None
    return card


def brief(library: Library, key: str, view: str, options: Options, *, opened: bool = False) -> Card:
    """A view of a brief."""
    return shown(library, Address("brief", key, view, opened=opened), options)


def led_to(card: Card) -> list[Address]:
    """Where the buttons below a card lead."""
    buttons = (one for one in card.actions if isinstance(one, Press))
    return [button.leads_to for button in buttons if isinstance(button.leads_to, Address)]


def markdown(card: Card) -> str:
    """The text of a card; the spaces that only keep a line together are plain here."""
    texts = (block.markdown for block in card.blocks if isinstance(block, Text | Section))
    return "\n".join(texts).replace("\N{NO-BREAK SPACE}", " ")
