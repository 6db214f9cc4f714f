import pytest

from bot.domain.lint.rules.dropped_hedges import dropped_hedges
from bot.domain.lint.rules.idle_wording_excuses import idle_wording_excuses
from bot.domain.lint.rules.loaded_words import loaded_words
from bot.domain.lint.rules.surer_words import surer_words
from tests.builders import a_brief, a_document, a_narration, a_note, a_survey, found_by

PAPER = a_document(
    "a-paper",
    "The nine will likely face punishment upon return, an article of May 28 says.",
    "The report confirmed the harsh treatment of the regime.",
    "The nine crossed the river.",
)
LIKELY = a_narration(PAPER, "likely", "The nine will likely face punishment upon return, an article of May 28 says")
CONFIRMED = a_narration(PAPER, "confirmed", "The report confirmed the harsh treatment of the regime")
CROSSED = a_narration(PAPER, "crossed", "The nine crossed the river")
RULES = (loaded_words, surer_words, dropped_hedges, idle_wording_excuses)
LOADED, HEDGES, CERTAINTY = ["regime", "hall of shame"], ["likely", "may"], ["confirmed", "certainly"]


def found(text: str, rests_on: str, **more: object) -> list[str]:
    brief = a_brief("b", "B", rests_on=rests_on, claims=[{"text": text, "rests_on": [rests_on], **more}])
    items = (PAPER, LIKELY, CONFIRMED, CROSSED, brief)
    survey = a_survey(*items, loaded=LOADED, hedges=HEDGES, certainty=CERTAINTY)
    return [finding.what for finding in found_by(survey, *RULES)]


@pytest.mark.parametrize(
    ("text", "rests_on"),
    [
        ("The nine will likely face punishment.", "likely"),
        ("The nine may face punishment.", "likely"),
        ("The nine face “likely” punishment upon return.", "likely"),
        ("An article speaks of the nine.", "likely"),
        ("A report confirmed it.", "confirmed"),
        ("A report speaks of a “regime”.", "confirmed"),
        ("The nine crossed.", "crossed"),
    ],
)
def test_a_sentence_that_is_no_louder_than_its_evidence_is_left_alone(text: str, rests_on: str) -> None:
    assert found(text, rests_on) == []


@pytest.mark.parametrize(
    ("text", "rests_on", "what"),
    [
        ("The nine will face punishment.", "likely", "'likely' says 'likely', and this says it flatly"),
        ("On 28 May the nine face punishment.", "likely", "'likely' says 'likely', and this says it flatly"),
        ("The nine certainly crossed.", "crossed", "'certainly' is surer than anything that this rests on"),
        ("A Regime let them cross.", "crossed", "'regime' is loaded and stands outside quotation marks"),
        ("It is in the hall of shame.", "crossed", "'hall of shame' is loaded and stands outside quotation marks"),
    ],
)
def test_a_louder_or_surer_word_is_named(text: str, rests_on: str, what: str) -> None:
    assert found(text, rests_on) == [what]


def test_a_reason_that_names_the_word_is_taken() -> None:
    assert found("The nine certainly crossed.", "crossed", wording_ok="'certainly' is the point in dispute") == []


def test_a_reason_that_names_another_word_or_none_is_refused() -> None:
    unneeded = "wording_ok excuses no word here: nothing is loaded or surer than the evidence, or it is not named"
    assert found("The nine crossed.", "crossed", wording_ok="because") == [unneeded]
    assert found("The nine certainly crossed.", "crossed", wording_ok="because")[-1] == unneeded


def test_loaded_words_are_found_in_notes_too() -> None:
    (finding,) = loaded_words(a_survey(a_note("n", "The regime answered."), loaded=LOADED))
    assert finding.spot.section == "note"
