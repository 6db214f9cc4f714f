"""Holds the snapshot in force, and puts a new one in its place."""

import asyncio
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.charts.charts import Charts
from bot.checking import check_apart
from bot.content.load import proved_library
from bot.content.moderation import load_moderation
from bot.domain.changes import Changes, changes
from bot.domain.garbage import collector_at_rest
from bot.domain.problem import Problem, ProblemsError
from bot.snapshot import Snapshot, Sources

_ATTEMPTS = 3
"""Times that files which are being written are checked before they are taken as they are, and refused."""

_SHORT_TURN = 0.0005
"""Seconds that a thread may keep the others waiting, a tenth of Python's own: loading is in no hurry."""


@dataclass(frozen=True, slots=True)
class Reloaded:
    """What a reload brought."""

    snapshot: Snapshot
    changes: Changes
    moderation_changed: bool


class Current:
    """Holds the snapshot in force, which is swapped in one assignment. Whoever answers takes it once."""

    def __init__(self, sources: Sources, snapshot: Snapshot, charts: Charts) -> None:
        self.snapshot = snapshot
        self.opened = datetime.now(UTC)
        self.problems = tuple[Problem, ...]()
        """Why the last reload changed nothing; empty once one has succeeded."""
        self._sources = sources
        self._charts = charts
        self._reloading = asyncio.Lock()

    async def draw(self) -> None:
        """Make the charts of the library, which takes some seconds."""
        async with self._reloading:
            drawn = await self._charts.of(self.snapshot.library)
            self.snapshot = replace(self.snapshot, charts=drawn)

    async def reload(self) -> Reloaded:
        """Read all files again and put what they say in force, the whole of it at once.

        Raises:
            ProblemsError: something is wrong somewhere; everything stays as it was.
        """
        async with self._reloading:
            try:
                warnings = await self._checked()
                reloaded = await asyncio.to_thread(self._loaded, warnings)
            except ProblemsError as error:
                self.problems = error.problems
                raise
            drawn = await self._charts.of(reloaded.snapshot.library)
            reloaded = replace(reloaded, snapshot=replace(reloaded.snapshot, charts=drawn))
            self.snapshot, self.problems = reloaded.snapshot, ()
            return reloaded

    async def _checked(self) -> tuple[Problem, ...]:
        """The warnings that `check` has, of files that nobody has changed meanwhile."""
        for _ in range(_ATTEMPTS):
            checked = await check_apart(self._sources, datetime.now(UTC).date())
            if not checked.is_sound:
                raise ProblemsError(checked.problems)
            if checked.digest == await asyncio.to_thread(self._sources.digest):
                return checked.problems
        changing = "the files were changed again and again while they were read"
        raise ProblemsError([Problem(self._sources.briefs.name, 1, changing, "reload once they are all written")])

    def _loaded(self, warnings: tuple[Problem, ...]) -> Reloaded:
        """What has been checked, made ready in a thread."""
        with collector_at_rest(stays=True), _short_turns():
            library = proved_library(self._sources.seeds, self._sources.briefs)
            snapshot = Snapshot.of(library, load_moderation(self._sources.moderation), warnings)
            before = self.snapshot
            return Reloaded(snapshot, changes(before.library, library), before.moderation != snapshot.moderation)


@contextmanager
def _short_turns() -> Generator[None]:
    """Let the thread that answers members have its turn soon."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_SHORT_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
