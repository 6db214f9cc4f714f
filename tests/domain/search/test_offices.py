"""Who held an office is found by its name in the glossary, and nobody where a question asks for something else."""

import pytest

from bot.domain.search import Finder
from tests.builders import a_library, a_person, a_term, a_wording

LIBRARY = a_library(
    a_term(
        "receiver", "Receiver of Wreck", "Takes in what is found.", aliases=("receiver", "구난관", "海难官", "海難官")
    ),
    a_term("cornwall", "Cornwall", "A county."),
    a_person("ann-smith", "Ann Smith", role="Receiver of Wreck in Cornwall, 1900"),
    a_person("bob-jones", "Bob Jones", role="Receiver of Wreck in Cornwall, 1901"),
    a_person("eve-baker", "Eve Baker", role="Mayor of Truro in Cornwall, 1901"),
    wording=a_wording(
        stop_words=("a", "the", "of", "in", "who", "was", "is"),
        synonyms={"receiver of wreck": ("구난관", "海难官")},
    ),
)
FINDER = Finder(LIBRARY)


def people(question: str) -> list[str]:
    return [hit.id for hit in FINDER.search(question).results if hit.kind == "person"]


@pytest.mark.parametrize(
    "question",
    [
        "who was the receiver of wreck",
        "who was the receiver of wreck in cornwall",
        "구난관이 누구였지",
        "海难官是谁",
        "海難官の名前は",
    ],
)
def test_all_who_held_an_office_are_asked_about(question: str) -> None:
    assert people(question) == ["ann-smith", "bob-jones"]
    assert FINDER.search(question).outcome == "ask"


@pytest.mark.parametrize(
    "question", ["who was the receiver of wreck in wales", "who is the mayor", "who is cornwall", "receiver of wreck"]
)
def test_what_is_no_office_or_says_more_finds_nobody(question: str) -> None:
    assert people(question) == []
