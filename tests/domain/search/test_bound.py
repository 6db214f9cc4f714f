"""Questions about who is bound by what, on the shipped library."""

from pathlib import Path

import pytest
import yaml

from bot.domain.search import Finder

ASKED: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "bound.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("wanted", "question"), [(wanted, each) for wanted, all_ in ASKED.items() if wanted != "other" for each in all_]
)
def test_a_question_about_who_is_bound_opens_what_tells_it(finder: Finder, wanted: str, question: str) -> None:
    answer = finder.search(question)
    best = answer.results[0]
    assert (answer.outcome, f"{best.kind}:{best.id}") == ("match", wanted)


@pytest.mark.parametrize("question", ASKED["other"])
def test_a_question_that_only_names_a_treaty_and_a_state_is_none_about_who_is_bound(
    finder: Finder, question: str
) -> None:
    assert finder.bound(question) is None


def test_when_a_treaty_was_made_is_told_from_when_a_state_joined_it(finder: Finder) -> None:
    made, joined = finder.bound("when was CAT adopted"), finder.bound("when did Laos ratify CAT")
    assert made is not None
    assert (made.made, made.states) == (True, ())
    assert joined is not None
    assert (joined.made, joined.states) == (False, ("laos",))
