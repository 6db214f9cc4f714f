"""Opens the usage database for reading alone: of any version, on a full disk and from a read-only one, too."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiosqlite

from bot.usage import database as usage_database
from bot.usage.database import (
    code,
    fault,
    is_there,
    number,
    refuse_another,
    refuse_without_tables,
    try_to_open,
    uri,
)
from bot.usage.schema import STEPS

_NO_ROOM = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY}
"""What SQLite says where it cannot make the index of its journal, though nothing is to be written."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way of opening a database."""

    address: str
    pragmas: tuple[str, ...] = ()


@asynccontextmanager
async def reading(path: Path) -> AsyncGenerator[aiosqlite.Connection | None]:
    """The database as it is; None where there is none, or nothing in it yet.

    Raises:
        UsageError: it cannot be read; the message says why.
    """
    if not await asyncio.to_thread(is_there, path):
        yield None
        return
    async with AsyncExitStack() as stack:
        try:
            database, version = await _first_that_works(stack, path)
            yield database if version else None
        except sqlite3.Error as error:
            raise fault(error, path) from error


async def _first_that_works(stack: AsyncExitStack, path: Path) -> tuple[aiosqlite.Connection, int]:
    """A connection by the first way that leads to the tables, and their version."""
    faults: list[sqlite3.Error] = []
    for way in _ways(path):
        try:
            return await _by(way, stack, path)
        except sqlite3.Error as error:
            faults.append(error)
            if code(error) not in _NO_ROOM:
                break
    raise faults[0]


async def _by(way: _Way, stack: AsyncExitStack, path: Path) -> tuple[aiosqlite.Connection, int]:
    await asyncio.to_thread(try_to_open, way.address)
    opening = AsyncExitStack()
    async with opening:
        connecting = aiosqlite.connect(way.address, uri=True, isolation_level=None, timeout=usage_database.BUSY_SECONDS)
        database = await opening.enter_async_context(connecting)
        for pragma in (usage_database.IN_MEMORY, *way.pragmas):
            await database.execute_fetchall(pragma)
        tables = await number(database, "SELECT count(*) FROM sqlite_schema")
        version = await number(database, "PRAGMA user_version")  # after that: both may be written in between
        refuse_another(version, tables, path)
        if version == len(STEPS):  # those before had fewer
            refuse_without_tables(await database.execute_fetchall(usage_database.TABLES), path)
        stack.push_async_exit(opening.pop_all())
    return database, version


def _ways(path: Path) -> Iterator[_Way]:
    """As always; then what needs no room for the index of the journal; then what needs no right to write."""
    yield _Way(uri(path, "mode=rw"))
    yield _Way(uri(path, "mode=rw"), ("PRAGMA locking_mode = EXCLUSIVE",))
    journal = path.with_name(f"{path.name}-wal")
    if not journal.exists() or not journal.stat().st_size:  # what stands in it would be passed over
        yield _Way(uri(path, "mode=ro&immutable=1"))
