"""What the tests of the usage log share."""

import asyncio
import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.usage.key import Keys

KEYS = Keys.fixed(b"a key of the tests, 32 bytes long")


class Notices(logging.Handler):
    """What the usage log says, in order; a test can wait for the next."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._unread: asyncio.Queue[str] = asyncio.Queue()

    def emit(self, record: logging.LogRecord) -> None:
        text = f"{record.levelname} {record.getMessage()}"
        self.texts.append(text)
        self._unread.put_nowait(text)

    async def following(self) -> str:
        async with asyncio.timeout(30):
            return await self._unread.get()


async def written(path: Path, rows: int) -> None:
    """Wait until the table has that many rows."""
    async with asyncio.timeout(30):
        while not path.exists() or len(table(path)) != rows:  # noqa: ASYNC110 - nothing is said because something was counted
            await asyncio.sleep(0.01)


def table(path: Path) -> list[tuple[object, ...]]:
    """All rows as they stand in the database; none where it has no table yet."""
    with closing(sqlite3.connect(path)) as database:
        there = database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'counts'").fetchall()
        return database.execute("SELECT * FROM counts").fetchall() if there else []
