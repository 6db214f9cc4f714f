"""Something else stands where database, key or folder should be: that is said, and never waited for without end."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.usage import log as log_module
from bot.usage.database import UsageError
from bot.usage.desk_state import DeskState
from bot.usage.key import keys_at_hand, read_keys
from bot.usage.log import UsageLog
from bot.usage.privacy import numbers
from bot.usage.purging import purged
from bot.usage.rows import export, rows, summary
from tests.usage.notices import KEYS, Notices, written

TODAY = date(2026, 11, 27)


def a_circle(path: Path) -> None:
    path.symlink_to(path.name)


def a_device(path: Path) -> None:
    path.symlink_to("/dev/full")


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    path.mkdir()


def nothing(path: Path) -> None:
    path.touch()


def garbage(path: Path) -> None:
    path.write_bytes(bytes(range(256)))


PLACES = [a_folder, a_pipe, a_device, a_circle]


@pytest.mark.parametrize("put", PLACES)
async def test_what_is_no_database_is_named_by_whatever_would_read_or_write_it(
    path: Path, notices: Notices, put: Callable[[Path], None]
) -> None:
    path.parent.mkdir()
    put(path)
    for reading in (summary(path), export(path, "csv"), numbers(path), DeskState(path).of("1")):
        with pytest.raises(UsageError, match=path.name):
            await reading
    for writing in (purged(path, None, path.with_name("usage.key")), DeskState(path).put("1", "settings", "")):
        with pytest.raises(UsageError, match=path.name):
            await writing
    async with UsageLog(path, KEYS) as usage:
        usage.count("brief", "match", place="dm")
        await notices.following()
        path.rmdir() if path.is_dir() else path.unlink()
    assert [row.count for row in await rows(path)] == [1]


async def test_a_folder_that_is_gone_is_nothing_counted_and_nothing_to_purge(path: Path) -> None:
    key = path.with_name("usage.key")
    assert await summary(path) == {"total": 0, "rows": []}
    assert await purged(path, None, key) == ["0 rows deleted."]
    with pytest.raises(UsageError, match="There is no key"):
        await purged(path, None, key, server=1)


async def test_a_file_in_the_place_of_the_folder_is_not_nothing(path: Path) -> None:
    path.parent.write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="Not a directory"):
        await summary(path)
    with pytest.raises(UsageError, match="Not a directory"):
        await purged(path, None, path.with_name("usage.key"))


@pytest.mark.parametrize("put", [*PLACES, nothing, garbage])
def test_what_is_no_key_is_said_and_another_is_used_for_this_run(
    tmp_path: Path, notices: Notices, put: Callable[[Path], None]
) -> None:
    key = tmp_path / "usage.key"
    put(key)
    keys = read_keys(None, key, TODAY)
    assert not keys.complete
    assert len(keys.hash(1)) == len(KEYS.hash(1))
    assert any("cannot be kept" in text for text in notices.texts)
    assert keys_at_hand(None, key) is None


async def test_a_state_folder_that_goes_away_is_made_again_and_loses_what_was_in_it_alone(path: Path) -> None:
    async with UsageLog(path, KEYS) as usage:
        usage.count("brief", "match", place="dm")
        await written(path, 1)
        shutil.rmtree(path.parent)
        usage.count("topics", "shown", place="dm")
    assert [row.command for row in await rows(path)] == ["topics"]
    assert path.parent.stat().st_mode & 0o777 == 0o700


async def test_what_cannot_be_forgotten_is_still_counted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_module, "PAUSE", 60)
    path.mkdir(parents=True)
    usage = UsageLog(path, KEYS)
    usage.count("brief", "match", place="server", server=1)
    with pytest.raises(UsageError):
        await usage.forget(1)
    path.rmdir()
    await usage.open()
    await usage.close()
    assert [row.count for row in await rows(path)] == [1]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux that is always full")
async def test_what_cannot_be_printed_on_a_full_disk_is_one_sentence(path: Path) -> None:
    async with UsageLog(path, KEYS) as usage:
        usage.count("brief", "match", place="dm")
    with Path("/dev/full").open("w", encoding="utf-8") as full:  # noqa: ASYNC230 - a device
        child = subprocess.run(  # noqa: ASYNC221 - nothing else to do meanwhile
            [sys.executable, "-m", "bot", "usage", "--json"],
            check=False,
            env={**os.environ, "VERBATIM_STATE": str(path.parent)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
        )
    assert child.returncode == 1
    assert child.stderr.splitlines() == [
        "What there is to print could not be written (No space left on device). Make room, and try again."
    ]
