"""Fewer than a thousand sessions are begun in any day, whatever a server, a supervisor or a clock does."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.connection.allowance import A_DAY, APART, AT_ONCE, EVERY, Allowance
from bot.chat.connection.patience import Pace
from bot.chat.connection.session import STEADY
from tests.chat.stopped import Clock

DAY, NOW = 86_400.0, 1_800_000_000.0


def begin(allowance: Allowance, clock: Clock) -> float:
    """Begin a session as soon as one may be; when that was."""
    clock.now += allowance.pause()
    allowance.take()
    return clock.now


def most_in_a_day(begun: Sequence[float]) -> int:
    return max(sum(1 for other in begun if one <= other < one + DAY) for one in begun)


def test_a_day_is_well_under_a_thousand() -> None:
    assert A_DAY < 800


def test_the_first_sessions_wait_for_nothing_but_the_seconds_between_two() -> None:
    clock = Clock(NOW)
    allowance = Allowance(clock=clock)
    pauses = list[float]()
    while not pauses or pauses[-1] <= APART:
        pauses.append(allowance.pause())
        begin(allowance, clock)
    assert pauses[0] == 0
    assert set(pauses[1:-1]) == {APART}
    assert AT_ONCE <= len(pauses) <= AT_ONCE + 10


@given(st.lists(st.floats(0, 2 * STEADY), min_size=1, max_size=8))
@settings(max_examples=25)
def test_no_rhythm_of_losses_begins_more(held: list[float]) -> None:
    clock = Clock(NOW)
    allowance, pace, begun = Allowance(clock=clock), Pace(), list[float]()
    while clock.now < NOW + DAY:
        for seconds in held:
            begun.append(begin(allowance, clock))
            clock.now += seconds
            if seconds >= STEADY:
                pace.begin_again()
            clock.now += pace.pause()
    assert len([one for one in begun if one < begun[0] + DAY]) <= A_DAY


def test_a_supervisor_that_starts_it_again_and_again_begins_no_more(tmp_path: Path) -> None:
    clock, begun = Clock(NOW), list[float]()
    while clock.now < NOW + DAY:
        allowance = Allowance(tmp_path / "state" / "sessions", clock)
        begun.append(begin(allowance, clock))
        clock.now += 0.5
    assert most_in_a_day(begun) <= A_DAY


@given(st.lists(st.tuples(st.floats(-1e9, 1e9), st.integers(0, 5)), max_size=20))
def test_no_jump_of_the_clock_stops_it_for_long_or_allows_more_at_once(jumps: list[tuple[float, int]]) -> None:
    clock = Clock(NOW)
    allowance = Allowance(clock=clock)
    for jump, sessions in jumps:
        clock.now += jump
        assert allowance.pause() <= max(EVERY, APART)
        for _ in range(sessions):
            begin(allowance, clock)
    taken = 0
    while allowance.pause() <= APART:
        begin(allowance, clock)
        taken += 1
    assert taken <= AT_ONCE + 10  # what grew meanwhile


@pytest.mark.parametrize("text", ["", "x", "1 2 3", "nan nan", "inf 5", "1800000000 -1", "1800000000 1e9", "é"])
def test_a_file_that_says_nothing_sensible_is_no_reason_not_to_connect(tmp_path: Path, text: str) -> None:
    file = tmp_path / "sessions"
    file.write_text(text, encoding="utf-8")
    allowance = Allowance(file, Clock(NOW))
    assert allowance.pause() == 0
    allowance.take()
    assert allowance.pause() == APART
    assert file.read_text(encoding="ascii") == f"{NOW:.0f} {AT_ONCE - 1:.3f}\n"


def test_a_process_that_has_just_been_started_keeps_nobody_waiting(tmp_path: Path) -> None:
    file, clock = tmp_path / "sessions", Clock(NOW)
    Allowance(file, clock).take()
    assert Allowance(file, clock).pause() == 0


def test_a_file_of_another_time_is_no_reason_not_to_connect(tmp_path: Path) -> None:
    (tmp_path / "sessions").write_text("4000000000 0\n", encoding="ascii")
    assert Allowance(tmp_path / "sessions", Clock(NOW)).pause() <= EVERY


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "sessions").mkdir()
    Allowance(tmp_path / "sessions").take()
    assert "sessions cannot be written" in caplog.text
    assert [file.name for file in tmp_path.iterdir()] == ["sessions"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_in_the_place_of_the_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    file = tmp_path / "sessions"
    os.mkfifo(file)
    Allowance(file, Clock(NOW)).take()
    assert Allowance(file, Clock(NOW)).pause() == 0
    assert file.read_text(encoding="ascii").endswith(f" {AT_ONCE - 1:.3f}\n")
