"""Short answers of a few sentences, with somewhere to go from there."""

from bot.cards.address import Address
from bot.cards.card import Card, Choice, Text
from bot.cards.menus import choice_menus


def message_card(title: str, markdown: str, choices: tuple[Choice, ...] = (), prompt: str = "") -> Card:
    """A title, a text, and menus of ways on."""
    return Card(title, (Text(markdown), *choice_menus(prompt, choices, Address("notice"))))
