"""The card of somebody whom the documents name."""

from bot.cards.address import Address
from bot.cards.card import Card, Menu
from bot.cards.options import Options
from bot.cards.routes import card_at
from bot.domain.library import Library
from bot.words.catalogue import Words


def briefs_on(card: Card) -> set[str]:
    return {
        str(choice.leads_to.id)
        for block in card.blocks
        if isinstance(block, Menu)
        for choice in block.choices
        if isinstance(choice.leads_to, Address)
    }


def test_a_person_leads_to_every_briefing_that_rests_on_their_words_or_names_them(
    shipped: Library, english: Words
) -> None:
    for key, brief in (
        ("hong-lei", "china-position"),
        ("kim-dong-shik", "kim-dong-shik"),
        ("henry-hyde", "us-position"),
    ):
        card = card_at(shipped, Address("person", key), Options(english))
        assert card is not None
        assert brief in briefs_on(card)


def test_a_name_within_a_longer_word_is_nobody(shipped: Library, english: Words) -> None:
    king = card_at(shipped, Address("person", "robert-king"), Options(english))
    assert king is not None
    assert "kim-dong-shik" not in briefs_on(king)
