"""Lists and the cards of documents, figures, terms and timelines on a phone: a screen, or pages of one, in place."""

from dataclasses import replace

import pytest

from bot.cards.address import Address
from bot.cards.card import Menu, Press, Text
from bot.cards.help import help_card
from bot.cards.kinds import KINDS, LISTINGS
from bot.cards.layout.pages import pages
from bot.cards.layout.plain import plain
from bot.cards.layout.screen import SCREEN
from bot.cards.options import Options
from bot.cards.privacy import kept_card, privacy_card
from bot.cards.routes import card_at, every_address, every_card
from bot.cards.sharing import private_form
from bot.cards.timeline import near
from bot.domain.date import PartialDate
from bot.domain.library import Library
from bot.words.catalogue import Catalogue, Words
from tests.builders import KEPT, a_brief, a_document, a_library, a_note, an_event

LONGEST = 1.3
"""Screens of a card that cannot be paged in place."""

COMMANDS = (
    "brief",
    "topics",
    "figures",
    "timeline",
    "define",
    "check",
    "quote",
    "treaty",
    "source",
    "about",
    "privacy",
)


@pytest.fixture(params=["en-US", "ko"])
def words(request: pytest.FixtureRequest, catalogue: Catalogue) -> Words:
    return catalogue.words(request.param)


def test_every_list_and_the_card_of_every_item_takes_a_screen_or_turns_page_by_page(
    shipped: Library, words: Words
) -> None:
    kinds = {"document", "figure", "instrument", "term", "timeline", *LISTINGS}
    seen = 0
    for _, address in every_address(shipped):
        if address.kind not in kinds:
            continue
        card = card_at(shipped, address, Options(words))
        assert card is not None
        laid_out = pages(private_form(card, words, may_post=True, may_report=True), words)
        for page in laid_out:
            blocks = page.blocks[1:-1]
            assert page.size.height <= SCREEN or len(blocks) == 1, (address, page.number, page.size)
            turning = [each.leads_to for row in page.rows for each in row if isinstance(each, Press)]
            assert page.number == page.of or address.on_page(page.number + 1) in turning
        seen += 1
    assert seen > 100


def test_what_cannot_be_paged_in_place_is_hardly_longer_than_a_screen(shipped: Library, words: Words) -> None:
    every = {name: f"/{name}" for name in (*COMMANDS, "desk status", "desk reload")}
    (page,) = pages(help_card(shipped, words, every, moderator=True), words)
    assert page.size.height <= LONGEST * SCREEN


@pytest.mark.parametrize("fixed", [False, True])
@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("days", [None, 400])
def test_privacy_takes_one_screen_and_all_that_is_kept_turns_screen_by_screen(
    words: Words, *, fixed: bool, alone: bool, days: int | None
) -> None:
    kept = replace(KEPT, key_is_fixed=fixed, one_server=alone, days=days)
    (page,) = pages(privacy_card(words, kept), words)
    assert page.size.height <= SCREEN
    whole = pages(kept_card(words, kept), words)
    assert all(page.size.height <= SCREEN for page in whole)
    assert len(whole) <= 3


def test_a_treaty_offers_its_articles_on_every_page_and_begins_with_who_is_bound(
    shipped: Library, words: Words
) -> None:
    for key, instrument in shipped.instruments.items():
        card = card_at(shipped, Address("instrument", key), Options(words))
        assert card is not None
        offered = [choice.leads_to for choice in (card.more.choices if card.more else ())]
        assert {Address("article", instrument.article_id(article)) for article in instrument.articles} <= {*offered}
        for party in instrument.parties[:1]:
            assert isinstance(card.blocks[0], Text)
            assert party.state in card.blocks[0].markdown


def test_no_two_menus_of_a_card_ask_for_the_same(shipped: Library, words: Words) -> None:
    for _, card in every_card(shipped, words):
        prompts = [block.prompt for block in (*card.blocks, card.more) if isinstance(block, Menu)]
        assert len(set(prompts)) == len(prompts), card.address


def test_help_says_what_each_command_is_for_on_a_line_of_a_phone(shipped: Library, english: Words) -> None:
    text = plain(help_card(shipped, english, {name: f"/{name}" for name in COMMANDS}, moderator=False))
    lines = [line for line in text.splitlines() if line.startswith("- /")]
    assert [line.split()[1] for line in lines] == [f"/{name}" for name in COMMANDS]


def a_timeline() -> Library:
    paper = a_document("p", "It was so.")
    return a_library(
        paper,
        a_note("n"),
        a_brief("b", "What?", rests_on="note:n"),
        an_event("last", "It ended.", "note:n", date="2013-05", topics=("b",)),
        an_event("first", "It began.", "note:n", date="1951", topics=("b",)),
        an_event("long", "It lasted.", "note:n", date="1995", until=PartialDate(2005), topics=("b",)),
    )


@pytest.mark.parametrize(
    ("year", "events"),
    [
        (1951, ["first"]),
        (2013, ["last"]),
        (2001, ["long"]),
        (2005, ["long"]),
        (1970, ["first", "long"]),
        (1900, ["first"]),
        (2020, ["last"]),
    ],
)
def test_near_a_year_is_what_began_then_or_lasted_over_it_or_else_the_events_beside_it(
    year: int, events: list[str]
) -> None:
    assert [event.id for event in near(a_timeline(), year, Address("timeline"))] == events


def test_a_timeline_stands_in_the_order_of_its_dates_an_event_a_block(english: Words) -> None:
    card = KINDS["timeline"].views["card"](a_timeline(), Address("timeline", "b"), Options(english))
    texts = [block.markdown.split("\n")[0] for block in card.blocks if isinstance(block, Text)]
    assert texts == ["**1951**: It began.", "**1995 to 2005**: It lasted.", "**May 2013**: It ended."]
