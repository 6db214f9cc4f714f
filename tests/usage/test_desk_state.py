import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.usage.database import UsageError
from bot.usage.desk_state import DeskState

SERVER, OTHER = "987654321098765432", "123456789012345678"


@pytest.fixture
def state(path: Path) -> DeskState:
    return DeskState(path)


async def test_a_value_is_there_for_its_server_and_name_alone(state: DeskState) -> None:
    await state.put(SERVER, "settings", "cooldown: 5\n")
    assert await state.get(SERVER, "settings") == "cooldown: 5\n"
    assert await state.get(SERVER, "corrections") is None
    assert await state.get(OTHER, "settings") is None
    assert await state.get("", "settings") is None


async def test_a_value_replaces_the_one_before(state: DeskState) -> None:
    await state.put("", "corrections", "1")
    await state.put("", "corrections", "2")
    assert await state.of("") == {"corrections": "2"}


async def test_what_all_servers_have_under_a_name_is_told_by_server(state: DeskState) -> None:
    for server in (SERVER, OTHER):
        await state.put(server, "settings", f"of {server}")
    await state.put(SERVER, "due:weekly", "2026-11-30")
    assert await state.all("settings") == {OTHER: f"of {OTHER}", SERVER: f"of {SERVER}"}


async def test_a_value_can_be_deleted_alone_and_twice(state: DeskState) -> None:
    await state.put(SERVER, "settings", "a")
    await state.put(SERVER, "refused_since", "b")
    await state.delete(SERVER, "settings")
    await state.delete(SERVER, "settings")
    assert await state.of(SERVER) == {"refused_since": "b"}


async def test_forgetting_a_server_leaves_no_trace_of_it_in_the_files_and_the_others_as_they_were(
    state: DeskState, path: Path
) -> None:
    await state.put(SERVER, "settings", "words to be forgotten " * 500)
    await state.put(SERVER, "due:weekly", "2026-11-30")
    await state.put(OTHER, "settings", "words that stay")
    assert await state.forget(SERVER) == 2
    assert await state.of(SERVER) == {}
    assert await state.get(OTHER, "settings") == "words that stay"
    for file in path.parent.iterdir():
        assert b"to be forgotten" not in file.read_bytes()
        assert SERVER.encode() not in file.read_bytes()


async def test_what_was_put_survives_a_process_that_is_killed_at_once(state: DeskState, path: Path) -> None:
    subprocess.run([sys.executable, "-c", _KILLED, path], check=False, timeout=60)  # noqa: ASYNC221, S603 - our own program
    assert await state.get("", "due:weekly") == "2026-11-30"


async def test_a_database_that_another_holds_is_named_as_locked(
    state: DeskState, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await state.put(SERVER, "settings", "a")
    monkeypatch.setattr("bot.usage.database.BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UsageError, match="is locked"):
            await state.put(SERVER, "settings", "b")
    assert await state.get(SERVER, "settings") == "a"


async def test_a_damaged_database_is_named_as_damaged(state: DeskState, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"these are not the bytes of a database" * 500)
    with pytest.raises(UsageError, match="is damaged"):
        await state.get(SERVER, "settings")


async def test_a_folder_that_cannot_be_made_is_an_error_in_words(state: DeskState, path: Path) -> None:
    path.parent.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be used"):
        await state.put(SERVER, "settings", "a")


async def test_the_file_is_for_its_owner_alone(state: DeskState, path: Path) -> None:
    before = os.umask(0)
    try:
        await state.put(SERVER, "settings", "a")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600


_KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from bot.usage.desk_state import DeskState

async def main(path):
    await DeskState(path).put("", "due:weekly", "2026-11-30")
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main(Path(sys.argv[1])))
"""
