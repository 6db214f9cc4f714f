"""A few thousand odd texts for every parser, the same ones each time; `make fuzz` tries a million others."""

import pytest

from tests.fuzz.frames import FRAMES, tried_frames
from tests.fuzz.parsers import SHARES, parsers
from tests.fuzz.trying import Figures, tried

INPUTS, SEED = 2_000, 1951


def told(figures: Figures) -> str:
    return "\n".join(f"python -m tests.fuzz --seed {SEED} --parser {finding}" for finding in figures.findings)


@pytest.mark.parametrize("name", [name for name in SHARES if name != FRAMES])
def test_no_odd_text_is_too_much_for_a_parser(name: str) -> None:
    parser = next(parser for parser in parsers() if parser.name == name)
    figures = tried(parser, SEED, iter(range(max(5, INPUTS * parser.share // 1_000))))
    assert not figures.findings, told(figures)


def test_no_odd_interaction_or_event_is_too_much_for_the_bot() -> None:
    figures = tried_frames(SEED, iter(range(INPUTS * SHARES[FRAMES] // 1_000)))
    assert not figures.findings, told(figures)
