"""Opens the usage database: makes it, brings it to the present version, and says in words what is wrong with it."""

import asyncio
import sqlite3
import stat
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path

import aiosqlite

from bot.refusal import RefusedError
from bot.usage import schema
from bot.usage.copies import COPY, free_name

BUSY_SECONDS = 3.0
"""How long to wait for another process that is writing."""
IN_MEMORY = "PRAGMA temp_store = MEMORY"
"""Where SQLite sorts: never in a file elsewhere, which nobody would look for."""
TO_THE_DISK = "PRAGMA synchronous = FULL"
"""What is committed survives a power failure. As a rule SQLite is built so, but it need not be."""
TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
"""Asks for the names of all tables, for `refuse_without_tables`."""
_WAL = "wal"
"""How SQLite writes: readers and one writer at once. The file keeps it."""
_PAUSE = 0.05
"""Seconds between two looks where SQLite itself does not wait."""


class UsageError(RefusedError):
    """The usage database cannot be used; the message says why and what to do."""


class TablesGoneError(sqlite3.DatabaseError):
    """Tables were dropped from a usage database, which is damage like any other."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


@asynccontextmanager
async def opened(path: Path) -> AsyncGenerator[aiosqlite.Connection]:
    """The database in a file that exists and may be empty, for writing, brought to the present version.

    Statements commit at once unless they stand in a transaction, and what is deleted is overwritten. It is opened for a
    moment each time: a file that was moved, restored or deleted is noticed, and nothing is left open at the end.

    Raises:
        UsageError: the file is not a usage database, or a newer version made it.
        sqlite3.Error: SQLite cannot open, read or write the file.
    """
    address = uri(path, "mode=rw")
    await asyncio.to_thread(try_to_open, address)
    async with aiosqlite.connect(address, uri=True, isolation_level=None, timeout=BUSY_SECONDS) as database:
        await database.execute_fetchall("PRAGMA secure_delete = ON")
        await database.execute_fetchall(IN_MEMORY)
        await database.execute_fetchall(TO_THE_DISK)
        if await number(database, "PRAGMA user_version") != len(schema.STEPS):
            await _bring_up_to_date(database, path)
        refuse_without_tables(await database.execute_fetchall(TABLES), path)
        await _write_ahead(database)
        yield database


def written(path: Path, statement: str, rows: Sequence[Sequence[object]]) -> bool:
    """Run a statement for each of the rows, all of them or none; the file is made where there is none.

    False, and nothing was done, where the database must be `opened` first to be brought to the present version.

    Raises:
        sqlite3.Error, OSError: SQLite cannot open, read or write the file.
    """
    prepare(path)
    address = uri(path, "mode=rw")
    with closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=BUSY_SECONDS)) as database:
        if database.execute("PRAGMA user_version").fetchone() != (len(schema.STEPS),):
            return False
        refuse_without_tables(database.execute(TABLES), path)
        database.execute(TO_THE_DISK)
        database.execute("BEGIN IMMEDIATE")
        database.executemany(statement, rows)
        database.execute("COMMIT")
        return True


def prepare(path: Path) -> None:
    """Make the file, readable by its owner alone; SQLite gives its companions the same permissions.

    Raises:
        UsageError: something else than a file stands there.
        OSError: it cannot be made.
    """
    if not is_there(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)


def is_there(path: Path) -> bool:
    """Whether there is such a file. A pipe or a device in its place would be waited for without end.

    Raises:
        UsageError: something else stands there, or nobody lets us look.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    except OSError as error:
        raise fault(error, path) from error
    if not stat.S_ISREG(mode):
        raise UsageError(f"{path} is no file. Move away what stands there, or name another in VERBATIM_USAGE_DB.")
    return True


def which(path: Path) -> tuple[int, int] | None:
    """What tells one file from another of the same name; None where there is no file, or nothing in it yet.

    Raises OSError where nobody lets us look.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) and found.st_size else None


def is_damaged(error: Exception) -> bool:
    """Whether an error means that the file itself is broken, not just out of reach."""
    return code(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def is_locked(error: Exception) -> bool:
    """Whether an error means that another program is writing, which passes."""
    return code(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def fault(error: Exception, path: Path) -> UsageError:
    """What is wrong with the database, for people: the cause first, then what to do."""
    if is_damaged(error):
        return UsageError(
            f"{path} is damaged ({error}). Restore a backup, or let the bot set it aside and begin a new one."
        )
    match code(error):
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return UsageError(f"{path} is locked ({error}): another program is writing. Try again when it has ended.")
        case sqlite3.SQLITE_FULL:
            return UsageError(f"The disk is full ({error}). Make room for {path}, and try again.")
        case sqlite3.SQLITE_READONLY:
            return UsageError(f"{path} is read-only ({error}). Give its owner the right to write, in its folder too.")
        case _:
            return UsageError(
                f"{path} cannot be used ({error}). See that it is a file you may write, and that the disk has room."
            )


async def emptied(database: aiosqlite.Connection) -> bool:
    """Write the journal into the file and empty it; False where another reader keeps the old pages alive."""
    try:
        ((busy, *_),) = await database.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.OperationalError as error:
        if not is_locked(error):
            raise
        return False
    return not busy


def code(error: Exception) -> int:
    """The lower byte of SQLite's code: extended codes tell the kind of fault in the higher ones."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def try_to_open(address: str) -> None:
    """Fail where opening fails: aiosqlite 0.22 would leave a thread behind that speaks to the loop after its end."""
    sqlite3.connect(address, uri=True).close()


def uri(path: Path, how: str) -> str:
    """The address that opens a file and does not make one."""
    return f"{path.absolute().as_uri()}?{how}"


def refuse_another(version: int, tables: int, path: Path) -> None:
    """Raise UsageError for a database that is not ours, or not yet."""
    if version > len(schema.STEPS):
        raise UsageError(
            f"{path} was made by a newer version of Verbatim; use that version, or name another file in "
            "VERBATIM_USAGE_DB."
        )
    if version == 0 and tables:
        raise UsageError(f"{path} is a database of something else; name another file in VERBATIM_USAGE_DB.")


def refuse_without_tables(found: Iterable[Sequence[str]], path: Path) -> None:
    """Look whether a database that says it has the present version has all the tables of it.

    Raises:
        UsageError: it has others instead, and is none of ours.
        TablesGoneError: tables were dropped from it.
    """
    ours, names = {table.name for table in schema.TABLES}, {name for name, *_ in found}
    if names - ours and not ours <= names:
        raise UsageError(f"{path} is a database of something else; name another file in VERBATIM_USAGE_DB.")
    if missing := sorted(ours - names):
        raise TablesGoneError(f"without its tables {', '.join(missing)}")


async def number(database: aiosqlite.Connection, query: str) -> int:
    """The one number that a query asks for."""
    async with database.execute(query) as cursor:
        row = await cursor.fetchone()
    return int(row[0]) if row else 0


async def _write_ahead(database: aiosqlite.Connection) -> None:
    """Whoever made the tables a moment ago may not have come to that, or been killed before."""
    async with database.execute("PRAGMA journal_mode") as cursor:
        row = await cursor.fetchone()
    if row is not None and row[0] == _WAL:
        return
    try:
        await _waiting(database, f"PRAGMA journal_mode = {_WAL}")
    except sqlite3.OperationalError as error:
        if code(error) != sqlite3.SQLITE_BUSY:
            raise  # while somebody reads it as it is, it is written as it is


async def _bring_up_to_date(database: aiosqlite.Connection, path: Path) -> None:
    await _waiting(database, "BEGIN IMMEDIATE")
    version = await number(database, "PRAGMA user_version")  # again: another process may have been quicker
    refuse_another(version, await number(database, "SELECT count(*) FROM sqlite_schema"), path)
    if 0 < version < len(schema.STEPS):
        await asyncio.to_thread(_copy, path, free_name(path, f"{COPY}-{version}"))
    for step in schema.STEPS[version:]:
        for statement in step:
            await database.execute(statement)
    await database.execute(f"PRAGMA user_version = {len(schema.STEPS)}")
    await database.execute("COMMIT")
    if version:
        await emptied(database)


def _copy(path: Path, copy: Path) -> None:
    """Copy what is committed, before it is changed; nothing is changed where that fails."""
    try:
        copy.touch(mode=0o600)
        with closing(sqlite3.connect(uri(path, "mode=ro"), uri=True)) as old, closing(sqlite3.connect(copy)) as new:
            old.backup(new)
    except (sqlite3.Error, OSError) as error:
        copy.unlink(missing_ok=True)
        raise UsageError(
            f"{path} must be brought to a new version, and could not be copied before that ({error}). Nothing was "
            "changed. Make room on the disk, and see that its folder may be written."
        ) from error


async def _waiting(database: aiosqlite.Connection, statement: str) -> None:
    """Run a statement with which SQLite itself does not always wait for whoever else begins or reads the file."""
    for left in reversed(range(1 + int(BUSY_SECONDS / _PAUSE))):
        try:
            await database.execute_fetchall(statement)
        except sqlite3.OperationalError as error:
            if not left or code(error) != sqlite3.SQLITE_BUSY:
                raise
            await asyncio.sleep(_PAUSE)
        else:
            return
