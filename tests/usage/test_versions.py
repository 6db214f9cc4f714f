"""Databases of every earlier version, made by the statements that made them then."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.usage.database import UsageError
from bot.usage.desk_state import DeskState
from bot.usage.rows import Row, rows
from bot.usage.schema import COUNTS, DESK_STATE, STEPS, TABLES

VERSION_1 = """
    PRAGMA journal_mode = WAL;
    CREATE TABLE counts (
        day TEXT NOT NULL,
        server TEXT NOT NULL,
        command TEXT NOT NULL,
        subject TEXT NOT NULL,
        outcome TEXT NOT NULL,
        locale TEXT NOT NULL,
        place TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (day, server, command, subject, outcome, locale, place)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO counts VALUES
        ('2026-03-01', 'aaaaaaaaaaaaaaaa', 'brief', 'numbers', 'match', 'ko', 'server', 4),
        ('2026-03-01', 'bbbbbbbbbbbbbbbb', 'brief', 'numbers', 'match', 'ko', 'server', 3),
        ('2026-03-01', '', 'brief', 'numbers', 'match', 'ko', 'server', 2),
        ('2026-03-01', '', 'brief', 'numbers', 'match', 'ko', 'dm', 1),
        ('2026-03-02', 'aaaaaaaaaaaaaaaa', 'brief', 'numbers', 'match', 'ko', 'server', 1);
    PRAGMA user_version = 1;
"""


@pytest.fixture
def old(path: Path) -> Path:
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(VERSION_1)
    return path


def stored(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT day, server, place, count FROM counts ORDER BY day, place").fetchall()


async def test_rows_under_the_key_that_never_ended_are_summed_over_all_servers_at_once(old: Path) -> None:
    await DeskState(old).put("", "corrections", "1")
    assert stored(old) == [
        ("2026-03-01", "", "dm", 1),
        ("2026-03-01", "", "server", 9),
        ("2026-03-02", "", "server", 1),
    ]
    assert all(
        b"aaaaaaaaaaaaaaaa" not in file.read_bytes()
        for file in (old, old.with_name(f"{old.name}-wal"))
        if file.exists()
    )


async def test_the_old_database_is_copied_before_it_is_changed(old: Path) -> None:
    await DeskState(old).put("", "corrections", "1")
    copy = old.with_name(f"{old.name}.version-1-1")
    assert len(stored(copy)) == 5
    assert copy.stat().st_mode & 0o777 == 0o600


async def test_a_new_database_is_not_copied(path: Path) -> None:
    await DeskState(path).put("", "corrections", "1")
    assert {file.name for file in path.parent.iterdir()} <= {path.name, f"{path.name}-wal", f"{path.name}-shm"}


async def test_where_no_copy_can_be_made_nothing_is_changed(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stored(old)

    def nowhere(path: Path, _: str) -> Path:
        return path.parent / "no such folder" / "copy"

    monkeypatch.setattr("bot.usage.database.free_name", nowhere)
    with pytest.raises(UsageError, match="could not be copied"):
        await DeskState(old).put("", "corrections", "1")
    assert stored(old) == before
    with closing(sqlite3.connect(old)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (1,)


async def test_nothing_that_was_counted_is_lost(old: Path) -> None:
    before = await rows(old)
    await DeskState(old).put("", "corrections", "1")
    assert await rows(old) == before
    assert Row("2026-03-01", "brief", "numbers", "match", "ko", "server", 9) in before


async def test_an_old_database_comes_to_the_same_tables_as_a_new_one(old: Path, tmp_path: Path) -> None:
    def tables(path: Path) -> set[str]:
        with closing(sqlite3.connect(path)) as database:
            return {" ".join(sql.split()) for (sql,) in database.execute("SELECT sql FROM sqlite_schema") if sql}

    new = tmp_path / "new.sqlite3"
    for path in (old, new):
        await DeskState(path).put("", "corrections", "1")
    assert tables(old) == tables(new)


async def test_the_tables_are_described_column_by_column(path: Path) -> None:
    await DeskState(path).put("", "corrections", "1")
    with closing(sqlite3.connect(path)) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        assert sorted(names) == sorted(table.name for table in TABLES)
        for table in (COUNTS, DESK_STATE):
            columns = [row[1] for row in database.execute(f"PRAGMA table_info({table.name})")]
            assert columns == [column.name for column in table.columns]
        assert database.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
