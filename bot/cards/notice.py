"""Short answers of a few sentences, with somewhere to go from there."""

from bot.cards.address import Address
from bot.cards.card import Block, Card, Choice, Menu, Text


def message_card(title: str, markdown: str, choices: tuple[Choice, ...] = (), prompt: str = "") -> Card:
    """A title, a text, and a menu of at most 25 ways on."""
    menu: tuple[Block, ...] = (Menu(prompt, choices, Address("notice", "", "menu")),) if choices else ()
    return Card(title, (Text(markdown), *menu))
