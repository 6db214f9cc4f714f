"""Holds the snapshot in force, and puts a new one in its place."""

import asyncio
import sys
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Literal

from bot.charts.charts import Charts
from bot.checking import Checked, Checking
from bot.content.moderation import ServerRules, changed_keys, load_moderation
from bot.content.proved import proved_library
from bot.domain.changes import Changes, changes
from bot.domain.garbage import collector_at_rest
from bot.domain.problem import Problem, ProblemsError
from bot.snapshot import Snapshot
from bot.sources import Sources

_SHORT_TURN = 0.0005
"""Seconds that a thread may keep the others waiting, a tenth of Python's own: loading is in no hurry."""


@dataclass(frozen=True, slots=True)
class Reloaded:
    """What a reload brought."""

    snapshot: Snapshot
    changes: Changes
    moderation: tuple[str, ...]
    """The keys of the moderators' file that have changed."""


@dataclass(frozen=True, slots=True)
class Amiss:
    """A channel that is named in the settings of a server, and is not there, not shown to the bot, or of another."""

    key: str
    channel: str
    why: Literal["missing", "hidden", "elsewhere"]


class Current:
    """Holds the snapshot in force, which is swapped in one assignment. Whoever answers takes it once."""

    def __init__(self, sources: Sources, snapshot: Snapshot, charts: Charts) -> None:
        self.snapshot = snapshot
        self._begun = time.monotonic()
        self.problems = tuple[Problem, ...]()
        """Why the last reload changed nothing; empty once one has succeeded."""
        self.refusing = set[str]()
        """Channels for reports that did not take the last one; forgotten when the bot stops."""
        self.amiss: Mapping[str, tuple[Amiss, ...]] = MappingProxyType({})
        """By server, the channels that moderators have named and that the bot cannot see there."""
        self.changed = asyncio.Event()
        """Set when the library or settings in force have become others; whoever waits for it clears it."""
        self._sources = sources
        self._charts = charts
        self._reloading = asyncio.Lock()
        self._next: asyncio.Task[Reloaded] | None = None
        """The reload that has not begun yet."""

    @property
    def uptime(self) -> timedelta:
        """How long this has been there, whatever became of the clock meanwhile."""
        return timedelta(seconds=time.monotonic() - self._begun)

    async def draw(self) -> None:
        """Make the charts of the library, which takes some seconds."""
        async with self._reloading:
            drawn = await self._charts.of(self.snapshot.library)
            self.snapshot = replace(self.snapshot, charts=drawn)

    async def draw_days(self, counts: Sequence[tuple[date, int]]) -> bytes | None:
        """A chart of counts by day as PNG, which takes a second or two; None where it could not be drawn."""
        return await self._charts.of_days(counts)

    def put_uploaded(self, uploaded: Mapping[str, ServerRules]) -> None:
        """Put what moderators have given from Discord in force, of all servers."""
        self.snapshot = replace(self.snapshot, uploaded=MappingProxyType(dict(uploaded)))
        self.changed.set()

    def forget_amiss(self, server: str) -> None:
        """Keep no more what was wrong with the channels of a server: its settings are others now, and proved."""
        self.amiss = MappingProxyType({key: found for key, found in self.amiss.items() if key != server})

    async def reload(self) -> Reloaded:
        """Read all files again and put what they say in force, the whole of it at once.

        Whoever asks while another reload waits for its turn shares that one, however many they are.

        Raises:
            ProblemsError: something is wrong somewhere; everything stays as it was.
            CheckingError: the files could not be checked; everything stays as it was.
        """
        if self._next is None:
            self._next = asyncio.create_task(self._reload(), name="reload")
        return await asyncio.shield(self._next)

    async def _reload(self) -> Reloaded:
        async with self._reloading:
            self._next = None
            with Checking(self._sources, datetime.now(UTC).date()) as checking:
                try:
                    checked = await checking.result_within()
                    reloaded = await asyncio.to_thread(self._reloaded, checked)
                except ProblemsError as error:
                    self.problems = error.problems
                    raise
            drawn = await self._charts.of(reloaded.snapshot.library)
            now = replace(reloaded.snapshot, charts=drawn, uploaded=self.snapshot.uploaded)
            reloaded = replace(reloaded, snapshot=now)
            self.snapshot, self.problems = reloaded.snapshot, ()
            self.changed.set()
            return reloaded

    def _reloaded(self, checked: Checked) -> Reloaded:
        """What has been checked, made ready in a thread."""
        before = self.snapshot
        with _short_turns():
            snapshot = _loaded(self._sources, checked)
            keys = changed_keys(before.moderation, snapshot.moderation)
            return Reloaded(snapshot, changes(before.library, snapshot.library), keys)


def _loaded(sources: Sources, checked: Checked) -> Snapshot:
    """The snapshot of files that have been checked.

    Raises:
        ProblemsError: they are not sound, or no longer what was checked.
    """
    if not checked.is_sound:
        raise ProblemsError(checked.problems)
    with collector_at_rest(stays=True):
        what = "the files were changed while they were read"
        changed = ProblemsError([Problem(sources.briefs.name, 1, what, "try again once they are all written")])
        try:
            library, moderation = proved_library(sources.seeds, sources.briefs), load_moderation(sources.moderation)
            if sources.digest() != checked.digest:
                raise changed
        except OSError as error:  # a folder went away while it was looked through
            raise changed from error
        return Snapshot.of(library, moderation, checked.problems)


@contextmanager
def _short_turns() -> Generator[None]:
    """Let the thread that answers members have its turn soon."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_SHORT_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
