from dataclasses import replace

import pytest

from bot.cards.address import Address, parse
from bot.cards.card import Link, Menu, Picture, Press, Text
from bot.cards.kinds import LISTINGS
from bot.cards.layout.limits import fits
from bot.cards.layout.plain import plain
from bot.cards.options import Options
from bot.cards.routes import card_at, every_card
from bot.cards.sharing import private_form
from bot.cards.statement import holder
from bot.domain import receipts
from bot.domain.library import Library
from bot.domain.model import Statement
from bot.words.catalogue import Catalogue, Words
from tests.builders import a_boundary, a_brief, a_library, a_wording, an_article, an_event, an_instrument
from tests.cards.shown import shown


def test_an_article_is_whole_with_one_line_on_how_it_stands(library: Library, options: Options) -> None:
    card = shown(library, Address("article", "a-treaty-33"), options)
    text = plain(card)
    assert "1. No State shall return a refugee to a territory where his life would be threatened.\n2. But." in text
    assert "Treaty text · Adopted 28 July 1951 · In force since 22 April 1954\n" in text
    assert "Wording compared" not in text
    assert card.footer[0].endswith(" · Information, not legal advice.")
    assert Link("Where it can be read", "https://law.example/treaty") in card.actions
    assert card.more is not None
    assert [(choice.label, choice.description) for choice in card.more.choices] == [
        ("How the documents word it", ""),
        ("About this text", ""),
        ("Who is bound", ""),
        ("Who was returned?", "Briefing that uses this"),
    ]
    about = plain(shown(library, Address("article", "a-treaty-33", "about"), options))
    assert about.startswith("About this text: A Treaty, Article 33\n\nWording compared in: two copies")


@pytest.mark.parametrize("many", [22, 23, 60])
def test_an_article_leads_to_every_briefing_that_uses_it_however_many(options: Options, many: int) -> None:
    treaty = an_instrument("t", "A Treaty", an_article("1", "Nobody is returned."))
    briefs = [a_brief(f"b{number}", f"What is {number}?", rests_on="article:t-1") for number in range(many)]
    card = private_form(
        shown(a_library(treaty, *briefs), Address("article", "t-1"), options),
        options.words,
        may_post=True,
        may_report=True,
    )
    assert fits(card, options.words) == []
    menus = [block for block in (*card.blocks, card.more) if isinstance(block, Menu)]
    led_to = [choice.leads_to for menu in menus for choice in menu.choices]
    assert {address.id for address in led_to if isinstance(address, Address)} >= {one.id for one in briefs}
    assert len({menu.custom_id for menu in menus}) == len(menus)


def test_an_article_that_is_only_described_says_whose_words_those_are(library: Library, options: Options) -> None:
    text = plain(shown(library, Address("article", "a-treaty-34"), options))
    assert "In the editors' words: Told in our words.\nNot stored here: All of it." in text
    assert "Treaty text" not in text


def test_what_rests_on_an_article_told_in_our_words_does_not_call_it_treaty_text(options: Options) -> None:
    told = an_article("34", described="Told in our words.", not_stored="All of it.", paragraphs=())
    treaty = an_instrument("a-treaty", "A Treaty", told)
    library = a_library(treaty, a_brief("b", "What?", rests_on="article:a-treaty-34"))
    assert "Editors' description" in plain(shown(library, Address("brief", "b", "full"), options))
    assert "Editors' description" in plain(shown(library, Address("brief", "b", "sources"), options))


@pytest.mark.parametrize(("number", "printed"), [("1A(2)", "(2) Who is meant"), ("33", "2. Who is meant")])
def test_a_paragraph_has_its_number_as_the_article_writes_it(options: Options, number: str, printed: str) -> None:
    article = an_article(number, paragraphs=({"number": "2", "text": "Who is meant."},))
    treaty = an_instrument("t", "T", article)
    text = plain(shown(a_library(treaty), Address("article", treaty.article_id(article)), options))
    assert f"\n{printed}" in text


def test_a_documents_wording_is_compared_with_the_nearest_paragraph(library: Library, options: Options) -> None:
    text = plain(shown(library, Address("article", "a-treaty-33", "wording"), options))
    text = text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{MINUS SIGN}", "-")
    assert (
        "> [- No State shall] [+ no state may] return [- a refugee] [+ refugees] to a [- territory] [+ place] where"
        in text
    )
    assert "[- his] [+ their] life would be threatened" in text
    assert "[- words] stand only in the article, [+ words] only in the document" in text


def test_a_law_that_is_only_reported_shows_who_reports_it(library: Library, options: Options) -> None:
    text = plain(shown(library, Address("instrument", "a-law"), options))
    assert "Its text is not stored here." in text
    assert "> about 300,000 people had fled\nA Paper, in its own words" in text


def test_a_figure_has_every_statement_oldest_first_and_why_they_differ(library: Library, options: Options) -> None:
    text = plain(shown(library, Address("figure", "fled"), options))
    places = [text.index(value) for value in ("up to 7 ", "at least 300,000 ", "10,000 to 30,000 ")]
    assert places == sorted(places)
    assert "Why they differ, in the editors' words: They count at different times." in text


def test_the_lower_end_of_a_spread_is_no_lower_bound(library: Library, options: Options) -> None:
    figure = library.figures["fled"].model_copy(update={"spread": True, "unit": "years"})
    text = plain(shown(replace(library, figures={"fled": figure}), Address("figure", "fled"), options))
    assert "from 300,000 years · people in hiding" in text


@pytest.mark.parametrize(("rests_on", "told"), [("evidence", "the source says “about”"), ("note:a", "words: about")])
def test_a_hedge_is_quoted_from_documents_alone(rests_on: str, told: str, english: Words) -> None:
    written = {
        "low": 5,
        "as_of": "2006",
        "counts": "people",
        "holder": "Yonhap",
        "hedge": "about",
        "rests_on": [rests_on],
    }
    said = holder(Statement.model_validate(written), english)
    assert said.endswith(told)


def test_a_figure_whose_statements_agree_is_not_said_to_differ(library: Library, options: Options) -> None:
    figure = library.figures["fled"].model_copy(update={"agree": True})
    text = plain(shown(replace(library, figures={"fled": figure}), Address("figure", "fled"), options))
    assert "They agree, in the editors' words: They count at different times." in text
    assert "Why they differ" not in text


def test_a_bound_that_is_not_reached_is_no_at_least(library: Library, options: Options) -> None:
    figure = library.figures["fled"]
    beyond = tuple(each.model_copy(update={"beyond": None in (each.low, each.high)}) for each in figure.statements)
    figure = figure.model_copy(update={"statements": beyond})
    text = plain(shown(replace(library, figures={"fled": figure}), Address("figure", "fled"), options))
    assert "more than 300,000 · people in hiding" in text
    assert "fewer than 7 · people who came back" in text


def test_a_chart_says_in_words_what_it_shows(library: Library, english: Words) -> None:
    card = shown(library, Address("figure", "fled"), Options(english, charts={"fled": b"png"}))
    (picture,) = (block for block in card.blocks if isinstance(block, Picture))
    assert picture.alternative == (
        "Chart. How many have fled? people in hiding: at least 300,000, A, as of 2006; "
        "people in hiding: 10,000 to 30,000, B, as of 2007."
    )


def test_a_timeline_is_in_order_and_tells_outside_events_apart(library: Library, options: Options) -> None:
    text = plain(shown(library, Address("timeline", "returns"), options))
    assert "3 June 2013: The ministry answered.\nA Paper 2013, paragraph 1" in text
    assert "2014 (date inferred): A list was drawn up.\nOutside our documents: A library 2014" in text
    assert "beatings" not in text
    assert text.index("2013") < text.index("2014 (date")


def test_an_event_names_a_document_once_with_all_its_paragraphs(library: Library, options: Options) -> None:
    event = an_event("all", "It was.", "hiding", "denial", "fragment", "fled", date="2013", topics=("returns",))
    text = plain(shown(replace(library, events={"all": event}), Address("timeline"), options))
    assert "\nA Paper 2013, paragraphs 1, 2 · A Digest 2005, paragraph 1\n" in text


def test_an_event_says_which_part_of_it_is_from_outside(library: Library, options: Options) -> None:
    event = an_event("both", "It was.", "note:a-note", "denial", date="2013-06-03", topics=("returns",))
    text = plain(shown(replace(library, events={"both": event}), Address("timeline"), options))
    assert "\nA Paper 2013, paragraph 1 · Outside our documents: A library 2014\n" in text


def test_a_distressing_event_is_covered(library: Library, options: Options) -> None:
    text = plain(shown(library, Address("timeline"), options))
    assert "2012: hidden; press Show" in text
    assert "beatings" not in text


def test_a_definition_is_labelled_as_the_editors(library: Library, options: Options) -> None:
    text = plain(shown(library, Address("term", "return"), options))
    assert "Going back.\nThe editors' definition." in text
    assert "Where it is used\n- A Paper 2013, paragraph 1\n- A Treaty, Article 33" in text


def test_a_document_that_uses_a_word_in_many_places_is_named_once(library: Library, options: Options) -> None:
    term = library.terms["return"].model_copy(update={"used_in": ("beaten", "note:a-note", "denial", "fled")})
    text = plain(shown(replace(library, terms={"return": term}), Address("term", "return"), options))
    assert "Where it is used\n- A Paper 2013, paragraphs 1, 2, 3\n- editors' note" in text


def test_a_document_has_its_register_entry_and_what_uses_it(library: Library, options: Options) -> None:
    card = shown(library, Address("document", "a-digest"), options)
    text = plain(card)
    assert "Publisher: A Digest (likely)" in text
    assert "Date: February 2005 (date inferred)\nits first line says so" in text
    assert "Who was returned? [brief:returns]" in text
    assert "no dateline" in plain(shown(library, Address("document", "a-paper"), options))


def test_a_boundary_replies_in_the_readers_language_or_in_english(
    library: Library, english: Words, korean: Words
) -> None:
    address = Address("boundary", "names")
    assert "We name nobody." in plain(shown(library, address, Options(english)))
    assert "이름을 밝히지 않습니다." in plain(shown(library, address, Options(korean)))


@pytest.mark.parametrize(
    ("locale", "asked_in", "reply", "said"),
    [
        ("zh-TW", "", "我们不回答。", "in Chinese"),
        ("zh-CN", "ja", "我们不回答。", "in Chinese"),
        ("ja", "zh", "お答えしません。", "in Japanese"),
        ("en-US", "ja", "お答えしません。", "in Japanese"),
        ("en-GB", "zh", "我们不回答。", "in Chinese"),
        ("fr", "ko", "We do not answer.", None),
        ("fr", "", "We do not answer.", None),
        ("ja", "", "お答えしません。", "in Japanese"),
        ("", "shown", "We do not answer.", None),
    ],
)
def test_a_boundary_replies_in_the_language_of_the_reader_then_of_the_question(
    english: Words, locale: str, asked_in: str, reply: str, said: str | None
) -> None:
    replies = {"en": "We do not answer.", "zh": "我们不回答。", "ja": "お答えしません。"}
    library = a_library(a_boundary("b", ("it",), reply=replies))
    card = shown(library, Address("boundary", "b", language=asked_in), Options(english, locale=locale))
    assert card.blocks[0] == Text(reply)
    parts = ["The editors' fixed reply", *([said] if said else []), f"`{receipts.of_boundary(library, 'b')}`"]
    assert card.footer == (" · ".join(parts),)


def test_a_reply_in_another_language_than_the_interface_says_so_in_the_interface(korean: Words) -> None:
    library = a_library(a_boundary("b", ("it",), reply={"en": "We do not answer."}))
    card = shown(library, Address("boundary", "b"), Options(korean, locale="ko"))
    assert "영어로 표시" in card.footer[0]


def test_a_place_to_turn_to_says_of_when_its_address_is(options: Options) -> None:
    helps = [
        {"name": "An office", "text": "It listens.", "url": "https://office.example", "as_of": "2024"},
        {"name": "A lawyer", "text": "Ask one."},
    ]
    text = plain(shown(a_library(a_boundary("b", ("it",), turn_to=helps)), Address("boundary", "b"), options))
    assert "- An office: https://office.example · It listens. (2024)\n- A lawyer · Ask one.\n\n" in text


def test_topics_name_every_briefing_and_warn_of_content(library: Library, options: Options) -> None:
    card = shown(library, Address("topics"), options)
    assert "All\n- Who was returned?\n- What happened in the camps? (content note)" in plain(card)
    menu = card.more
    assert menu is not None
    assert [choice.leads_to for choice in menu.choices] == [Address("brief", "returns"), Address("brief", "hard")]


@pytest.mark.parametrize(
    "address",
    [
        Address("brief", "gone"),
        Address("brief"),
        Address("brief", "returns", "unknown"),
        Address("quotation", "fled"),
        Address("topics", "gone"),
        Address("quotes", "gone"),
        Address("nonsense", "returns"),
        Address("", ""),
    ],
)
def test_an_address_that_leads_nowhere_has_no_card(library: Library, options: Options, address: Address) -> None:
    assert card_at(library, address, options) is None


def test_every_button_and_choice_of_every_card_leads_to_a_card(library: Library, english: Words) -> None:
    options = Options(english)
    for _, card in every_card(library, english):
        presses = [action for action in card.actions if isinstance(action, Press)]
        choices = [choice for block in card.blocks if isinstance(block, Menu) for choice in block.choices]
        for address in (way.leads_to for way in (*presses, *choices)):
            assert isinstance(address, Address)
            assert card_at(library, address, options) is not None, address
            assert parse(str(address)) == address


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_library_that_has_nothing_yet_has_lists_that_say_so(language: str, catalogue: Catalogue) -> None:
    words = catalogue.words(language)
    cards = [card for _, card in every_card(a_library(wording=a_wording()), words)]
    assert {card.address.kind for card in cards if card.address} >= LISTINGS.keys() - {"timeline"}
    assert [(card.address, fault) for card in cards for fault in fits(card, words)] == []


def test_every_item_that_can_be_found_has_a_card(library: Library, english: Words) -> None:
    seen = {(card.address.kind, card.address.id) for _, card in every_card(library, english) if card.address}
    kinds = {
        "brief": library.briefs,
        "quotation": library.quotations,
        "article": library.provisions,
        "instrument": library.instruments,
        "figure": library.figures,
        "term": library.terms,
        "document": library.documents,
        "boundary": library.boundaries,
    }
    assert {(kind, key) for kind, items in kinds.items() for key in items} <= seen
