from collections.abc import Mapping

import pytest

from bot.domain.lint.rules.idle_number_excuses import idle_number_excuses
from bot.domain.lint.rules.naked_numbers import naked_numbers
from bot.domain.problem import Finding
from tests.builders import (
    a_brief,
    a_document,
    a_figure,
    a_narration,
    a_note,
    a_survey,
    a_term,
    an_article,
    an_event,
    an_instrument,
    found_by,
)

PAPER = a_document(
    "a-paper",
    "An estimated half a million people fled. On May 10 the nine crossed; about 25,000 live there on Monday.",
)
FLED = a_narration(PAPER, "fled", "An estimated half a million people fled")
CROSSED = a_narration(PAPER, "crossed", "On May 10 the nine crossed; about 25,000 live there on Monday")
RULES = (naked_numbers, idle_number_excuses)
TREATY = an_instrument("a-treaty", "1951 Convention", an_article("33", "No State shall return anyone."))


def found(*claims: str | Mapping[str, object], rests_on: str = "crossed") -> list[str]:
    given = [{"text": claim, "rests_on": [rests_on]} if isinstance(claim, str) else claim for claim in claims]
    brief = a_brief("a-brief", "A brief", rests_on=rests_on, claims=given)
    return [finding.what for finding in found_by(a_survey(PAPER, FLED, CROSSED, TREATY, brief), *RULES)]


@pytest.mark.parametrize(
    "claim",
    [
        "Nine people crossed.",
        "On 10 May 2013 they crossed.",
        "About 25k live there.",
        "Some twenty-five thousand live there, on a Monday.",
        "A paper of June 2013 says so.",
        "It says so on 4 June 2013.",
        "Article 33 of the 1951 Convention forbids it.",
        "Dozens crossed.",
    ],
)
def test_a_number_or_date_that_the_evidence_has_is_left_alone(claim: str) -> None:
    assert found(claim) == []


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("Ten people crossed.", "Ten"),
        ("On 11 May 2013 they crossed.", "11 May 2013"),
        ("On 10 June they crossed.", "10 June"),
        ("On 10 May 2014 they crossed.", "10 May 2014"),
        ("About 26,000 live there.", "26,000"),
        ("In 2012 they crossed.", "2012"),
        ("They live there on Tuesday.", "Tuesday"),
        ("Half a million live there.", "Half a million"),
        ("The 1957 Convention forbids it.", "1957"),
        ("The 10 who crossed came back.", "10"),
    ],
)
def test_a_number_or_date_that_no_evidence_has_is_named(claim: str, words: str) -> None:
    (what,) = found(claim)
    assert what.startswith(f"'{words}' stands in nothing that this rests on")


def test_half_a_million_and_its_digits_are_the_same_number() -> None:
    assert found("500,000 people fled.", rests_on="fled") == []


def test_an_excuse_that_names_the_number_is_taken() -> None:
    claim = {"text": "Eleven came.", "rests_on": ["crossed"], "number_ok": "eleven is nine and the two with them"}
    assert found(claim) == []


def test_an_excuse_for_one_number_does_not_cover_a_later_slip_of_it() -> None:
    claim = {"text": "On 12 May 2014 they came.", "rests_on": ["crossed"], "number_ok": "12 May 2015 is two days later"}
    assert [what[:12] for what in found(claim)] == ["'12 May 2014", "number_ok ex"]


def test_an_excuse_for_a_number_that_needs_none_is_refused() -> None:
    claim = {"text": "Nine came.", "rests_on": ["crossed"], "number_ok": "nine is a guess"}
    assert found(claim) == ["number_ok excuses no number here: each stands in the evidence, or is not named in it"]


def test_an_excuse_of_an_event_may_be_for_its_date_in_words() -> None:
    event = an_event("e", "Nine crossed.", "crossed", shown_as="10 or 11 May", number_ok="11 May is the day after")
    assert found_by(a_survey(PAPER, CROSSED, event), *RULES) == []


def test_the_title_is_held_against_all_that_the_brief_rests_on() -> None:
    brief = a_brief("a-brief", "The ten who crossed in 2013", "Nine crossed.", rests_on="crossed")
    (finding,) = naked_numbers(a_survey(PAPER, CROSSED, brief))
    assert finding.spot.path == ("title",)
    assert finding.what.startswith("'ten'")


def test_a_claim_that_rests_on_a_note_may_use_its_numbers_and_its_date() -> None:
    note = a_note("later", "Fourteen more came.")
    brief = a_brief("a-brief", "A brief", "In 2014 fourteen more came.", rests_on="note:later")
    assert list(naked_numbers(a_survey(note, brief))) == []


def test_a_definition_is_held_against_everything_that_is_stored() -> None:
    survey = a_survey(
        PAPER, a_term("minor", "minor", "Somebody under 18."), a_term("nine", "group", "The nine people.")
    )
    assert [finding.spot.id for finding in naked_numbers(survey)] == ["minor"]


def test_why_figures_differ_is_held_against_their_statements() -> None:
    statement = {"low": 500_000, "as_of": "2013", "counts": "people", "holder": "A Paper", "rests_on": ["fled"]}
    figure = a_figure("f", "How many?", statements=[statement], why_they_differ="They are seven years apart.")
    findings: list[Finding] = list(naked_numbers(a_survey(PAPER, FLED, figure)))
    assert [finding.spot.path for finding in findings] == [("why_they_differ",)]


def test_the_register_may_name_paragraphs_by_their_numbers() -> None:
    paper = a_document("b-paper", "Some words.", defects=("Paragraphs 5 and 7 are identical.", "It has 7 mistakes."))
    assert [finding.what[:3] for finding in naked_numbers(a_survey(paper))] == ["'7'"]
