"""Every card of the shipped library with all that can be done with it."""

from datetime import date
from pathlib import Path

import pytest

from bot.cards.address import LIMIT, Action, Address
from bot.cards.card import Card, Press
from bot.cards.kinds import command_of
from bot.cards.layout.limits import fits
from bot.cards.routes import every_card
from bot.cards.sharing import private_form, public_form
from bot.content.load import examine
from bot.domain.library import Library
from bot.words.catalogue import Catalogue, Words

SNOWFLAKE = 18_446_744_073_709_551_615
"""The largest id Discord can give."""


@pytest.fixture(scope="module", params=["en-US", "ko"])
def words(request: pytest.FixtureRequest) -> Words:
    return Catalogue.load().words(request.param)


@pytest.fixture(scope="module")
def shipped(root: Path, today: date) -> Library:
    library = examine(root / "seeds", root / "briefs", today).library
    assert library is not None
    return library


@pytest.fixture(scope="module")
def cards(shipped: Library, words: Words) -> list[Card]:
    return [card for _, card in every_card(shipped, words)]


def test_every_card_fits_with_all_that_can_be_done_with_it(cards: list[Card], words: Words) -> None:
    for card in cards:
        assert fits(private_form(card, words, may_post=True), words) == [], card.address
        assert fits(public_form(card, words, SNOWFLAKE), words) == [], card.address


def test_every_kind_of_card_is_counted_with_a_command(cards: list[Card]) -> None:
    assert all(command_of(card.address.kind) for card in cards if card.address)


def test_every_button_that_does_something_knows_its_card(cards: list[Card], words: Words) -> None:
    for card in cards:
        for button in private_form(card, words, may_post=True).actions[len(card.actions) :]:
            assert isinstance(button, Press)
            assert isinstance(button.leads_to, Action)
            assert button.leads_to.card == card.address


def test_a_reply_to_any_message_with_any_briefing_fits_a_custom_id(shipped: Library) -> None:
    for slug in shipped.briefs:
        assert len(str(Action("reply", Address("brief", slug), str(SNOWFLAKE)))) <= LIMIT
