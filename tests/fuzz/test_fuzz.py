"""A few thousand odd texts for every parser; `make fuzz` tries a million."""

import random

import pytest

from tests.fuzz.frames import FRAMES, tried_frames
from tests.fuzz.parsers import SHARES, parsers
from tests.fuzz.trying import Figures, tried

INPUTS = 2_000


@pytest.fixture(scope="module")
def seed() -> int:
    """Another one each time; a failure names it."""
    return random.SystemRandom().randrange(10**9)


def told(figures: Figures, seed: int) -> str:
    return "\n".join(f"python -m tests.fuzz --seed {seed} --parser {finding}" for finding in figures.findings)


@pytest.mark.parametrize("name", [name for name in SHARES if name != FRAMES])
def test_no_odd_text_is_too_much_for_a_parser(name: str, seed: int) -> None:
    parser = next(parser for parser in parsers() if parser.name == name)
    figures = tried(parser, seed, iter(range(max(5, INPUTS * parser.share // 1_000))))
    assert not figures.findings, told(figures, seed)


def test_no_odd_interaction_or_event_is_too_much_for_the_bot(seed: int) -> None:
    figures = tried_frames(seed, iter(range(INPUTS * SHARES[FRAMES] // 1_000)))
    assert not figures.findings, told(figures, seed)
