import asyncio
import csv
import io
import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot.usage.database import UsageError
from bot.usage.log import UsageLog
from bot.usage.rows import Purged, Row, export, purge, rows, summary
from tests.usage.notices import KEYS

FIRST, SECOND = date(2026, 3, 1), date(2026, 3, 2)


@pytest.fixture
async def filled(path: Path) -> Path:
    """Two servers on two days."""
    for day, times in ((FIRST, 4), (SECOND, 6)):
        async with UsageLog(path, KEYS, this_day=lambda day=day: day) as usage:
            for server in (1, 2):
                for _ in range(times):
                    usage.count("brief", "match", place="server", server=server, subject="numbers", locale="ko")
            usage.count("check", "altered", place="server", server=1)
    async with UsageLog(path, KEYS, this_day=lambda: SECOND) as usage:
        for _ in range(5):
            usage.count("topics", "shown", place="server", server=2)
    return path


async def test_rows_are_summed_over_servers_and_name_none(filled: Path) -> None:
    assert await rows(filled) == (
        Row("2026-03-01", "brief", "numbers", "match", "ko", "server", 8),
        Row("2026-03-01", "check", "", "altered", "", "server", 1),
        Row("2026-03-02", "brief", "numbers", "match", "ko", "server", 12),
        Row("2026-03-02", "check", "", "altered", "", "server", 1),
        Row("2026-03-02", "topics", "", "shown", "", "server", 5),
    )


async def test_the_summary_has_the_keys_of_the_contract_and_no_other(filled: Path) -> None:
    printed = json.loads(json.dumps(await summary(filled)))
    assert printed.keys() == {"total", "rows"}
    assert printed["total"] == 27 == sum(row["count"] for row in printed["rows"])
    for row in printed["rows"]:
        assert list(row) == ["day", "command", "subject", "outcome", "locale", "place", "count"]


async def test_without_a_database_there_is_nothing_and_none_is_made(path: Path) -> None:
    assert await summary(path) == {"total": 0, "rows": []}
    assert await purge(path) == Purged(0, whole=True)
    assert (await export(path, "csv")).splitlines() == ["day,command,subject,outcome,locale,place,count"]
    assert not path.parent.exists()


async def test_an_export_says_the_same_in_both_forms(filled: Path) -> None:
    as_json = json.loads(await export(filled, "json"))["rows"]
    as_csv = list(csv.DictReader(io.StringIO(await export(filled, "csv"))))
    assert as_csv == [{key: str(value) for key, value in row.items()} for row in as_json]


async def test_purging_before_a_day_keeps_that_day(filled: Path) -> None:
    assert (await purge(filled, before=SECOND)).rows == 3
    assert {row.day for row in await rows(filled)} == {"2026-03-02"}


async def test_purging_everything_leaves_no_trace_in_the_files(filled: Path) -> None:
    assert b"numbers" in filled.read_bytes()
    assert await purge(filled) == Purged(7, whole=True)
    assert await rows(filled) == ()
    assert all(b"numbers" not in file.read_bytes() for file in filled.parent.iterdir())


async def test_purging_while_the_bot_runs_is_no_fault(filled: Path) -> None:
    async with UsageLog(filled, KEYS) as usage:
        usage.count("help", "shown", place="dm")
        await purge(filled)
        usage.count("about", "shown", place="dm")
    assert {row.command for row in await rows(filled)} == {"help", "about"}


async def test_a_database_that_another_holds_is_an_error_in_words(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.usage.database.BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UsageError, match=r"is locked \(database is locked\)"):
            await purge(filled)
        assert len(await rows(filled)) == 5, "readers are not held up"


async def test_readers_and_a_writer_do_not_wait_for_each_other(filled: Path) -> None:
    async with UsageLog(filled, KEYS) as usage:
        usage.count("help", "shown", place="dm")
        read = await asyncio.gather(*(rows(filled) for _ in range(5)))
    assert all(len(found) >= 5 for found in read)
