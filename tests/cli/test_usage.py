import asyncio
import json
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

from bot.usage.desk_state import DeskState
from bot.usage.key import Keys, read_keys
from bot.usage.log import UsageLog
from tests.cli.process import Run


def counts_of(small: Path, keys: Keys, server: int) -> None:
    async def counted() -> None:
        async with UsageLog(small / "state" / "usage.sqlite3", keys) as usage:
            usage.count("brief", "match", place="server", server=server, subject="what-became-of-the-ferry")
        await DeskState(small / "state" / "usage.sqlite3").put(str(server), "settings", "cooldown: 5\n")

    asyncio.run(counted())


def test_usage_of_nothing_is_empty(bot: Run) -> None:
    assert json.loads(bot("usage", "--json").stdout) == {"total": 0, "rows": []}


def test_usage_is_told_whole_in_a_narrow_window(bot: Run, small: Path) -> None:
    async def counted() -> None:
        async with UsageLog(
            small / "state" / "usage.sqlite3", Keys.fixed(b"a key for tests, and for tests alone")
        ) as usage:
            usage.count("brief", "match", place="server", subject="what-became-of-the-ferry")

    asyncio.run(counted())
    lines = bot("usage", COLUMNS="60").stdout.splitlines()
    columns = [line.split("│")[3].strip() for line in lines if line.count("│") > 3]
    assert "".join(columns) == "what-became-of-the-ferry"


def test_what_is_of_one_server_can_be_purged_alone(bot: Run, small: Path) -> None:
    keys = read_keys(None, small / "state" / "usage.key", date(2026, 1, 1))
    for server in (11, 22):
        counts_of(small, keys, server)
    purged = bot("usage", "purge", "--server", "11")
    assert purged.returncode == 0
    assert purged.stdout.splitlines()[:2] == [
        "1 row deleted.",
        "1 value of its moderators deleted; a bot that runs knows them until it is stopped.",
    ]
    assert json.loads(bot("usage", "--json").stdout)["total"] == 1
    assert "- `desk_state`: 2 rows" in bot("usage", "privacy").stdout, "the other's settings, and the last day seen"


def test_without_a_key_no_counts_of_one_server_are_purged_but_what_its_moderators_set_is(bot: Run, small: Path) -> None:
    counts_of(small, Keys.fixed(b"a key for tests, and for tests alone"), 11)
    refused = bot("usage", "purge", "--server", "11")
    assert refused.returncode == 1
    assert "There is no key in" in refused.stderr
    assert "1 value of its moderators deleted" in refused.stderr
    assert json.loads(bot("usage", "--json").stdout)["total"] == 1
    assert "- `desk_state`: 1 row" in bot("usage", "privacy").stdout, "the last day seen"


def test_purging_says_that_another_reader_keeps_old_pages_alive(bot: Run, small: Path) -> None:
    database = small / "state" / "usage.sqlite3"
    counts_of(small, Keys.fixed(b"a key for tests, and for tests alone"), 11)
    with closing(sqlite3.connect(database, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM counts").fetchall()
        purged = bot("usage", "purge")
    assert "1 row deleted." in purged.stdout
    assert "Another program is reading the database and keeps old pages alive" in purged.stdout
    assert "keeps old pages alive" not in bot("usage", "purge").stdout
    assert b"what-became-of-the-ferry" not in database.read_bytes()


def test_copies_of_the_database_go_with_what_was_counted(bot: Run, small: Path) -> None:
    counts_of(small, Keys.fixed(b"a key for tests, and for tests alone"), 11)
    copy = small / "state" / "usage.sqlite3.version-1-1"
    copy.write_bytes(b"what-became-of-the-ferry")
    assert "1 copy of the database deleted." in bot("usage", "purge").stdout
    assert not copy.exists()


def test_a_database_that_is_locked_is_named_as_locked(bot: Run, small: Path) -> None:
    counts_of(small, Keys.fixed(b"a key for tests, and for tests alone"), 11)
    with closing(sqlite3.connect(small / "state" / "usage.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused = bot("usage", "purge")
    assert refused.returncode == 1
    assert "is locked" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_the_sandbox_counts_into_a_database_of_its_own(bot: Run, environment: dict[str, str], small: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "Connected as" in line:
                break
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
    assert (small / "state" / "sandbox" / "usage.key").exists()
    assert not (small / "state" / "usage.key").exists()
    counts_of(small, Keys.fixed(b"a key for tests, and for tests alone"), 11)
    assert json.loads(bot("usage", "--json").stdout)["total"] == 1
    assert json.loads(bot("usage", "--sandbox", "--json").stdout)["total"] == 0


def test_what_is_kept_is_told_with_the_present_numbers_of_rows(bot: Run, root: Path) -> None:
    told = bot("usage", "privacy").stdout
    assert told.startswith((root / "PRIVACY.md").read_text(encoding="utf-8"))
    assert told.endswith("## Now\n\n- `counts`: 0 rows\n- `desk_state`: 0 rows\n")
