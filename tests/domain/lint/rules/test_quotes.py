from collections.abc import Callable

import pytest

from bot.domain.lint.rules.loose_quotations import loose_quotations
from bot.domain.lint.rules.unpaired_marks import unpaired_marks
from tests.builders import (
    a_brief,
    a_document,
    a_narration,
    a_note,
    a_quotation,
    a_survey,
    an_article,
    an_instrument,
    found_by,
)

PAPER = a_document(
    "a-paper", "He called it “irresponsible remarks based on unverified news,” a paper said.", "It is “likely” so."
)
REMARKS = a_quotation(PAPER, "remarks", "irresponsible remarks based on unverified news", "He")
TREATY = an_instrument("a-treaty", "Treaty", an_article("3", "No State shall return (“refouler”) a person."))


def found(claim: str, rests_on: str = "remarks") -> list[str]:
    brief = a_brief("a-brief", "A brief", claim, rests_on=rests_on)
    return [
        finding.what for finding in found_by(a_survey(PAPER, REMARKS, TREATY, brief), unpaired_marks, loose_quotations)
    ]


@pytest.mark.parametrize(
    "claim",
    [
        "He spoke of “irresponsible remarks based on unverified news”.",
        'He spoke of "irresponsible remarks" and of "unverified news".',
        "He spoke of “unverified news,” and left.",
        "He spoke of 'rash words'.",
    ],
)
def test_words_that_stand_in_the_evidence_may_be_quoted(claim: str) -> None:
    assert found(claim) == []


CHANGES: list[Callable[[str], str]] = [
    str.upper,
    lambda words: f"not {words}",
    lambda words: words[1:],
    lambda words: f"{words}.",
]


@pytest.mark.parametrize(
    "words",
    ["irresponsible remarks", "unverified news", "irresponsible", "remarks based"],
)
@pytest.mark.parametrize("change", CHANGES)
def test_words_changed_in_any_way_may_not(words: str, change: Callable[[str], str]) -> None:
    changed = change(words)
    assert found(f"He spoke of “{changed}”.") == [f"“{changed}” stands in nothing that this rests on"]


def test_the_nearest_words_are_shown() -> None:
    brief = a_brief(
        "a-brief", "A brief", "He spoke of “responsible remarks based on unverified news”.", rests_on="remarks"
    )
    (finding,) = loose_quotations(a_survey(PAPER, REMARKS, brief))
    assert "“irresponsible remarks based on unverified news”" in finding.mend


def test_words_of_the_same_document_that_the_claim_does_not_rest_on_may_not_be_quoted() -> None:
    assert found("It was “likely”.") == ["“likely” stands in nothing that this rests on"]


@pytest.mark.parametrize("claim", ["He spoke of “unverified news.", "He spoke of unverified news”.", 'A stray " mark.'])
def test_a_mark_without_its_partner_is_named(claim: str) -> None:
    assert found(claim) == [f"a quotation mark opens or closes nothing in '{claim}'"]


def test_words_of_an_article_may_be_quoted_where_the_claim_rests_on_it() -> None:
    assert found("No State may “return (“refouler”) a person”.", "article:a-treaty-3") != []
    assert found("No State may “refouler”.", "article:a-treaty-3") == []


def test_a_note_may_quote_what_is_stored_and_the_title_of_its_source() -> None:
    source = {"title": "UN official calls them refugees", "publisher": "A library"}
    note = a_note("n", "Under the title “UN official” it speaks of “unverified news”.", source=source)
    assert list(loose_quotations(a_survey(PAPER, note))) == []


def test_a_note_may_not_quote_words_that_nobody_can_check_here() -> None:
    note = a_note("n", "She said that they “may well be refugees”.")
    (finding,) = loose_quotations(a_survey(PAPER, note))
    assert finding.what == "“may well be refugees” stands in nothing that this rests on"


def test_a_remark_on_a_document_may_quote_any_stored_document() -> None:
    paper = a_document("b-paper", "Some words.", defects=("It prints “Some words” where “other words” stood.",))
    (finding,) = loose_quotations(a_survey(paper, a_narration(paper, "some", "Some words")))
    assert finding.what.startswith("“other words”")
