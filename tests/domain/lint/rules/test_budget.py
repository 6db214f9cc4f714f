import pytest

from bot.domain.budget import is_shown
from bot.domain.law import Instrument
from bot.domain.lint.rules.long_pieces import long_pieces
from bot.domain.lint.rules.overdrawn_documents import overdrawn_documents
from bot.domain.model import Document, Evidence
from tests.builders import (
    a_document,
    a_library,
    a_narration,
    a_quotation,
    a_survey,
    an_article,
    an_instrument,
    found_by,
)

TREATY = an_instrument("a-treaty", "Treaty", an_article("3", "No State shall return anyone."))


def words(count: int, word: str = "word") -> str:
    return " ".join(f"{word}{place}" for place in range(count))


def found(paper: Document, *evidence: Evidence, treaty: Instrument = TREATY) -> list[str]:
    return [finding.what for finding in found_by(a_survey(paper, treaty, *evidence), long_pieces, overdrawn_documents)]


def test_only_quotations_and_wordings_of_law_are_ever_shown() -> None:
    paper = a_document(
        "a-paper", "It says: “Words of his,” and more.", "No state may return people.", "The law is old."
    )
    quotation = a_quotation(paper, "q", "Words of his", "He")
    compared = a_narration(paper, "c", "No state may return people", compares="a-treaty-3")
    reported = a_narration(paper, "r", "The law is old")
    proving = a_narration(paper, "p", "and more")
    law = an_instrument("a-law", "Law", reported=["r"])
    library = a_library(paper, quotation, compared, reported, proving, law)
    assert [is_shown(item, library) for item in (quotation, compared, reported, proving)] == [True, True, True, False]


@pytest.mark.parametrize(("count", "is_fair"), [(60, True), (61, False)])
def test_of_a_speakers_words_sixty_a_piece_are_shown(count: int, is_fair: bool) -> None:
    paper = a_document("a-paper", f"“{words(count)}” she said.")
    assert (found(paper, a_quotation(paper, "q", words(count), "She")) == []) is is_fair


@pytest.mark.parametrize(("count", "is_fair"), [(60, True), (61, False)])
def test_of_a_wording_of_an_article_sixty_a_piece_are_shown(count: int, is_fair: bool) -> None:
    paper = a_document("a-paper", words(count), words(300, "other"))
    assert (found(paper, a_narration(paper, "n", words(count), compares="a-treaty-3")) == []) is is_fair


@pytest.mark.parametrize(("count", "is_fair"), [(40, True), (41, False)])
def test_of_a_report_of_law_forty_a_piece_are_shown(count: int, is_fair: bool) -> None:
    paper = a_document("a-paper", words(count), words(300, "other"))
    law = an_instrument("a-law", "Law", reported=["n"])
    assert (found(paper, a_narration(paper, "n", words(count)), treaty=law) == []) is is_fair


def test_what_a_narration_quotes_is_not_the_documents_own_prose() -> None:
    paper = a_document("a-paper", f"It says “{words(50)}” {words(10, 'own')}.", words(300, "other"))
    evidence = a_narration(paper, "n", f"It says “{words(50)}” {words(10, 'own')}", compares="a-treaty-3")
    assert found(paper, evidence) == []


@pytest.mark.parametrize(("others", "is_fair"), [(91, True), (89, False)])
def test_a_quarter_of_the_documents_own_prose_is_shown_at_most(others: int, is_fair: bool) -> None:
    paper = a_document("a-paper", words(30), words(others, "other"), words(99, "furniture"), not_text=[3])
    evidence = a_narration(paper, "n", words(30), compares="a-treaty-3")
    again = a_narration(paper, "m", words(20), compares="a-treaty-3")
    assert (found(paper, evidence, again) == []) is is_fair
