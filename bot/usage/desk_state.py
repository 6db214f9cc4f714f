"""What the bot keeps for the moderators of each server: their settings, due times, what was announced."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import aiosqlite

from bot.usage.database import emptied, fault, number, opened, prepare
from bot.usage.reading import reading

_HAS_TABLE = "SELECT count(*) FROM sqlite_schema WHERE name = 'desk_state'"
"""The first version had none, and whoever only reads leaves a database as it is."""


class DeskState:
    """Texts by server and name, in the usage database at `path`.

    `server` is the id as text; the empty text stands for the whole bot. What a call has written is on the disk when it
    returns. Every call opens the database for itself and raises UsageError, which says what is wrong, where it cannot
    be read or written; what can only be read is read all the same.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    async def get(self, server: str, name: str) -> str | None:
        """The value of that name; None where there is none."""
        return (await self.of(server)).get(name)

    async def put(self, server: str, name: str, value: str) -> None:
        """Keep a value, in place of the one before."""
        async with self._database() as database:
            await database.execute(
                "INSERT INTO desk_state VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                (server, name, value),
            )

    async def delete(self, server: str, name: str) -> None:
        """Keep a value no longer; where there is none, nothing happens."""
        async with self._database() as database:
            await database.execute("DELETE FROM desk_state WHERE server = ? AND name = ?", (server, name))

    async def of(self, server: str) -> dict[str, str]:
        """Everything that is kept for a server, by name."""
        return await self._pairs("SELECT name, value FROM desk_state WHERE server = ? ORDER BY name", server)

    async def all(self, name: str) -> dict[str, str]:
        """What every server has under a name, by server."""
        return await self._pairs("SELECT server, value FROM desk_state WHERE name = ? ORDER BY server", name)

    async def forget(self, server: str) -> int:
        """Delete everything that is kept for a server, overwritten in the file; how many values that were."""
        async with self._database() as database:
            gone = await database.execute("DELETE FROM desk_state WHERE server = ?", (server,))
            await emptied(database)
            return gone.rowcount

    async def _pairs(self, query: str, which: str) -> dict[str, str]:
        async with reading(self._path) as database:
            if database is None or not await number(database, _HAS_TABLE):
                return {}
            return {str(key): str(value) for key, value in await database.execute_fetchall(query, (which,))}

    @asynccontextmanager
    async def _database(self) -> AsyncGenerator[aiosqlite.Connection]:
        try:
            await asyncio.to_thread(prepare, self._path)
            async with opened(self._path) as database:
                yield database
        except (sqlite3.Error, OSError) as error:
            raise fault(error, self._path) from error
