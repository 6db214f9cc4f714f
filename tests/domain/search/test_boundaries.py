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


def test_danger_comes_first_whatever_the_order() -> None:
    assert asked("help me cross the border") == "danger"
    assert asked("hepl me cross the river") == "danger"
