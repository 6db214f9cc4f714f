"""Misspelt questions: one word or character changed, always the same way, by a list or by sound; and what it costs."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.search import Finder
from tests.golden.homophones import homophones, same_sound
from tests.golden.loader import questions
from tests.golden.misspelling import installed, misspellings, misspelt
from tests.golden.slips import slips
from tests.golden.tally import Tally, count

pytestmark = pytest.mark.no_cover  # thousands of searches, which take the ways that others take


def before_and_after(finder: Finder, misspell: Callable[[str], Iterable[str]]) -> tuple[Tally, Tally]:
    """The counts of the questions that can be misspelt so, as they are and misspelt in one way."""
    both = [(each, replace(each, text=text)) for each in questions() for text in islice(misspell(each.text), 1)]
    return count(finder, [as_is for as_is, _ in both]), count(finder, [slip for _, slip in both])


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("seperate->separate", {"separate": ["seperate"]}),
        ("casued->caused, cased,", {"caused": ["casued"], "cased": ["casued"]}),
        ("Relief relife releif relief", {"relief": ["relife", "releif"]}),
    ],
)
def test_a_line_of_either_form_tells_how_a_word_is_misspelt(line: str, known: dict[str, list[str]]) -> None:
    assert misspellings([line]) == known


def test_one_word_of_a_question_is_misspelt_and_always_the_same() -> None:
    known = misspellings(["freind->friend", "frend->friend", "hwo->how"])
    ways = list(islice(misspelt("How is your Friend?", known), 20))
    assert set(ways) == {"hwo is your Friend?", "How is your freind?", "How is your frend?"}
    assert ways == list(islice(misspelt("How is your Friend?", known), 20))
    assert list(misspelt("Nothing here", known)) == []


@pytest.mark.parametrize(("one", "other"), [("难", "南"), ("遣", "谴"), ("议", "易"), ("女", "钕"), ("绿", "律")])
def test_characters_that_are_typed_alike_sound_the_same(one: str, other: str) -> None:
    assert (other in same_sound(one)) is (other != "钕")
    assert one not in same_sound(one)


@pytest.mark.parametrize(("one", "other"), [("难", "能"), ("路", "律"), ("怒", "女"), ("按", "昂"), ("昨", "尊")])
def test_characters_of_other_sounds_are_not_taken_for_each_other(one: str, other: str) -> None:
    assert other not in same_sound(one)


@given(st.text(alphabet="难民遣返中国abc は", max_size=12))
def test_one_character_of_a_question_becomes_another_of_its_sound(text: str) -> None:
    for slip in homophones(text):
        changed = [(was, now) for was, now in zip(text, slip, strict=True) if was != now]
        assert len(changed) == 1
        assert changed[0][1] in same_sound(changed[0][0])


@pytest.mark.skipif(not installed(), reason="the dictionary of misspellings comes with codespell")
def test_one_real_misspelling_costs_few_answers_and_few_boundaries(finder: Finder) -> None:
    known = misspellings(installed())
    before, after = before_and_after(finder, lambda text: misspelt(text, known))
    assert after.answerable > 500
    assert before.accuracy - after.accuracy <= 0.13
    assert len(after.boundary_missed) <= 0.15 * after.boundary


def test_one_slip_of_a_korean_keyboard_costs_few_answers(finder: Finder) -> None:
    before, after = before_and_after(finder, lambda text: () if text.isascii() else slips(text))
    assert after.answerable > 150
    assert before.accuracy - after.accuracy <= 0.12
