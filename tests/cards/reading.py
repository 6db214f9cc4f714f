"""What a reader sees of a card."""

from bot.cards.card import Card, Section, Text
from bot.cards.layout.plain import without_marks


def text_of(card: Card) -> str:
    """Its words from the title to the small print, without marks; buttons and menus are not read."""
    blocks = [block.markdown for block in card.blocks if isinstance(block, Text | Section)]
    return "\n".join(map(without_marks, (card.title, *blocks, *card.footer)))
