"""What came nearest to something typed, and the button that says that nothing of it was meant."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.address import Action, Address
from bot.cards.card import Card, Press
from bot.domain.model import Kind
from bot.words.catalogue import Words

NOTHING_NEAR = Address("search")
"""In the place of what came nearest, where nothing did."""


def nearest_of(items: Sequence[tuple[Kind, str]]) -> Address:
    """What is counted where nothing was surely found: the briefing that came nearest, else the item that did."""
    briefs = [item for item in items if item[0] == "brief"]
    return next((Address(*item) for item in (*briefs, *items)), NOTHING_NEAR)


def with_none_of_these(card: Card, nearest: Address, words: Words) -> Card:
    """The card with *None of these*, which remembers what came nearest and nothing that was typed."""
    press = Press(words("action.none-of-these"), Action("none-of-these", nearest))
    return replace(card, actions=(*card.actions, press))
