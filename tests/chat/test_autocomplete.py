"""What members read in a list of suggestions, and what is submitted when they choose from it."""

from bot.chat.autocomplete import Offer, named
from bot.domain.search import Hit
from tests.builders import a_brief, a_document, a_library, a_quotation, a_term

PAPER = a_document("a-paper", "“Nobody asked,” she said.")
LIBRARY = a_library(
    PAPER,
    a_quotation(PAPER, "asked", "Nobody asked", "She"),
    a_brief("ferry", "Why did the ferry stop?", rests_on="asked", aliases=("boat", "船はなぜ", "배")),
    a_term("notice", "notice", "Telling people."),
)


def offered(matched: str, typed: str) -> str:
    (offer,) = named(LIBRARY, [Hit("brief", "ferry", 1.0, "alias", matched)], typed, "brief")
    return offer.shown


def test_the_reason_of_a_suggestion_is_shown_in_the_askers_own_script_alone() -> None:
    assert offered("boat", "boa") == "Why did the ferry stop? (boat)"
    assert offered("船はなぜ", "boa") == "Why did the ferry stop?"
    assert offered("船はなぜ", "船は") == "Why did the ferry stop? (船はなぜ)"
    assert offered("배", "船") == "Why did the ferry stop?"


def test_what_is_of_another_kind_than_the_field_is_submitted_with_its_kind() -> None:
    hits = [
        Hit("term", "notice", 1.0, "term", "notice"),
        Hit("brief", "ferry", 0.5, "title", "Why did the ferry stop?"),
    ]
    assert [*named(LIBRARY, hits, "notice", "brief")] == [
        Offer("notice", "term:notice"),
        Offer("Why did the ferry stop?", "ferry"),
    ]
