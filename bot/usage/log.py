"""Counts what was asked, never who asked: in memory at once, in SQLite a moment later."""

import asyncio
import logging
import re
import sqlite3
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal, Self

from bot.usage.database import UsageError, beside, is_damaged, opened, prepare
from bot.usage.key import server_hash
from bot.usage.outcomes import Outcome
from bot.usage.schema import KEPT_DAYS, Counted

Place = Literal["server", "dm", "private", ""]
"""Where it was: a server, the bot's direct messages, or a private conversation it is not part of; or nothing of it."""

PAUSE = 0.5
"""Seconds between a count and its writing: many counts are written together, and at most this much is lost in a crash.
"""

LONGEST_PAUSE = 60.0
"""Seconds between attempts, at most, while the database cannot be written."""

MOST_WAITING = 50_000
"""Different counts kept in memory while the database cannot be written; about 20 MB."""

_COMMAND = re.compile(r"[A-Za-z][A-Za-z -]{0,63}")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
_LOCALE = re.compile(r"[a-z]{2}(-[A-Za-z0-9]{2,4})?")

_UPSERT = f"""
    INSERT INTO counts ({", ".join(Counted._fields)}, count) VALUES ({"?, " * len(Counted._fields)}?)
    ON CONFLICT DO UPDATE SET count = count + excluded.count
"""  # noqa: S608 - the names of our own columns

_log = logging.getLogger(__name__)


def _this_day() -> date:
    return datetime.now(UTC).date()


class UsageLog:
    """Daily counts in the database at `path`; servers are hashed with `key`.

    Used as `async with`, or with `open` and `close`. Counting never raises and never waits. A fault of the database is
    said once in the log; what could not be written is kept and tried again.
    """

    def __init__(
        self, path: Path, key: bytes, *, kept_days: int = KEPT_DAYS, this_day: Callable[[], date] = _this_day
    ) -> None:
        self._path = path
        self._key = key
        self._kept_days = kept_days
        self._this_day = this_day
        self._waiting: Counter[Counted] = Counter()
        self._dropped = 0
        self._fault = ""
        self._wanted = asyncio.Event()
        self._closing = asyncio.Event()
        self._writer: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Begin to write behind the answers."""
        self._writer = asyncio.create_task(self._write_behind(), name="usage log")

    async def close(self) -> None:
        """Write what is waiting, and stop."""
        self._closing.set()
        self._wanted.set()
        if self._writer is not None:
            await self._writer
            self._writer = None
        lost = self._waiting.total() + self._dropped
        if lost:
            _log.error("Counts of use lost, because the usage log could not be written: %d.", lost)

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def count(  # noqa: PLR0913 - one argument for each column
        self,
        command: str,
        outcome: Outcome,
        *,
        place: Place,
        server: int | None = None,
        subject: str = "",
        locale: str = "",
    ) -> None:
        """Count once what came of a command.

        Args:
            command: its name as Discord shows it, such as `brief` or `Check quotation`.
            outcome: what came of it.
            place: where it was.
            server: the server's id; only a hash of it is kept.
            subject: the id of the item that was shown. What does not look like an id is left out, so that nothing a
                member typed is kept.
            locale: the language of Discord's interface, such as `ko` or `en-GB`.
        """
        key = Counted(
            self._this_day().isoformat(),
            server_hash(self._key, server),
            _fitting(_COMMAND, command),
            _fitting(_SLUG, subject),
            outcome,
            _fitting(_LOCALE, locale),
            place,
        )
        if len(self._waiting) >= MOST_WAITING and key not in self._waiting:
            self._dropped += 1
            return
        self._waiting[key] += 1
        self._wanted.set()

    async def _write_behind(self) -> None:
        pause = PAUSE
        while not self._closing.is_set():
            await self._wanted.wait()
            self._wanted.clear()
            await self._rest(pause)
            if await self._flush():
                pause = PAUSE
            else:
                pause = min(2 * pause, LONGEST_PAUSE)
                self._wanted.set()
        await self._flush()

    async def _rest(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._closing.wait(), seconds)
        except TimeoutError:
            return

    async def _flush(self) -> bool:
        """Write what is waiting; False if that was not possible and it is waiting again."""
        if not self._waiting:
            return True
        counts, self._waiting = self._waiting, Counter()
        try:
            await self._write_or_set_aside(counts)
        except (sqlite3.Error, OSError, UsageError) as error:
            counts.update(self._waiting)
            self._waiting = counts
            self._report(str(error))
            return False
        _log.debug("Counts of use written: %d.", counts.total())
        if self._fault:
            _log.warning("The usage log is written again; counts lost: %d.", self._dropped)
            self._fault = ""
            self._dropped = 0
        return True

    async def _write_or_set_aside(self, counts: Counter[Counted]) -> None:
        try:
            await self._write(counts)
        except sqlite3.DatabaseError as error:
            if not is_damaged(error):
                raise
            aside = await asyncio.to_thread(_set_aside, self._path)
            _log.error("The usage database was damaged (%s): it is now %s, and a new one was begun.", error, aside)
            await self._write(counts)

    async def _write(self, counts: Counter[Counted]) -> None:
        await asyncio.to_thread(prepare, self._path)
        oldest = self._this_day() - timedelta(days=self._kept_days)
        async with opened(self._path) as database:
            await database.execute("BEGIN IMMEDIATE")
            await database.executemany(_UPSERT, [(*key, count) for key, count in counts.items()])
            await database.execute("DELETE FROM counts WHERE day < ?", (oldest.isoformat(),))
            await database.execute("COMMIT")

    def _report(self, fault: str) -> None:
        if fault != self._fault:
            self._fault = fault
            _log.error("The usage log cannot be written (%s). Counts are kept in memory and tried again.", fault)


def _fitting(form: re.Pattern[str], text: str) -> str:
    return text if form.fullmatch(text) else ""


def _set_aside(path: Path) -> Path:
    """Rename a damaged database to a name that is free, so that it can be looked into and nothing is overwritten."""
    aside = beside(path, "damaged")
    # The write-ahead log goes first: beside a new database it would damage that one too.
    for ending in ("-wal", "-shm", ""):
        companion = path.with_name(path.name + ending)
        if companion.exists():
            companion.rename(aside.with_name(aside.name + ending))
    return aside
