"""Real faults of the disk and the database: none may raise, block or lose a count in silence."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from bot.usage import database as database_module
from bot.usage import log as log_module
from bot.usage.database import UsageError, is_damaged
from bot.usage.desk_state import DeskState
from bot.usage.log import UsageLog
from bot.usage.rows import rows
from bot.usage.schema import STEPS
from tests.usage.notices import KEYS, Notices, written


async def filled(path: Path, subjects: int = 1) -> None:
    async with UsageLog(path, KEYS) as usage:
        for number in range(subjects):
            usage.count("brief", "match", place="dm", subject=f"subject-{number}")


async def total(path: Path) -> int:
    return sum(row.count for row in await rows(path))


async def test_a_locked_database_is_said_once_and_its_counts_are_written_later(
    path: Path, notices: Notices, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(path)
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.01)
    monkeypatch.setattr(log_module, "PAUSE", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        async with UsageLog(path, KEYS) as usage:
            other.execute("BEGIN IMMEDIATE")
            usage.count("brief", "match", place="dm")
            said = await notices.following()
            usage.count("brief", "match", place="dm")
            other.execute("COMMIT")
            notice = await notices.following()
    assert said == (
        f"ERROR The usage log cannot be written. {path} is locked (database is locked): another program is writing. "
        "Try again when it has ended. Counts are kept in memory and tried again."
    )
    assert notice == "WARNING The usage log is written again; counts lost: 0."
    assert sum(text.startswith("ERROR") for text in notices.texts) == 1
    assert await total(path) == 3


async def test_a_bot_that_stops_waits_for_whoever_has_locked_the_database(
    path: Path, notices: Notices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.01)
    monkeypatch.setattr(log_module, "PAUSE", 0.01)
    await filled(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        usage = UsageLog(path, KEYS)
        await usage.open()
        usage.count("brief", "match", place="dm")
        stopping = asyncio.create_task(usage.close())
        await notices.following()
        assert not stopping.done()
        other.execute("COMMIT")
        await stopping
    assert await total(path) == 2


async def test_a_bot_that_stops_does_not_wait_for_ever(
    path: Path, notices: Notices, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, seconds in (("PAUSE", 0.01), ("STOPPING", 0.05)):
        monkeypatch.setattr(log_module, name, seconds)
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.01)
    await filled(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with UsageLog(path, KEYS) as usage:
            usage.count("brief", "match", place="dm")
    assert notices.texts[-1] == "ERROR Counts of use lost, because the usage log could not be written: 1."


async def test_two_faults_that_take_turns_are_said_once_each(path: Path, notices: Notices) -> None:
    def circle() -> None:
        path.symlink_to(path.name)

    path.parent.mkdir()
    usage = UsageLog(path, KEYS)
    for _ in range(3):
        for put, take_away in ((path.mkdir, path.rmdir), (circle, path.unlink)):
            put()
            usage.count("brief", "match", place="dm")
            assert not await usage._flush()  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # at once, and no more
            take_away()
    async with usage:
        assert sum(text.startswith("ERROR") for text in notices.texts) == 2
    assert await total(path) == 6


async def test_a_folder_that_cannot_be_made_costs_nothing_once_it_can(path: Path, notices: Notices) -> None:
    path.parent.write_text("a file where the folder should be", encoding="utf-8")
    async with UsageLog(path, KEYS) as usage:
        usage.count("brief", "match", place="dm")
        assert (await notices.following()).startswith(
            f"ERROR The usage log cannot be written. {path} cannot be used ([Errno "
        )
        path.parent.unlink()
        usage.count("brief", "match", place="dm")
    assert await total(path) == 2


async def test_counts_that_could_never_be_written_are_owned_up_to(path: Path, notices: Notices) -> None:
    path.mkdir(parents=True)
    async with UsageLog(path, KEYS) as usage:
        for _ in range(3):
            usage.count("brief", "match", place="dm")
        await notices.following()
    fault, lost = notices.texts
    assert f"{path} is no file" in fault
    assert lost == "ERROR Counts of use lost, because the usage log could not be written: 3."


async def test_memory_is_bounded_while_nothing_can_be_written(
    path: Path, notices: Notices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_module, "MOST_WAITING", 2)
    path.mkdir(parents=True)
    async with UsageLog(path, KEYS) as usage:
        for subject in ("one", "two", "three", "one", "four"):
            usage.count("brief", "match", place="dm", subject=subject)
        await notices.following()
        path.rmdir()
    assert notices.texts[-1] == "WARNING The usage log is written again; counts lost: 2."
    assert {(row.subject, row.count) for row in await rows(path)} == {("one", 2), ("two", 1)}


@pytest.mark.parametrize("how", ["deleted", "emptied", "replaced"])
async def test_a_database_taken_away_under_the_bot_is_begun_anew_and_said(
    path: Path, notices: Notices, how: str
) -> None:
    other, asked = path.with_name("other"), list[str]()

    async def keep_again() -> None:
        asked.append("again")

    async with UsageLog(other, KEYS) as usage:
        usage.count("define", "shown", place="dm")
    async with UsageLog(path, KEYS) as usage:
        usage.when_begun_anew = keep_again
        usage.count("brief", "match", place="dm")
        await written(path, 1)
        match how:
            case "deleted":
                for file in path.parent.glob(f"{path.name}*"):
                    file.unlink()
            case "emptied":
                path.write_bytes(b"")
            case _:
                other.rename(path)
        usage.count("topics", "shown", place="dm")
    assert [row.command for row in await rows(path)] == [*(["define"] if how == "replaced" else []), "topics"]
    assert [notice.partition(":")[0] for notice in notices.texts] == [
        "ERROR The usage database was taken away or replaced while the bot ran"
    ]
    assert asked == ["again"]


@pytest.mark.parametrize("tables", [("counts",), ("desk_state",), ("counts", "desk_state")])
async def test_a_database_whose_tables_were_dropped_under_the_bot_is_set_aside_and_said(
    path: Path, notices: Notices, tables: Sequence[str]
) -> None:
    async with UsageLog(path, KEYS) as usage:
        usage.count("brief", "match", place="dm")
        await written(path, 1)
        with closing(sqlite3.connect(path)) as other:
            for table in tables:
                other.execute(f"DROP TABLE {table}")
        with pytest.raises(UsageError, match=f"is damaged .without its tables {', '.join(tables)}"):
            await DeskState(path).put("1", "settings", "hidden: []")
        usage.count("topics", "shown", place="dm")
    assert [row.command for row in await rows(path)] == ["topics"]
    [said] = notices.texts
    assert f"it is now {path}.damaged-1" in said


async def test_a_database_of_something_else_is_left_alone_though_it_has_the_same_version(
    path: Path, notices: Notices
) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE songs (name TEXT)")
        other.execute(f"PRAGMA user_version = {len(STEPS)}")
    before = path.read_bytes()
    async with UsageLog(path, KEYS) as usage:
        usage.count("brief", "match", place="dm")
    assert "is a database of something else" in notices.texts[0]
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("damage", ["cut", "no database", "overwritten"])
async def test_a_damaged_database_is_set_aside_and_said(path: Path, notices: Notices, damage: str) -> None:
    await filled(path, subjects=2000)
    whole = path.read_bytes()
    broken = {
        "cut": whole[: len(whole) // 2],
        "no database": b"these are not the bytes of a database" * 500,
        "overwritten": whole[:4096] + b"\xff" * (len(whole) - 4096),
    }[damage]
    path.write_bytes(broken)
    with pytest.raises(UsageError, match="is damaged"):
        await rows(path)
    notices.texts.clear()
    async with UsageLog(path, KEYS) as usage:
        usage.count("topics", "shown", place="dm")
    aside = path.with_name(f"{path.name}.damaged-1")
    assert aside.read_bytes() == broken
    assert notices.texts[0].startswith("ERROR The usage database was damaged (")
    assert str(aside) in notices.texts[0]
    assert [row.command for row in await rows(path)] == ["topics"]


def test_every_kind_of_damage_is_known_as_such() -> None:
    """SQLite tells the kind of damage in the higher bytes of the code."""
    error = sqlite3.DatabaseError("database disk image is malformed")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT_INDEX
    assert is_damaged(error)
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY_SNAPSHOT
    assert not is_damaged(error)
    assert not is_damaged(sqlite3.ProgrammingError("an error of the module, without a code"))


async def test_a_second_damaged_database_does_not_replace_the_first(path: Path) -> None:
    path.parent.mkdir()
    for damage in (b"first" * 1000, b"second" * 1000):
        path.write_bytes(damage)
        async with UsageLog(path, KEYS) as usage:
            usage.count("topics", "shown", place="dm")
    assert path.with_name(f"{path.name}.damaged-1").read_bytes() == b"first" * 1000
    assert path.with_name(f"{path.name}.damaged-2").read_bytes() == b"second" * 1000


async def test_the_journal_of_a_damaged_database_goes_with_it(path: Path) -> None:
    """A journal left beside the new database would be played into it."""
    await filled(path, subjects=2000)
    whole = path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
        async with UsageLog(path, KEYS) as usage:
            usage.count("topics", "shown", place="dm")
        assert path.with_name(f"{path.name}.damaged-1-wal").exists()
    assert await total(path) == 1


async def test_a_database_of_a_newer_version_is_left_as_it_is(path: Path, notices: Notices) -> None:
    await filled(path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    async with UsageLog(path, KEYS) as usage:
        usage.count("brief", "match", place="dm")
    assert path.read_bytes() == before
    assert "was made by a newer version of Verbatim" in notices.texts[-2]
    with pytest.raises(UsageError, match="newer version"):
        await rows(path)


async def test_a_database_of_another_program_is_left_as_it_is(path: Path, notices: Notices) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE theirs (x)")
    before = path.read_bytes()
    async with UsageLog(path, KEYS) as usage:
        usage.count("brief", "match", place="dm")
    assert path.read_bytes() == before
    assert "is a database of something else" in notices.texts[-2]
    with pytest.raises(UsageError, match="something else"):
        await rows(path)


async def test_a_disk_that_is_full_keeps_the_counts_until_there_is_room(path: Path) -> None:
    """The limit on file size gives SQLite the same errors as a full disk."""
    child = subprocess.run(  # noqa: ASYNC221, S603 - our own program, and nothing else to do meanwhile
        [sys.executable, "-c", _FULL_DISK, path],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert child.stderr.count("cannot be written") == 1
    assert "written again; counts lost: 0" in child.stderr
    assert await total(path) == 2001


@pytest.mark.parametrize("journal", [False, True])
async def test_what_was_counted_and_decided_is_read_on_a_full_disk_too(path: Path, *, journal: bool) -> None:
    """With a journal beside it that a killed bot has left, and without."""
    await filled(path, subjects=3)
    await DeskState(path).put("1", "settings", "cooldown: 5")
    if journal:
        left = {}
        with closing(sqlite3.connect(path, isolation_level=None)) as killed:
            killed.execute("UPDATE counts SET count = 7")
            left = {file: file.read_bytes() for file in path.parent.iterdir() if not file.name.endswith("-shm")}
        for file, content in left.items():
            file.write_bytes(content)
        assert path.with_name(f"{path.name}-wal").stat().st_size
    child = subprocess.run(  # noqa: ASYNC221, S603 - our own program, and nothing else to do meanwhile
        [sys.executable, "-c", _READ_ON_A_FULL_DISK, path], check=False, capture_output=True, text=True, timeout=60
    )
    assert child.stdout.split() == [str(21 if journal else 3), "cooldown:", "5"], child.stderr


async def test_an_old_database_is_read_as_it_is_and_a_read_only_one_too(path: Path) -> None:
    await filled(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("DROP TABLE desk_state")
        database.execute("PRAGMA user_version = 1")
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        assert await total(path) == 1
    finally:
        path.parent.chmod(0o700)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (1,)


_READ_ON_A_FULL_DISK = """
import asyncio, resource, signal, sys
from pathlib import Path
from bot.usage.desk_state import DeskState
from bot.usage.rows import rows

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
path = Path(sys.argv[1])
print(sum(row.count for row in asyncio.run(rows(path))), asyncio.run(DeskState(path).get("1", "settings")))
"""

_FULL_DISK = """
import asyncio, logging, resource, sys
from pathlib import Path
from bot.usage.key import Keys
from bot.usage.log import UsageLog

async def main(path):
    logging.basicConfig()
    async with UsageLog(path, Keys.fixed(b"k" * 32)) as usage:
        usage.count("help", "shown", place="dm")
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 40_000, resource.RLIM_INFINITY))
    usage = UsageLog(path, Keys.fixed(b"k" * 32))
    await usage.open()
    for number in range(2000):
        usage.count("brief", "match", place="dm", subject=f"subject-{number}")
    said = asyncio.Event()
    logging.getLogger("bot.usage.log").addFilter(lambda record: said.set() or True)
    await said.wait()
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    await usage.close()

asyncio.run(main(Path(sys.argv[1])))
"""
