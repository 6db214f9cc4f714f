from dataclasses import replace

from bot.domain import receipts
from bot.domain.correction import Announced, corrections_of, to_announce
from bot.domain.library import Library
from bot.domain.model import Correction
from tests.builders import a_brief, a_document, a_library, a_narration

PAPER = a_document("p", "The ferry stopped in May.")
CONTENT = (PAPER, a_narration(PAPER, "x", "The ferry stopped in May."), a_brief("ferry", "Why did the ferry stop?"))


def a_correction(key: str, day: str, item: str = "brief:ferry", was: str = "ferry@3f9c2afa") -> Correction:
    texts = {"wrong": "It said June.", "now": "It says May.", "why": "We misread."}
    return Correction.model_validate({"id": key, "day": day, "item": item, "was": was, **texts})


def corrected(*corrections: Correction) -> Library:
    return replace(a_library(*CONTENT), corrections={one.id: one for one in corrections})


NEW, OLD = a_correction("new", "2026-03-02"), a_correction("old", "2026-02-04")


def test_what_was_told_is_not_told_again_and_the_rest_oldest_first() -> None:
    library = corrected(NEW, OLD)
    assert to_announce(library, Announced()) == [OLD, NEW]
    assert to_announce(library, Announced().with_more([OLD])) == [NEW]


def test_corrections_of_a_hidden_briefing_are_not_told_and_not_taken_for_told() -> None:
    library = corrected(OLD)
    assert to_announce(library, Announced(), hidden=("ferry",)) == []
    assert corrections_of(library, OLD.was, hidden=("ferry",)) == []
    assert to_announce(library, Announced(), hidden=("other",)) == [OLD]


def test_a_correction_belongs_to_the_receipt_before_it_alone() -> None:
    library = corrected(OLD)
    assert corrections_of(library, OLD.was) == [OLD]
    assert corrections_of(library, receipts.of_brief(library, "ferry")) == []


def test_a_correction_changes_no_receipt_of_an_answer_but_the_librarys() -> None:
    with_it, without = corrected(OLD), corrected()
    assert receipts.of_brief(with_it, "ferry") == receipts.of_brief(without, "ferry")
    assert with_it.digest != without.digest


def test_the_names_in_receipts_are_those_of_their_items() -> None:
    assert receipts.could_be_of("timeline:ferry", "timeline-ferry@3f9c2a1b")
    assert receipts.could_be_of("brief:ferry", "ferry@3f9c2a1b")
    assert not receipts.could_be_of("brief:ferry", "bridge@3f9c2a1b")
