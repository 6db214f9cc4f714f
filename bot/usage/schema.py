"""The one table of the usage log: what its columns mean, and how a database comes to have it."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import aiosqlite

from bot.refusal import RefusedError

KEPT_DAYS = 400
"""Days that counts are kept: a year can be compared with the one before, and the database does not grow for ever."""

BUSY_SECONDS = 3.0
"""How long to wait for another process that is writing."""
_PAUSE = 0.05
"""Seconds between two looks where SQLite itself does not wait."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table, and in words what stands in it."""

    name: str
    meaning: str


class Counted(NamedTuple):
    """What is counted together: every column but the count itself, in their order."""

    day: str
    server: str
    command: str
    subject: str
    outcome: str
    locale: str
    place: str


COLUMNS = (
    Column("day", "the day in UTC, without the time"),
    Column(
        "server",
        "a keyed hash of the server's id, which only the key leads back to it; empty outside servers, and where a "
        "question tells something of whoever asked",
    ),
    Column("command", "the command or message menu; for a button, the command that its card came from"),
    Column("subject", "the item of the library that was shown, if one was; never what was typed"),
    Column("outcome", "what came of it, such as match, ask, none or failed"),
    Column("locale", "the language of Discord's interface"),
    Column("place", "whether it was in a server, in a direct message or in a private group; empty as the server is"),
    Column("count", "how many times that was the case on that day"),
)
"""All that is kept about use. There is no column for who asked, for what was typed or for the time of day."""

# Each step leads to the next version, which is kept in the file (PRAGMA user_version). A step that was ever released
# stays as it is; a change is a new step at the end.
STEPS: tuple[tuple[str, ...], ...] = (
    (
        """
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
        ) STRICT, WITHOUT ROWID
        """,
    ),
)


class UsageError(RefusedError):
    """The usage database cannot be used; the message says why and what to do."""


@asynccontextmanager
async def opened(path: Path) -> AsyncGenerator[aiosqlite.Connection]:
    """The database in a file that exists and may be empty, brought to the present version.

    Statements commit at once unless they stand in a transaction. It is opened for a moment each time: a file that was
    moved, restored or deleted is noticed, and nothing is left open at the end.

    Raises:
        UsageError: the file is not a usage log, or a newer version made it.
        sqlite3.Error: SQLite cannot open, read or write the file.
    """
    await asyncio.to_thread(_try_to_open, path)
    async with aiosqlite.connect(_uri(path), uri=True, isolation_level=None, timeout=BUSY_SECONDS) as database:
        if await _number(database, "PRAGMA user_version") != len(STEPS):
            await _bring_up_to_date(database, path)
        yield database


def is_damaged(error: Exception) -> bool:
    """Whether an error means that the file itself is broken, not just out of reach."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the lower byte: extended codes tell the kind of damage
    return code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _try_to_open(path: Path) -> None:
    """Fail where opening fails: aiosqlite 0.22 would leave a thread behind that speaks to the loop after its end."""
    sqlite3.connect(_uri(path), uri=True).close()


def _uri(path: Path) -> str:
    """The address that opens a file for reading and writing and does not make one."""
    return f"{path.absolute().as_uri()}?mode=rw"


async def _bring_up_to_date(database: aiosqlite.Connection, path: Path) -> None:
    await database.execute("BEGIN IMMEDIATE")
    version = await _number(database, "PRAGMA user_version")  # again: another process may have been quicker
    if version > len(STEPS):
        raise UsageError(
            f"{path} was made by a newer version of Verbatim; use that version, or name another file in "
            "VERBATIM_USAGE_DB."
        )
    if version == 0 and await _number(database, "SELECT count(*) FROM sqlite_schema"):
        raise UsageError(f"{path} is a database of something else; name another file in VERBATIM_USAGE_DB.")
    for step in STEPS[version:]:
        for statement in step:
            await database.execute(statement)
    await database.execute(f"PRAGMA user_version = {len(STEPS)}")
    await database.execute("COMMIT")
    await _let_readers_in(database)


async def _let_readers_in(database: aiosqlite.Connection) -> None:
    """Have readers and one writer work at once, from now on: the file keeps it.

    Whoever reads at this moment is waited for here, since SQLite does not wait with this.
    """
    for left in reversed(range(int(BUSY_SECONDS / _PAUSE))):
        try:
            await database.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not left or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            await asyncio.sleep(_PAUSE)
        else:
            return


async def _number(database: aiosqlite.Connection, query: str) -> int:
    async with database.execute(query) as cursor:
        row = await cursor.fetchone()
    return int(row[0]) if row else 0
