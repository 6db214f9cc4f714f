"""A card as it stands in a channel, for all to see."""

from dataclasses import replace

from bot.cards.card import Card
from bot.words.catalogue import Words


def posted_card(card: Card, words: Words, by: str) -> Card:
    """The same card, saying first in its small print who posted it; `by` is escaped already."""
    return replace(card, footer=(words("posted.by", by=by), *card.footer))
