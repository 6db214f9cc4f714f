"""Every card of the shipped library with all that can be done with it."""

import pytest

from bot.cards.address import LIMIT, Action, Address
from bot.cards.card import Card, Choice, Link, Press
from bot.cards.kinds import command_of, reportable
from bot.cards.layout.limits import fits
from bot.cards.layout.pages import pages
from bot.cards.options import Options
from bot.cards.routes import card_at, every_card
from bot.cards.sharing import private_form, public_form
from bot.domain.library import Library
from bot.words.catalogue import Catalogue, Words

SNOWFLAKE = 18_446_744_073_709_551_615
"""The largest id Discord can give."""


@pytest.fixture(scope="module", params=["en-US", "ko"])
def words(request: pytest.FixtureRequest) -> Words:
    return Catalogue.load().words(request.param)


@pytest.fixture(scope="module")
def cards(shipped: Library, words: Words) -> list[Card]:
    return [card for _, card in every_card(shipped, words)]


def test_every_card_fits_with_all_that_can_be_done_with_it(cards: list[Card], words: Words) -> None:
    for card in cards:
        assert fits(private_form(card, words, may_post=True, may_report=True), words) == [], card.address
        assert fits(public_form(card, words, SNOWFLAKE, may_report=True), words) == [], card.address


def test_every_kind_of_card_is_counted_with_a_command(cards: list[Card]) -> None:
    assert all(command_of(card.address.kind) for card in cards if card.address)


def test_every_button_that_does_something_knows_its_card(cards: list[Card], words: Words) -> None:
    for card in cards:
        sent = private_form(card, words, may_post=True, may_report=True)
        added = [*sent.actions[len(card.actions) :]]
        added += [one for one in (sent.more.choices if sent.more else ()) if isinstance(one.leads_to, Action)]
        for button in added:
            assert not isinstance(button, Link)
            assert isinstance(button.leads_to, Action)
            assert button.leads_to.card == card.address


def test_a_report_is_the_last_of_more_or_a_button_and_nowhere_if_nobody_would_receive_it(
    cards: list[Card], words: Words
) -> None:
    report = words("action.report")
    seen = set[bool]()
    for card in cards:
        if card.address is None or not reportable(card.address):
            continue
        leads_to = Action("report", card.address)
        for sent in (
            private_form(card, words, may_post=True, may_report=True),
            public_form(card, words, SNOWFLAKE, may_report=True),
        ):
            if card.more is None:
                assert Press(report, leads_to) in sent.actions
            else:
                assert sent.more is not None
                assert sent.more.choices == (*card.more.choices, Choice(report, leads_to))
        for sent in (
            private_form(card, words, may_post=True, may_report=False),
            public_form(card, words, SNOWFLAKE, may_report=False),
        ):
            assert report not in [one.label for one in sent.actions]
            assert sent.more == card.more
        seen.add(card.more is None)
    assert seen == {True, False}


def test_a_short_card_as_it_is_sent_has_four_buttons_at_most_and_a_menu(shipped: Library, words: Words) -> None:
    for slug in shipped.briefs:
        for opened in (False, True):
            card = card_at(shipped, Address("brief", slug, opened=opened), Options(words))
            assert card is not None
            mine, for_all = (
                private_form(card, words, may_post=True, may_report=True),
                public_form(card, words, SNOWFLAKE, may_report=True),
            )
            assert 2 <= len(mine.actions) <= 4
            assert [one.label for one in mine.actions][-1] == words("action.post")
            assert [one.label for one in for_all.actions][-1] == words("action.remove")
            assert mine.more is not None
            assert for_all.more is not None
            assert len(pages(mine, words)) == len(pages(for_all, words)) == 1


def test_a_reply_to_any_message_with_any_briefing_fits_a_custom_id(shipped: Library) -> None:
    for slug in shipped.briefs:
        assert len(str(Action("reply", Address("brief", slug), str(SNOWFLAKE)))) <= LIMIT
