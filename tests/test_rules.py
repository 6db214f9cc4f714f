"""Every rule is explained, on the command line and on its page."""

from pathlib import Path

import pytest

from bot.refusal import RefusedError
from bot.rules import CHAPTERS, EXPLANATIONS, explained, page

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"


def test_the_page_of_rules_says_what_the_rules_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_code_belongs_to_a_chapter() -> None:
    assert {code[:2] for code in EXPLANATIONS} <= CHAPTERS.keys()


@pytest.mark.parametrize("code", ["V311", "v311", " V311 "])
def test_a_code_is_explained_however_it_is_typed(code: str) -> None:
    text = explained(code)
    assert text.startswith("V311: A number, a date or a day of the week")
    assert "about 50 people" in text
    assert text.index("Refused:") < text.index("about 50 people") < text.index("Accepted:") < text.index("about 40")


@pytest.mark.parametrize(("code", "nearest"), [("V399", "V3"), ("V999", "V"), ("311", "V311"), ("", "V")])
def test_the_nearest_code_is_of_the_same_chapter_if_there_is_one(code: str, nearest: str) -> None:
    with pytest.raises(RefusedError, match=f"The nearest is {nearest}"):
        explained(code)


def test_an_unknown_code_is_refused_and_the_nearest_named() -> None:
    with pytest.raises(RefusedError) as refused:
        explained("V3111")
    assert refused.value.sentences[0] == "There is no rule 'V3111'."
    assert refused.value.sentences[1].startswith("The nearest is V311: A number")
