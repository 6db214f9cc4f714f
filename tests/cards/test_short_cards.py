"""What `/brief` answers with, of every shipped briefing: read on one screen of a phone, whatever is covered."""

from bot.cards.address import Address
from bot.cards.card import Card
from bot.cards.layout.limits import SHORT
from bot.cards.layout.pages import pages
from bot.cards.layout.plain import read
from bot.cards.options import Options
from bot.cards.routes import card_at
from bot.cards.sharing import private_form
from bot.domain.library import Library
from bot.words.catalogue import Words

FIRST_SCREEN = 715
"""Pixels of a phone from the card's beginning to the line one types in."""


def answered(library: Library, slug: str, options: Options, *, opened: bool = False) -> Card:
    card = card_at(library, Address("brief", slug, opened=opened), options)
    assert card is not None
    return card


def test_no_short_card_has_more_than_900_characters(shipped: Library, options: Options) -> None:
    for opened in (False, True):
        lengths = {slug: len(read(answered(shipped, slug, options, opened=opened))) for slug in shipped.briefs}
        assert {slug: length for slug, length in lengths.items() if length > SHORT} == {}


def test_the_buttons_of_every_answer_stand_in_its_first_screen(
    shipped: Library, options: Options, english: Words
) -> None:
    for slug in shipped.briefs:
        (page,) = pages(
            private_form(answered(shipped, slug, options), english, may_post=True, may_report=True), english
        )
        assert page.size.height <= FIRST_SCREEN, slug


def test_every_answer_can_be_read_before_anything_is_opened(shipped: Library, options: Options) -> None:
    for slug, brief in shipped.briefs.items():
        assert brief.answer.text[:40] in read(answered(shipped, slug, options)), slug
