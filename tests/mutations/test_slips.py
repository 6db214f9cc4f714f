"""The shipped content with a small slip in it is refused; a longer run is `python -m tests.mutations.slips`."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.mutations.slips import NEARLY_ALWAYS_REFUSED, REFUSED, Content, Slip, Trial

SLIPS_OF_A_KIND = 4


def not_refused(kind: Callable[[Content], Slip], folder: Path, today: date) -> list[str]:
    trial = Trial(folder, 20261122, today)
    passed: list[str] = []
    tried = 0
    while tried < SLIPS_OF_A_KIND:
        slip = kind(trial.content)
        answer = trial.is_refused(slip)
        tried += answer is not None
        passed += [slip.what] if answer is False else []
    return passed


@pytest.mark.parametrize("kind", REFUSED, ids=lambda kind: kind.__name__)
def test_a_slip_that_the_files_themselves_disprove_is_refused(
    kind: Callable[[Content], Slip], tmp_path: Path, today: date
) -> None:
    assert not_refused(kind, tmp_path, today) == []


@pytest.mark.parametrize("kind", NEARLY_ALWAYS_REFUSED, ids=lambda kind: kind.__name__)
def test_a_slip_in_our_own_words_is_refused_but_for_one_at_most(
    kind: Callable[[Content], Slip], tmp_path: Path, today: date
) -> None:
    assert len(not_refused(kind, tmp_path, today)) <= 1


def test_the_content_without_a_slip_is_sound(tmp_path: Path, today: date) -> None:
    trial = Trial(tmp_path, 1, today)
    path = next(iter(trial.content.texts))
    assert not trial.is_refused(Slip("a comment", {path: trial.content.texts[path] + "\n# a comment\n"}))
