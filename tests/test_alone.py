"""One bot on a state folder, whatever becomes of the folder meanwhile."""

import asyncio
import logging
import os
import shutil
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from bot.alone import Hold, NotAloneError, alone

lost = pytest.mark.skipif(sys.platform == "win32", reason="there nobody can delete what is open")


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def hold(state: Path) -> Generator[Hold]:
    with alone(state) as hold:
        yield hold


def said(caplog: pytest.LogCaptureFixture, level: int) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno == level]


@lost
async def test_a_folder_that_was_taken_away_is_held_again_with_one_line(
    hold: Hold, state: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.rmtree(state)
    async with hold.looked_after(0.01):
        while not (state / "running").exists():  # noqa: ASYNC110 # a file tells nobody that it was made
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
    with pytest.raises(NotAloneError):
        Hold(state).take()
    (line,) = said(caplog, logging.WARNING)
    assert "was taken away while the bot runs" in line


@lost
def test_a_folder_that_another_holds_by_now_is_told_once_until_that_one_has_ended(
    hold: Hold, state: Path, caplog: pytest.LogCaptureFixture
) -> None:
    state.rename(state.with_name("elsewhere"))
    with alone(state):
        for _ in range(3):
            hold.look()
        (line,) = said(caplog, logging.ERROR)
        assert line.startswith(f"Another bot was started on the state folder {state}")
    hold.look()
    with pytest.raises(NotAloneError):
        Hold(state).take()


@lost
def test_a_folder_that_cannot_be_made_again_is_told_once_until_it_can(
    hold: Hold, state: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.rmtree(state)
    state.touch()
    for _ in range(3):
        hold.look()
    (line,) = said(caplog, logging.WARNING)
    assert "see for yourself" in line
    state.unlink()
    hold.look()
    with pytest.raises(NotAloneError):
        Hold(state).take()


def test_what_could_not_be_held_at_the_start_is_held_once_it_can_be(
    state: Path, caplog: pytest.LogCaptureFixture
) -> None:
    state.touch()
    with alone(state) as hold:
        hold.look()
        state.unlink()
        hold.look()
        with pytest.raises(NotAloneError):
            Hold(state).take()
    assert len(said(caplog, logging.WARNING)) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="who is root may write everything")
def test_a_second_is_refused_where_nothing_can_be_written(state: Path) -> None:
    with alone(state):
        (state / "running").chmod(0o400)
        state.chmod(0o500)
        with pytest.raises(NotAloneError):
            Hold(state).take()
        state.chmod(0o700)
