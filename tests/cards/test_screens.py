"""The cards of every shipped briefing on a phone: a screen at most, or pages of a screen each."""

import pytest

from bot.cards.address import Address
from bot.cards.card import Card, Picture, Press, Text
from bot.cards.kinds import KINDS
from bot.cards.layout.pages import pages
from bot.cards.layout.screen import SCREEN, height, height_of_buttons
from bot.cards.layout.size import A_SCREEN, Size
from bot.cards.options import Options
from bot.cards.routes import card_at
from bot.cards.sharing import private_form
from bot.domain.library import Library
from bot.words.catalogue import Catalogue, Words

LARGER = 900
"""Pixels of the largest block, which stands on a page of its own: an article, or a quotation with its original."""


@pytest.fixture(scope="module", params=["en-US", "ko"])
def words(request: pytest.FixtureRequest) -> Words:
    return Catalogue.load().words(request.param)


def test_every_page_of_every_view_fits_a_screen_but_for_a_block_that_is_larger_itself(
    shipped: Library, words: Words
) -> None:
    views = [view for view in KINDS["brief"].views if view not in {"card", "short"}]
    for slug in shipped.briefs:
        for address in (Address("brief", slug, view, opened=opened) for view in views for opened in (False, True)):
            card = card_at(shipped, address, Options(words))
            assert card is not None
            for page in pages(private_form(card, words, may_post=True, may_report=True), words):
                blocks = page.blocks[1 : -1 if card.footer else None]
                assert page.size.height <= SCREEN or len(blocks) == 1, (address, page.number, page.size)
                assert all(height(block) <= LARGER for block in blocks), (address, page.number)


def test_a_card_by_the_screen_keeps_its_blocks_whole_and_in_order(english: Words) -> None:
    blocks = tuple(Text(f"{number}. " + "A line of words that is long. " * number) for number in range(1, 30))
    card = Card("A title", blocks, Address("brief", "x"), by_screen=True)
    laid_out = pages(card, english)
    assert tuple(block for page in laid_out for block in page.blocks[1:]) == blocks
    assert len(laid_out) > 5
    assert all(A_SCREEN.holds(page.size) or len(page.blocks) == 2 for page in laid_out)


def test_a_text_that_no_message_holds_is_still_split(english: Words) -> None:
    card = Card("A title", (Text("Some words. " * 600),), Address("brief", "x"), by_screen=True)
    assert len(pages(card, english)) > 1


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        ("one line", "one line\nand another"),
        ("-# small print of some forty letters or so", "plain print of some forty letters or so, yes"),
        ("a [link](<https://example.org/a/very/long/address/that/nobody/sees/at/all>)", "a link of many words " * 3),
        ("forty letters of the Latin script", "한글은 라틴 글자보다 두 배로 넓으니 두 줄이다"),
    ],
)
def test_what_takes_more_room_on_a_phone_is_reckoned_higher(lower: str, higher: str) -> None:
    assert height(Text(lower)) < height(Text(higher))


def test_buttons_that_do_not_fit_beside_one_another_stand_below() -> None:
    here = Address("brief", "x")
    one, long = Press("Next", here), Press("Back to the briefing", here)
    assert height_of_buttons([one, one]) == height_of_buttons([one])
    assert height_of_buttons([long, long]) == 2 * height_of_buttons([one])
    assert Size.of(Picture("p.png", b"", "A chart.")).height > Size.of(Text("A line.")).height


def test_a_page_leaves_room_for_its_buttons_wherever_those_that_turn_it_break_the_rows(english: Words) -> None:
    labels = ("Who is bound", "Where it can be read", "List of parties", "Post to channel", "Report a problem")
    presses = tuple(Press(label, Address("term", str(number))) for number, label in enumerate(labels))
    blocks = tuple(Text("A line. " * number) for number in range(1, 40))
    laid_out = pages(Card("A title", blocks, Address("brief", "x"), actions=presses, by_screen=True), english)
    assert len(laid_out) > 2
    assert all(page.size.height <= SCREEN or len(page.blocks) == 2 for page in laid_out)
