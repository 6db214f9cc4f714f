import pytest

from bot.domain.lint.rules.placeholders import placeholders
from bot.domain.model import Item
from tests.builders import (
    a_boundary,
    a_brief,
    a_document,
    a_figure,
    a_narration,
    a_note,
    a_survey,
    an_article,
    an_instrument,
)


def found(*items: Item) -> list[tuple[str | int, ...]]:
    return [finding.spot.path for finding in placeholders(a_survey(*items))]


@pytest.mark.parametrize("text", ["TODO", "TODO: write this", "…", "..."])
def test_a_text_that_only_holds_a_place_is_named(text: str) -> None:
    assert found(a_brief("b", text)) == [("title",)]
    assert found(a_brief("b", "B", "Somebody said so.", text)) == [("claims", 1, "text")]
    assert found(a_note("n", source={"title": text, "publisher": "A library"})) == [("source", "title")]
    assert found(a_boundary("x", ["how"], reply={"en": "No.", "ko": text})) == [("reply", "ko")]
    assert found(a_figure("f", "How many?", aliases=["many", text])) == [("aliases", 1)]
    assert found(an_instrument("t", "T", an_article("3", compared=text))) == [("articles", 0, "compared")]


@pytest.mark.parametrize("text", ["What is to do?", "A todo", "They left … and came back.", "todo"])
def test_other_texts_are_left_alone(text: str) -> None:
    assert found(a_brief("b", text)) == []


def test_words_of_a_document_may_be_anything() -> None:
    paper = a_document("a-paper", "TODO lists are long.", "…")
    assert found(paper, a_narration(paper, "e", "TODO lists are long")) == []
