"""Whose quotations there are, and in which order they stand."""

from bot.cards.address import Address
from bot.cards.card import Menu
from bot.cards.layout.pages import pages
from bot.cards.layout.plain import plain
from bot.cards.options import Options
from bot.cards.quotations import whole_first
from bot.cards.routes import card_at
from bot.domain.library import Library
from tests.builders import a_document, a_library, a_quotation

TREATY = (("state", "no State"), ("refugee", "a refugee"))


def test_without_a_wish_the_speakers_and_documents_are_offered_with_how_many_each(
    library: Library, options: Options
) -> None:
    card = card_at(library, Address("quotes"), options)
    assert card is not None
    assert card.title == "3 quotations"
    speakers, documents = (block for block in card.blocks if isinstance(block, Menu))
    assert [(choice.label, choice.description) for choice in speakers.choices] == [
        ("A Spokesman", "2 quotations"),
        ("A Witness", "1 quotation"),
    ]
    assert [choice.description for choice in documents.choices] == ["2 quotations", "1 quotation"]
    assert len({menu.custom_id for menu in (speakers, documents)}) == 2
    assert "Most quoted: A Spokesman (2)." in plain(card)
    assert "“" not in plain(card)


def test_a_treaty_that_is_quoted_is_not_named_among_those_who_speak(options: Options) -> None:
    paper = a_document("p", "“no State” and “a refugee” are its words.", "“We left,” she said. “We ran,” she said.")
    rule = [a_quotation(paper, key, words, "A Treaty", flags=["treaty"]) for key, words in TREATY]
    said = [a_quotation(paper, key, words, "She") for key, words in (("left", "We left"), ("ran", "We ran"))]
    card = card_at(a_library(paper, *rule, *said), Address("quotes"), options)
    assert card is not None
    assert "Most quoted: She (2)." in plain(card)
    speakers = next(block for block in card.blocks if isinstance(block, Menu))
    assert "A Treaty" in [choice.label for choice in speakers.choices]


def test_sentences_stand_before_terms_and_fragments() -> None:
    paper = a_document(
        "a-paper",
        "“illegal migrants” he said.",
        "“humane approach” or not.",
        "“They came by night.”",
        "“We waited for them.”",
    )
    found = [
        a_quotation(paper, "term", "illegal migrants", "He"),
        a_quotation(paper, "part", "humane approach", "He", flags=["fragment"]),
        a_quotation(paper, "came", "They came by night", "He"),
        a_quotation(paper, "waited", "We waited for them", "He"),
    ]
    assert [each.id for each in whole_first(found)] == ["came", "waited", "term", "part"]


def test_many_quotations_are_paged_by_the_screen_and_in_place(options: Options) -> None:
    said = [
        f"Sentence number {number} is what I said to them on that very day, and nothing else." for number in range(20)
    ]
    paper = a_document("a-paper", *(f"“{each}” she said." for each in said))
    quotations = [a_quotation(paper, f"said-{number}", each, "She") for number, each in enumerate(said)]
    library = a_library(paper, *quotations)
    card = card_at(library, Address("quotes", speaker="she"), options)
    assert card is not None
    laid_out = pages(card, options.words)
    assert len(laid_out) > 3
    assert all(page.rows[0] for page in laid_out)
    assert "Page 2 of" in str(laid_out[1].blocks[0])


def test_a_library_without_quotations_says_so(options: Options) -> None:
    card = card_at(a_library(), Address("quotes"), options)
    assert card is not None
    assert "There is no quotation here." in plain(card)


def test_the_menus_of_the_shipped_library_fit_one_screen(shipped: Library, options: Options) -> None:
    card = card_at(shipped, Address("quotes"), options)
    assert card is not None
    assert len(pages(card, options.words)) == 1
