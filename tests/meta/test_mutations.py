"""The shipped content with one small slip in it is refused, whatever the slip; a longer run is `benchmarks.mutations`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.mutations import REFUSED_ALWAYS, Content, Slip, Trial

SLIPS_OF_A_KIND = 5


@pytest.mark.parametrize("kind", REFUSED_ALWAYS, ids=lambda kind: kind.__name__)
def test_a_slip_of_this_kind_is_refused(kind: Callable[[Content], Slip], tmp_path: Path) -> None:
    trial = Trial(tmp_path, seed=20261122)
    tried = 0
    while tried < SLIPS_OF_A_KIND:
        slip = kind(trial.content)
        is_refused = trial.is_refused(slip)
        tried += is_refused is not None
        assert is_refused is not False, slip.what


def test_the_content_without_a_slip_is_sound(tmp_path: Path) -> None:
    trial = Trial(tmp_path, seed=1)
    path = next(iter(trial.content.texts))
    assert not trial.is_refused(Slip("a comment", {path: trial.content.texts[path] + "\n# a comment\n"}))
