"""What is copied from a citation is the words, character by character, and where they stand."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.address import Address
from bot.cards.card import Card, Press, Text
from bot.cards.cite import FORMS, PART
from bot.cards.escape import to_copy
from bot.cards.layout.limits import fits
from bot.cards.layout.plain import plain
from bot.cards.options import Options
from bot.cards.routes import card_at, every_card
from bot.domain.date import PartialDate
from bot.domain.library import Library
from bot.domain.verdict import Checker
from bot.words.catalogue import Words
from tests.builders import a_document, a_library, a_quotation, an_article, an_instrument

TODAY = PartialDate(2026, 11, 27)


def boxes(card: Card) -> list[str]:
    """What is in the code blocks of a card."""
    texts = [block.markdown for block in card.blocks if isinstance(block, Text)]
    return [text.removeprefix("```\n").removesuffix("\n```") for text in texts if text.startswith("```\n")]


def cited(library: Library, address: Address, options: Options) -> Card:
    card = card_at(library, address, replace(options, today=TODAY))
    assert card is not None
    return card


def test_a_quotation_is_cited_with_speaker_document_date_place_address_and_day(
    library: Library, options: Options
) -> None:
    (plainly,) = boxes(cited(library, Address("quotation", "denial", "cite"), options))
    assert plainly == (
        "“We returned nobody”\n\nA Spokesman, ministry, in A Paper, 4 June 2013, paragraph 1, "
        "https://paper.example/1, accessed 27 November 2026."
    )
    (markdown,) = boxes(cited(library, Address("quotation", "denial", "cite-md"), options))
    assert markdown.startswith("> “We returned nobody”\n\nA Spokesman, ")
    assert "<https://paper.example/1>" in markdown
    (note,) = boxes(cited(library, Address("quotation", "denial", "cite-note"), options))
    assert plainly == f"“We returned nobody”\n\n{note}"


def test_what_is_not_certain_of_a_document_is_not_made_certain_by_citing_it(library: Library, options: Options) -> None:
    (note,) = boxes(cited(library, Address("quotation", "fragment", "cite-note"), options))
    assert "via A Paper, in A Digest (likely), February 2005 (date inferred), paragraph 1" in note


def test_an_article_is_cited_whole_with_its_treaty_and_address(library: Library, options: Options) -> None:
    (plainly,) = boxes(cited(library, Address("article", "a-treaty-33", "cite"), options))
    for paragraph in library.provisions["a-treaty-33"].article.paragraphs:
        assert paragraph.text in plainly
    assert plainly.endswith("https://law.example/treaty, accessed 27 November 2026.")


@pytest.mark.parametrize("view", FORMS)
def test_distressing_words_are_hidden_until_asked_for_in_a_citation_too(
    library: Library, options: Options, view: str
) -> None:
    covered = plain(cited(library, Address("quotation", "beaten", view), options))
    assert "They were beaten" not in covered
    if view != "cite-note":
        opened = boxes(cited(library, Address("quotation", "beaten", view, opened=True), options))
        assert "They were beaten in the camps" in opened[0]


def test_every_form_leads_to_the_others_and_back(library: Library, options: Options) -> None:
    for view in FORMS:
        card = cited(library, Address("quotation", "denial", view), options)
        led = {str(press.leads_to) for press in card.actions if isinstance(press, Press)}
        ways = [other for other in (*FORMS, "card") if other != view]
        assert led == {str(Address("quotation", "denial", other)) for other in ways}


@given(st.text(alphabet="`a *_|<\n", max_size=60))
def test_what_is_to_be_copied_stands_in_one_box_or_in_none(text: str) -> None:
    made = to_copy(text)
    if "```" in text:
        assert "```" not in made
        assert re.sub(r"\\(.)", r"\1", made) == text
    else:
        assert made == f"```\n{text}\n```"
        assert made.count("```") == 2


def test_long_words_are_copied_in_parts_that_are_the_words(english: Words, options: Options) -> None:
    told = " ".join(f"Sentence {number} of a long statement `was` made." for number in range(200))
    paper = a_document("a-paper", f"“{told}”", url="https://paper.example/1")
    article = an_article("1", told, told)
    library = a_library(paper, a_quotation(paper, "long", told, "She"), an_instrument("a-treaty", "A Treaty", article))
    for view in ("cite", "cite-md"):
        *parts, source = boxes(cited(library, Address("quotation", "long", view), options))
        assert " ".join(parts).removeprefix("> ") == f"“{told}”"
        assert max(map(len, parts)) <= PART
        assert source.startswith("She, ")
        assert fits(cited(library, Address("quotation", "long", view), options), english) == []
        assert fits(cited(library, Address("article", "a-treaty-1", view), options), english) == []


def test_the_exact_characters_of_every_quotation_and_article_of_the_library_are_in_its_citation(
    shipped: Library, checker: Checker, english: Words
) -> None:
    options = Options(english, today=TODAY)
    for key, evidence in shipped.quotations.items():
        card = card_at(shipped, Address("quotation", key, "cite", opened=True), options)
        assert card is not None
        assert f"“{evidence.text}”" in "\n".join(boxes(card))
    for key, provision in shipped.provisions.items():
        card = card_at(shipped, Address("article", key, "cite"), options)
        assert card is not None
        if provision.article.paragraphs:
            verdict = checker.check(boxes(card)[0])
            assert (key, verdict.verdict) == (key, "exact")
    cards = [card for _, card in every_card(shipped, english) if card.address and card.address.view in FORMS]
    assert len(cards) >= 3 * len(shipped.quotations)
    assert all(fits(card, english) == [] for card in cards)
