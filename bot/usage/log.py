"""Counts what was asked, never who asked: in memory at once, in SQLite a moment later."""

import asyncio
import logging
import re
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Literal, Self

from bot.usage.copies import set_aside
from bot.usage.database import UsageError, fault, is_damaged, is_locked, is_there, opened, prepare, which, written
from bot.usage.key import Keys
from bot.usage.outcomes import Outcome
from bot.usage.rows import purge
from bot.usage.schema import KEPT_DAYS, Counted
from bot.usage.upkeep import keep_up

Place = Literal["server", "dm", "private", ""]
"""Where it was: a server, the bot's direct messages, or a private conversation it is not part of; or nothing of it."""

PAUSE = 0.5
"""Seconds between a count and its writing: many counts are written together, and at most this much is lost in a crash.
"""

LONGEST_PAUSE = 5.0
"""Seconds between attempts, at most, while the database cannot be written: all that waits is lost in a crash."""

STOPPING = 4.0
"""Seconds for which closing waits, beyond an attempt that has begun, for a database that another program has locked."""

LOOKS_AT_THE_DAY = 3600.0
"""Seconds between two looks at the day where nothing is counted: old rows and keys go all the same."""

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
    """Daily counts in the database at `path`; servers are hashed with the present one of the `keys`.

    Used as `async with`, or with `open` and `close`. Counting never raises and never waits. A fault of the database is
    said once in the log; what could not be written is kept and tried again. Nothing is logged because something was
    counted.
    """

    def __init__(
        self, path: Path, keys: Keys, *, kept_days: int = KEPT_DAYS, this_day: Callable[[], date] = _this_day
    ) -> None:
        self.path = path
        self.keys = keys
        self.counting = True
        """Whether anything is counted; if not, what was counted before stays until somebody deletes it."""
        self.kept_days = kept_days
        """Days that counts are kept. Both may be changed at any time."""
        self.when_begun_anew: Callable[[], Awaitable[None]] = _nothing
        """What is to be done where another database stands in the place of the one before, which may have lost what was
        kept in it; raises what the database raises."""
        self._this_day = this_day
        self._which: tuple[int, int] | None = None
        """The file that was written last."""
        self._is_anew = False
        self._waiting: Counter[Counted] = Counter()
        self._dropped = 0
        self._faults = set[str]()
        self._locked = False
        self._kept_up: tuple[date, int | None] | None = None
        self._wanted = asyncio.Event()
        self._closing = asyncio.Event()
        self._writer: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Begin to write behind the answers, into a database that is there before the first of them.

        Made while many are answered, it would keep the first counts waiting for seconds.
        """
        if self.counting:
            await self._done(partial(self._write, Counter()))
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
            subject: the id of the item that was shown, or came nearest. What does not look like an id is left out, so
                that nothing a member typed is kept.
            locale: the language of Discord's interface, such as `ko` or `en-GB`.
        """
        if not self.counting:
            return
        key = Counted(
            self._this_day().isoformat(),
            self.keys.hash(server),
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

    async def forget(self, server: int) -> int:
        """Delete what was counted in a server, as far as a key that is held can tell; how many rows that were.

        Raises:
            UsageError: the database cannot be written.
        """
        hashes = self.keys.hashes(server)
        waiting = {key: self._waiting.pop(key) for key in list(self._waiting) if key.server in hashes}
        try:
            return (await purge(self.path, servers=hashes)).rows
        except UsageError:
            self._waiting.update(waiting)
            raise

    async def _write_behind(self) -> None:
        clock = asyncio.get_running_loop().time
        pause, took = PAUSE, 0.0
        done = await self._keep_up()
        while not self._closing.is_set():
            if done:
                pause = PAUSE
                await _happened(self._wanted, LOOKS_AT_THE_DAY)
            self._wanted.clear()
            await _happened(self._closing, max(pause - took, pause / 5))  # a slow disk is not waited for twice
            begun = clock()
            done = await self._flush() and await self._keep_up()
            took = clock() - begun
            if not done:
                pause = min(2 * pause, LONGEST_PAUSE)
        until = clock() + STOPPING
        while not (done := await self._flush()) and self._locked and clock() < until:  # noqa: ASYNC110 - no event tells
            await asyncio.sleep(PAUSE)
        if done and await self._keep_up():
            await self._flush()  # what came meanwhile

    async def _flush(self) -> bool:
        """Write what is waiting; False if that was not possible and it is waiting again."""
        if self._waiting:
            counts, self._waiting = self._waiting, Counter()
            if not await self._done(partial(self._write, counts)):
                counts.update(self._waiting)
                self._waiting = counts
                return False
        if self._is_anew and await self._done(self.when_begun_anew):
            self._is_anew = False
        return not self._is_anew

    async def _write(self, counts: Counter[Counted]) -> None:
        """Write in one go, in a thread: while many are answered, each turn of the loop may take a while."""
        rows = [(*key, count) for key, count in counts.items()]
        here = await asyncio.to_thread(which, self.path)
        if self._which not in {None, here}:
            self._is_anew = True
            _log.error(
                "The usage database was taken away or replaced while the bot ran: counts go on in the one that is now "
                "in its place, and what servers have set from Discord is kept in it too."
            )
        self._which = here
        while not await asyncio.to_thread(written, self.path, _UPSERT, rows):
            async with opened(self.path):  # which brings it to the present version
                pass
            self._which = await asyncio.to_thread(which, self.path)

    async def _keep_up(self) -> bool:
        """Delete what is due, once a day; False if it was not possible."""
        due = (self._this_day(), self.kept_days if self.counting else None)
        if self._kept_up == due:
            return True
        today, kept_days = due

        async def kept_up() -> None:
            if await asyncio.to_thread(is_there, self.path):
                await keep_up(self.path, self.keys, kept_days, today)
                self._kept_up = due

        return await self._done(kept_up)

    async def _done(self, work: Callable[[], Awaitable[None]]) -> bool:
        """Whether something could be done with the database; faults are said, each once."""
        try:
            await self._again_if_damaged(work)
        except (sqlite3.Error, OSError, RuntimeError, MemoryError) as error:  # the last two where no thread can begin
            self._locked = is_locked(error)
            self._report(fault(error, self.path))
            return False
        except UsageError as error:
            self._locked = False
            self._report(error)
            return False
        if self._faults:
            _log.warning("The usage log is written again; counts lost: %d.", self._dropped)
            self._faults.clear()
            self._dropped = 0
        return True

    async def _again_if_damaged(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except sqlite3.DatabaseError as error:
            if not is_damaged(error):
                raise
            aside = await asyncio.to_thread(set_aside, self.path, self._this_day())
            _log.error("The usage database was damaged (%s): it is now %s, and a new one was begun.", error, aside)
            self._which, self._is_anew = None, True
            await asyncio.to_thread(prepare, self.path)
            await work()

    def _report(self, error: UsageError) -> None:
        if str(error) not in self._faults:
            self._faults.add(str(error))
            _log.error("The usage log cannot be written. %s Counts are kept in memory and tried again.", error)


async def _nothing() -> None:
    pass


async def _happened(event: asyncio.Event, seconds: float) -> None:
    """Wait for an event, at most so long."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):  # wait_for of Python 3.11 may lose a cancellation
            await event.wait()


def _fitting(form: re.Pattern[str], text: str) -> str:
    return text if form.fullmatch(text) else ""
