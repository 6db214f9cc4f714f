"""What is done once a day: old rows and copies go, and so do keys, with what could tell servers apart by them."""

import asyncio
from datetime import date, timedelta
from pathlib import Path

import aiosqlite

from bot.usage.copies import delete_copies
from bot.usage.database import emptied, opened
from bot.usage.days_seen import DaysSeen
from bot.usage.key import NAME_DIGITS, Keys
from bot.usage.schema import FOLD

SEEN = "days_seen"
"""The name in `desk_state` under which the last day is kept."""


async def keep_up(path: Path, keys: Keys, kept_days: int | None, today: date) -> None:
    """Delete what has been kept long enough; `kept_days` is None where counts stay until somebody deletes them.

    While the clock is not to be believed, nothing is deleted by it.

    Raises:
        UsageError: the database is not ours, or cannot be brought to the present version.
        sqlite3.Error, OSError: it cannot be read or written.
    """
    async with opened(path) as database:
        await database.execute("BEGIN IMMEDIATE")
        believed = await _see(database, today)
        if believed:
            await asyncio.to_thread(keys.change_if_due, today)
            if kept_days is not None:
                oldest = today - timedelta(days=kept_days)
                await database.execute("DELETE FROM counts WHERE day < ?", (oldest.isoformat(),))
        if keys.complete:
            await _forget_other_keys(database, keys)
        await database.execute("COMMIT")
        await emptied(database)
    if believed:
        await asyncio.to_thread(delete_copies, path, today)


async def _see(database: aiosqlite.Connection, today: date) -> bool:
    """Note the day, and tell whether it is to be believed."""
    found = list(
        await database.execute_fetchall("SELECT value FROM desk_state WHERE server = '' AND name = ?", (SEEN,))
    )
    seen = DaysSeen.read(found[0][0] if found else None).after(today)
    await database.execute(
        "INSERT INTO desk_state VALUES ('', ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (SEEN, str(seen))
    )
    return seen.believed


async def _forget_other_keys(database: aiosqlite.Connection, keys: Keys) -> None:
    """Sum over all servers what was hashed with a key that is held no more."""
    marks = ", ".join("?" * len(keys.names))
    which = f"server <> '' AND substr(server, 1, {NAME_DIGITS}) NOT IN ({marks})"
    await database.execute(FOLD.format(which=which), keys.names)
    await database.execute(f"DELETE FROM counts WHERE {which}", keys.names)  # noqa: S608 - question marks alone
