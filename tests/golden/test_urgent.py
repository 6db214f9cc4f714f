"""People in danger or in despair are shown where to turn; questions about such things are answered.

Half of each list is locked, by the question's own sha256: it was looked at once, when the ways of asking stood.
"""

from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from bot.domain.library import Library
from bot.domain.model import Kind
from bot.domain.search import Answer, Finder
from bot.domain.search.entries import entries

FOLDER = Path(__file__).parent / "urgent"


def asked(half: str, what: str) -> list[str]:
    """The questions of one half that want the boundary, or an answer."""
    texts = [text for file in sorted(FOLDER.glob("*.yaml")) for text in yaml.safe_load(file.read_text("utf-8"))[what]]
    return [text for text in texts if ("tuning" if sha256(text.encode()).digest()[0] % 2 else "locked") == half]


def is_urgent(answer: Answer) -> bool:
    return answer.outcome == "boundary" and answer.results[0].id == "urgent"


def test_no_text_stands_in_two_lists_and_both_halves_are_large() -> None:
    texts = {what: [*asked("tuning", what), *asked("locked", what)] for what in ("boundary:urgent", "answered")}
    assert len(texts["boundary:urgent"]) >= 200
    assert len(texts["answered"]) >= 150
    every = [*texts["boundary:urgent"], *texts["answered"]]
    assert len(set(every)) == len(every)
    assert len(asked("locked", "boundary:urgent")) >= 100


@pytest.mark.parametrize("half", ["tuning", "locked"])
def test_whoever_may_be_in_danger_is_shown_where_to_turn(finder: Finder, half: str) -> None:
    assert [text for text in asked(half, "boundary:urgent") if not is_urgent(finder.search(text))] == []


@pytest.mark.parametrize("half", ["tuning", "locked"])
def test_questions_about_danger_and_despair_are_answered(finder: Finder, half: str) -> None:
    assert [text for text in asked(half, "answered") if finder.search(text).outcome == "boundary"] == []


def test_most_messages_in_words_of_no_list_are_recognised_and_few_others(finder: Finder) -> None:
    fresh = yaml.safe_load((FOLDER / "fresh" / "messages.yaml").read_text("utf-8"))
    recognised = {what: sum(is_urgent(finder.search(text)) for text in texts) for what, texts in fresh.items()}
    assert recognised["boundary:urgent"] >= 125
    assert recognised["otherwise"] <= 50


def test_no_title_alias_or_quotation_of_the_library_is_a_question_that_is_not_answered(
    shipped: Library, finder: Finder
) -> None:
    phrases = [phrase.text for entry in entries(shipped) for phrase in entry.phrases]
    assert [text for text in phrases if finder.search(text).outcome == "boundary"] == []


@pytest.mark.parametrize("kinds", [None, {"brief"}, {"quotation"}, {"article"}, {"document"}])
def test_danger_comes_before_every_kind_of_answer(finder: Finder, kinds: set[Kind] | None) -> None:
    assert is_urgent(finder.search("i want to die, article 33 of the refugee convention", kinds=kinds))
