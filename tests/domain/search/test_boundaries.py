"""Which boundary a question touches: order, mistyped words, cut and joined ones, and what excuses."""

import pytest

from bot.domain.search.boundaries import Boundaries
from bot.domain.search.tokens import Run
from tests.builders import a_boundary

ROUTES = a_boundary(
    "routes", ("cross", "crossing", "건너"), ("border", "river", "압록강"), none_of=("treaty", "how many")
)
DANGER = a_boundary("danger", ("help me", "도와주세요"), urgent=True)


def is_word(run: Run) -> bool:
    return run.text in {"root", "through", "treaties"}


BOUNDARIES = Boundaries({each.id: each for each in (ROUTES, DANGER)}, is_word)


def asked(text: str) -> str | None:
    boundary = BOUNDARIES.asked(text)
    return boundary.id if boundary else None


@pytest.mark.parametrize(
    "text",
    [
        "where to cross the border",
        "crossing of the rivers",
        "where to corss the boder",
        "where to cross the boarder",
        "where to crossriver",
        "cros sing the bor der",
        "압록강 cross",
        "river 건너는 곳",
        "압록깅 건너는 곳",
    ],
)
def test_a_question_is_recognised_mistyped_and_in_mixed_scripts(text: str) -> None:
    assert asked(text) == "routes"


@pytest.mark.parametrize(
    "text", ["the cross", "border treaty on crossing", "border traety on crossing", "how many cross the border", ""]
)
def test_a_question_that_lacks_a_group_or_is_excused_is_answered(text: str) -> None:
    assert asked(text) is None


PARTS = a_boundary(
    "parts", ("i", "my"), some_of=(("police", "公安"), ("arrested",), ("at the door",)), none_of=("essay",)
)


@pytest.mark.parametrize(
    "text", ["my sister, the police arrested her", "the polcie at the door, i hide", "arrested at the door, my son"]
)
def test_any_two_groups_of_some_do_beside_every_group_of_all(text: str) -> None:
    boundary = Boundaries({"parts": PARTS}, is_word).asked(text)
    assert boundary is not None


@pytest.mark.parametrize(
    "text",
    [
        "i saw police, police, police",
        "the police arrested her",
        "my essay: the police arrested her",
        "i stand at the door of my house",
    ],
)
def test_one_group_of_some_or_none_of_all_does_not_do(text: str) -> None:
    assert Boundaries({"parts": PARTS}, is_word).asked(text) is None


def test_a_word_in_two_groups_of_some_is_refused() -> None:
    with pytest.raises(ValueError, match="'police' stands in two groups of 'some_of'"):
        a_boundary("twice", ("i",), some_of=(("police",), ("police", "arrested"), ("here",)))


def test_ways_for_where_nothing_fits_are_kept_apart_from_the_others() -> None:
    wide = a_boundary("wide", ("i",), where_nothing_fits=True)
    both = {each.id: each for each in (wide, DANGER)}
    assert Boundaries(both, is_word).asked("i wait") is None
    found = Boundaries(both, is_word, where_nothing_fits=True).asked("help me, i wait")
    assert found is not None
    assert found.id == "wide"


def test_danger_comes_first_whatever_the_order() -> None:
    assert asked("help me cross the border") == "danger"
    assert asked("hepl me cross the river") == "danger"
