"""Every card of the shipped library with all that can be done with it."""

from datetime import date
from pathlib import Path

import pytest

from bot.cards.address import LIMIT, Address
from bot.cards.card import Card, Press
from bot.cards.layout.limits import fits
from bot.cards.routes import every_card
from bot.cards.sharing import COMMAND_OF, private_form, public_form, reportable, shareable, shown_in
from bot.content.load import examine
from bot.domain.library import Library
from bot.words.catalogue import Catalogue, Words

SNOWFLAKE = 18_446_744_073_709_551_615
"""The largest id Discord can give."""


@pytest.fixture(scope="module", params=["en-US", "ko"])
def words(request: pytest.FixtureRequest) -> Words:
    return Catalogue.load().words(request.param)


@pytest.fixture(scope="module")
def library(root: Path, today: date) -> Library:
    library = examine(root / "seeds", root / "briefs", today).library
    assert library is not None
    return library


@pytest.fixture(scope="module")
def cards(library: Library, words: Words) -> list[Card]:
    return [card for _, card in every_card(library, words)]


def test_every_card_fits_with_all_that_can_be_done_with_it(cards: list[Card], words: Words) -> None:
    for card in cards:
        assert fits(private_form(card, words, may_post=True), words) == [], card.address
        assert fits(public_form(card, words, SNOWFLAKE), words) == [], card.address


def test_every_kind_of_card_is_counted_with_a_command(cards: list[Card]) -> None:
    assert {card.address.kind for card in cards if card.address} <= COMMAND_OF.keys()


def test_every_button_of_a_deed_leads_back_to_its_card(cards: list[Card], words: Words) -> None:
    for card in cards:
        for deed in private_form(card, words, may_post=True).actions[len(card.actions) :]:
            assert card.address
            assert isinstance(deed, Press)
            assert shown_in(deed.leads_to) == Address(card.address.kind, card.address.id, card.address.view)


def test_a_reply_to_any_message_with_any_briefing_fits_a_custom_id(library: Library) -> None:
    for slug in library.briefs:
        assert len(str(Address("brief", slug, "reply", extra=str(SNOWFLAKE)))) <= LIMIT


def test_lists_and_boundaries_are_for_the_asker_alone() -> None:
    for address in (Address("topics"), Address("quotes", "x"), Address("timeline"), Address("boundary", "x")):
        assert not shareable(address)
    assert reportable(Address("boundary", "x"))
    assert not reportable(Address("topics"))
