import pytest

from bot.domain.lint.rules.cut_off_sentences import cut_off_sentences
from bot.domain.lint.rules.idle_omission_excuses import idle_omission_excuses
from bot.domain.lint.rules.turned_senses import turned_senses
from bot.domain.model import Evidence
from tests.builders import a_document, a_narration, a_quotation, a_survey, found_by

PAPER = a_document(
    "a-paper",
    "They left the country, though not all of them, and in 2004 they came back to live there.",
    "An estimated number (a large one) have left.",
    "He did not single out China for blame.",
    "“The first sentence is long enough. The second is longer still, and ends,” she said. “The third stands alone.”",
)


def found(evidence: Evidence) -> list[str]:
    return [
        finding.what
        for finding in found_by(a_survey(PAPER, evidence), turned_senses, cut_off_sentences, idle_omission_excuses)
    ]


def test_words_that_turn_nothing_may_be_left_out() -> None:
    assert found(a_narration(PAPER, "e", ["An estimated number", "have left"])) == []


@pytest.mark.parametrize(
    ("pieces", "word"),
    [
        (["They left the country", "and in 2004"], "not"),
        (["They left the country, though not all of them", "they came back"], "2004"),
    ],
)
def test_a_negation_an_exception_or_a_number_may_not(pieces: list[str], word: str) -> None:
    (what,) = found(a_narration(PAPER, "e", pieces))
    assert what.startswith(f"'{word}' is left out of '")


def test_a_reason_that_names_the_word_is_taken() -> None:
    pieces = ["They left the country, though not all of them", "they came back"]
    assert found(a_narration(PAPER, "e", pieces, omission_ok="2004 is given in the claim")) == []
    assert found(a_narration(PAPER, "e", pieces, omission_ok="the year is given in the claim")) != []


def test_a_reason_for_nothing_is_refused() -> None:
    evidence = a_narration(PAPER, "e", ["An estimated number", "have left"], omission_ok="no reason")
    assert found(evidence) == ["nothing that needs an excuse is left out here"]


def test_a_passage_torn_from_its_negation_is_refused() -> None:
    (what,) = found(a_narration(PAPER, "e", "single out China for blame"))
    assert what == "'not' is left out of 'He did not'"


@pytest.mark.parametrize(
    "words",
    [
        "The first sentence is long enough.",
        "The second is longer still, and ends",
        "The first sentence is long enough. The second is longer still, and ends,",
        ["The second is longer still, and ends", "The third stands alone."],
    ],
)
def test_a_quotation_of_whole_sentences_is_left_alone(words: str | list[str]) -> None:
    assert found(a_quotation(PAPER, "q", words, "She")) == []


@pytest.mark.parametrize(
    ("words", "left_out"),
    [
        ("sentence is long enough.", "The first"),
        ("The second is longer still", ", and ends,"),
        ("The first sentence is", "long enough."),
        (["The second is longer still, and ends", "The third stands"], "alone."),
    ],
)
def test_a_quotation_cut_in_the_middle_of_a_sentence_needs_a_reason(words: str | list[str], left_out: str) -> None:
    (what,) = found(a_quotation(PAPER, "q", words, "She"))
    assert what == f"the quotation leaves out '{left_out}' of the same sentence"
    assert found(a_quotation(PAPER, "q", words, "She", omission_ok="the rest is of another matter")) == []
