import pytest

from bot.domain.verdict import Checker
from tests.builders import a_document, a_library
from tests.domain.verdict.papers import WORDS, check


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"The Helpers' Ann Smith, one of those who have given food and shelter, put it so: “{WORDS}”", "exact"),
        (f"“{WORDS},” Ann Smith said and laughed.", "altered"),
        (f"“{WORDS},” Ann Smith said.", "exact"),
        ('Of the town it says: "Some of them did not stay", and "for more than three days" too.', "altered"),
    ],
)
def test_words_beside_a_quotation_are_commentary_unless_they_retell_what_stands_there(text: str, verdict: str) -> None:
    assert check(text).verdict == verdict


def test_words_around_a_small_quotation_that_are_the_documents_count() -> None:
    paper = a_document(
        "p", "The report said that there had been “trouble” at the gate, and that nobody had been hurt in it."
    )
    checker = Checker(a_library(paper))
    assert (
        checker.check("The report said that there had been “trouble” at the gate, and that nobody had been").verdict
        == "exact"
    )
    changed = "The report said that there had been “trouble” at the gate, and that somebody had been hurt in it."
    assert checker.check(changed).verdict == "altered"
