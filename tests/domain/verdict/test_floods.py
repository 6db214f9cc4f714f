"""Texts as long as Discord takes them, full of what expressions that look for its end go over again and again."""

from datetime import date

import pytest

from bot.content.load import examine
from bot.domain.verdict import Checker
from bot.domain.verdict.message import read
from tests.examples import SMALL


@pytest.fixture(scope="module")
def checker() -> Checker:
    library = examine(SMALL / "seeds", SMALL / "briefs", date(2026, 11, 27)).library
    assert library is not None
    return Checker(library)


@pytest.mark.parametrize("gap", [" ", "\n", "\t", "\u00a0", "\u3000", " \n", "<sup>1</sup>", "<br>"])
def test_white_space_says_nothing_however_much_there_is(checker: Checker, gap: str) -> None:
    flood = gap * (5_000 // len(gap))
    assert len(read(f"They were{flood}sent back").whole) < 40
    assert checker.check(f"Nobody{flood}said so (source{flood}x").verdict == "absent"
    assert checker.check(f"the ferry{flood}stopped").verdict == "exact"


@pytest.mark.parametrize("mark", ["\n- ", "> \n", "12\n", "1. ", "a: ", "# ", "( ", "source "])
def test_marks_of_a_frame_are_gone_over_once_however_many_there_are(checker: Checker, mark: str) -> None:
    flood = mark * (5_000 // len(mark))
    assert checker.check(f"[ \n{flood}Nobody said so").verdict == "absent"
    assert checker.check(f"Nobody said so\n{flood}").verdict == "absent"
