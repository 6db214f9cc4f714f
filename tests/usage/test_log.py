import asyncio
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.usage import schema
from bot.usage.database import opened
from bot.usage.log import UsageLog
from bot.usage.rows import Row, rows
from tests.usage.notices import KEYS, Notices, table, written

GUILD = 987654321098765432


async def test_a_count_becomes_a_row(path: Path) -> None:
    async with UsageLog(path, KEYS, this_day=lambda: date(2026, 3, 1)) as usage:
        usage.count("brief", "match", place="server", server=GUILD, subject="non-refoulement", locale="ko")
    assert await rows(path) == (Row("2026-03-01", "brief", "non-refoulement", "match", "ko", "server", 1),)


async def test_equal_counts_are_one_row_across_writings_and_starts(path: Path) -> None:
    for _ in range(3):
        async with UsageLog(path, KEYS) as usage:
            for _ in range(5):
                usage.count("topics", "shown", place="dm")
    (row,) = await rows(path)
    assert row.count == 15
    assert len(table(path)) == 1


async def test_a_new_day_is_a_new_row(path: Path) -> None:
    days = iter([date(2026, 3, 1), date(2026, 3, 2)])
    today = next(days)
    async with UsageLog(path, KEYS, this_day=lambda: today) as usage:
        usage.count("help", "shown", place="dm")
        today = next(days)
        usage.count("help", "shown", place="dm")
    assert [row.day for row in await rows(path)] == ["2026-03-01", "2026-03-02"]


async def test_counts_are_written_while_the_bot_goes_on(path: Path) -> None:
    async with UsageLog(path, KEYS) as usage:
        usage.count("help", "shown", place="dm")
        await written(path, 1)
        usage.count("about", "shown", place="dm")
        await written(path, 2)


async def test_nothing_is_said_because_something_was_counted(path: Path, notices: Notices) -> None:
    async with UsageLog(path, KEYS) as usage:
        usage.count("help", "shown", place="dm")
        await written(path, 1)
        usage.count("brief", "match", place="server", server=GUILD, subject="numbers")
    assert notices.texts == []


async def test_where_counting_is_off_nothing_is_written_and_what_was_counted_stays(path: Path) -> None:
    day = date(2026, 1, 1)
    async with UsageLog(path, KEYS, kept_days=30, this_day=lambda: day) as usage:
        usage.count("help", "shown", place="dm")
    for day in (date(2027, 1, 1), date(2027, 1, 2)):
        usage = UsageLog(path, KEYS, kept_days=30, this_day=lambda: day)  # noqa: B023 - of this turn
        usage.counting = False
        async with usage:
            usage.count("about", "shown", place="dm")
    assert [row.command for row in await rows(path)] == ["help"]


async def test_forgetting_a_server_takes_what_is_waiting_too_and_leaves_the_others(path: Path) -> None:
    async with UsageLog(path, KEYS) as usage:
        usage.count("brief", "match", place="server", server=GUILD)
        usage.count("brief", "match", place="server", server=1)
        await written(path, 2)
        usage.count("topics", "shown", place="server", server=GUILD)
        assert await usage.forget(GUILD) == 1
    assert [row[1] for row in table(path)] == [KEYS.hash(1)]


async def test_counts_that_come_while_others_are_written_are_not_lost(path: Path) -> None:
    async with UsageLog(path, KEYS) as usage:
        usage.count("help", "shown", place="dm")
        closing_task = asyncio.create_task(usage.close())
        for _ in range(3):
            usage.count("about", "shown", place="dm")
            await asyncio.sleep(0)
        usage.count("privacy", "shown", place="dm")
        await closing_task
    assert {"help", "about", "privacy"} <= {row.command for row in await rows(path)}


async def test_closing_twice_is_no_fault(path: Path) -> None:
    usage = UsageLog(path, KEYS)
    await usage.open()
    usage.count("help", "shown", place="dm")
    await usage.close()
    await usage.close()
    assert len(await rows(path)) == 1


async def test_a_cancelled_bot_still_writes_what_it_counted(path: Path) -> None:
    counted = asyncio.Event()

    async def bot() -> None:
        async with UsageLog(path, KEYS) as usage:
            usage.count("help", "shown", place="dm")
            counted.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(bot())
    await counted.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(await rows(path)) == 1


async def test_the_database_is_there_before_the_first_answer(path: Path) -> None:
    async with UsageLog(path, KEYS):
        assert await rows(path) == ()
        assert path.exists()


async def test_nothing_is_written_where_nothing_is_to_be_counted(path: Path) -> None:
    usage = UsageLog(path, KEYS)
    usage.counting = False
    async with usage:
        usage.count("brief", "match", place="dm")
    assert not path.exists()


# What is not kept


async def test_neither_the_servers_id_nor_typed_text_is_in_any_file(path: Path) -> None:
    typed = "Where is my sister Kim? kim@example.org"
    async with UsageLog(path, KEYS) as usage:
        usage.count("help", "shown", place="dm")
    async with UsageLog(path, KEYS) as usage, opened(path) as reader:
        await reader.execute_fetchall("SELECT * FROM counts")  # as long as somebody reads, SQLite keeps its journal
        usage.count("brief", "none", place="server", server=GUILD, subject=typed, locale=typed)
        usage.count(f"brief {typed}", "none", place="server", server=GUILD)
        await written(path, 3)
        assert path.with_name(f"{path.name}-wal").exists()
        everything = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert KEYS.hash(GUILD).encode() in everything
    assert str(GUILD).encode() not in everything
    assert GUILD.to_bytes(8, "big") not in everything
    for word in (b"sister", b"Kim", b"example.org"):
        assert word not in everything
    assert typed not in str(await rows(path))


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(command=st.text(), subject=st.text(), locale=st.text(), server=st.none() | st.integers())
def test_counting_never_raises_whatever_it_is_given(
    tmp_path: Path, command: str, subject: str, locale: str, server: int | None
) -> None:
    UsageLog(tmp_path / "usage.sqlite3", KEYS).count(
        command, "shown", place="server", server=server, subject=subject, locale=locale
    )


@pytest.mark.parametrize("subject", ["non-refoulement", "refugee-convention-33", "iccpr-12-2", "numbers"])
async def test_ids_of_the_library_are_kept(path: Path, subject: str) -> None:
    async with UsageLog(path, KEYS) as usage:
        usage.count("brief", "match", place="dm", subject=subject)
    assert [row.subject for row in await rows(path)] == [subject]


@pytest.mark.parametrize("command", ["brief", "desk reload", "Check quotation"])
async def test_names_of_commands_are_kept(path: Path, command: str) -> None:
    async with UsageLog(path, KEYS) as usage:
        usage.count(command, "shown", place="dm")
    assert [row.command for row in await rows(path)] == [command]


# Versions


async def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    assert await rows(path) == ()
    async with UsageLog(path, KEYS) as usage:
        usage.count("help", "shown", place="dm")
    assert len(await rows(path)) == 1


async def test_an_older_database_is_brought_up_to_date_with_its_counts(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with UsageLog(path, KEYS) as usage:
        usage.count("help", "shown", place="dm")
    step = ("CREATE INDEX by_command ON counts (command)",)
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, step))
    async with UsageLog(path, KEYS) as usage:
        usage.count("help", "shown", place="dm")
    assert [row.count for row in await rows(path)] == [2]
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (3,)
        assert database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'by_command'").fetchone()


async def test_the_database_is_in_wal_mode_and_for_its_owner_alone(path: Path) -> None:
    async with UsageLog(path, KEYS) as usage:
        usage.count("help", "shown", place="dm")
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


async def test_a_path_with_signs_that_mean_something_in_an_address_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a folder?mode=memory#1 %41" / "usage.sqlite3"
    async with UsageLog(path, KEYS) as usage:
        usage.count("help", "shown", place="dm")
    assert path.exists()
    assert len(await rows(path)) == 1


async def test_writing_that_fails_half_way_leaves_the_counts_as_they_were(path: Path) -> None:
    """The transaction of a connection that is closed by an error is undone."""
    async with UsageLog(path, KEYS) as usage:
        usage.count("help", "shown", place="dm")

    async def half_way() -> None:
        async with opened(path) as database:
            await database.execute("BEGIN IMMEDIATE")
            await database.execute("UPDATE counts SET count = 99")
            await database.execute("this is not SQL")

    with pytest.raises(sqlite3.OperationalError):
        await half_way()
    assert Counter(row.count for row in await rows(path)) == {1: 1}
