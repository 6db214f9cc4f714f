"""A real bot in a process of its own, whom many ask at once until a signal ends it; and what that has left behind."""

import asyncio
import shutil
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from bot.server_settings import KEPT
from bot.usage.rows import Summary, summary
from discord_sandbox import NoAnswerError, Sandbox
from discord_sandbox.records.interactions import InteractionType
from tests.journeys.process import Bot, small_content

ASKED: Mapping[str, Mapping[str, str]] = {
    "brief": {"topic": "ferry"},
    "topics": {},
    "define": {"term": "notice"},
    "treaty": {"reference": "ports rule 2"},
    "quote": {"search": "islanders"},
}
"""What members ask, each by a command of its own: every answer is counted once."""

AT_ONCE = 12
"""Members who wait for an answer at any time."""

SECOND = 1.0
"""What a crash may take with it, at most."""


@dataclass
class Life:
    """From the start of a process to its end, and what members got from it."""

    process: asyncio.subprocess.Process
    answered: list[tuple[float, str]] = field(default_factory=list[tuple[float, str]])
    """When somebody had an answer, and from which command."""
    ended: float = 0.0

    async def end(self, number: signal.Signals) -> int:
        """Send it a signal, and wait until it has ended."""
        self.ended = time.monotonic()
        self.process.send_signal(number)
        async with asyncio.timeout(30):
            return await self.process.wait()

    def surely_counted(self) -> Counter[str]:
        """How often each command was answered so early that its count must be on the disk."""
        return Counter(command for moment, command in self.answered if moment <= self.ended - SECOND)


class Home:
    """The folder a bot lives in, life after life, and the sandbox it answers in."""

    def __init__(self, sandbox: Sandbox, folder: Path, moderation: str = "cooldown: 0\n") -> None:
        live = (sys.executable, "-m", "bot", "run", "--live")
        self.bot = Bot(sandbox, folder, moderation, program=live, more={"VERBATIM_LOG_LEVEL": "INFO"} | small_content())
        self.sandbox = sandbox
        self.hidden: bool | None = False
        """Whether the moderators have hidden the briefing; None where nobody has told them that it was done."""

    @property
    def database(self) -> Path:
        return self.bot.database

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.bot.end(killed=True)

    async def started(self) -> Life:
        """A process that has just begun."""
        return Life(await self.bot.launch())

    async def served(self) -> Life:
        """A process that serves members."""
        return Life(await self.bot.start())

    @asynccontextmanager
    async def asked(self, life: Life) -> AsyncGenerator[None]:
        """Members ask all the while and a moderator changes settings; whoever waits at the end waits in vain."""
        commands = list(ASKED)
        people = [
            asyncio.create_task(self._ask(life, commands[number % len(commands)], ("member", "other")[number % 2]))
            for number in range(AT_ONCE)
        ]
        people.append(asyncio.create_task(self._hide_and_show()))
        try:
            yield
        finally:
            for one in people:
                one.cancel()
            await asyncio.wait(people)
            self.sandbox.gateway.forget_sessions()

    async def _ask(self, life: Life, command: str, who: str) -> None:
        actor = self.sandbox.actor(who)
        while True:
            with suppress(NoAnswerError):
                await actor.command(command, **ASKED[command])
                life.answered.append((time.monotonic(), command))

    async def _hide_and_show(self) -> None:
        moderator = self.sandbox.actor("moderator")
        while True:
            hidden, self.hidden = not self.hidden, None
            await (await moderator.command("desk withdraw", topic="ferry", show=not hidden)).settled()
            self.hidden = hidden

    def answers(self) -> Counter[str]:
        """How often each command was answered, over all lives, as the sandbox saw it."""
        return Counter(
            one.label.removeprefix("/")
            for one in self.sandbox.interactions
            if one.type is InteractionType.COMMAND and one.answer is not None
        )


@dataclass(frozen=True, slots=True)
class Left:
    """What stands in the database after an end."""

    rows: Mapping[tuple[object, ...], int]
    kept: Mapping[tuple[str, str], str]
    summary: Summary

    def counts(self) -> Counter[str]:
        """How often each command was counted."""
        counts = Counter[str]()
        for row in self.summary["rows"]:
            counts[row["command"]] += row["count"]
        return counts

    def hides(self) -> bool:
        """Whether the settings that a moderator gave hide the briefing."""
        return any("ferry" in text for (_, name), text in self.kept.items() if name == KEPT)


NOTHING = Left({}, {}, {"total": 0, "rows": []})


async def left(database: Path) -> Left:
    """What the next bot will find, looked at in a copy, so that it finds it as it was left."""
    with TemporaryDirectory(dir=database.parent.parent) as folder:
        copy = Path(folder) / database.name
        for ending in ("", "-wal"):
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{database}{ending}", f"{copy}{ending}")
        if not copy.exists():
            return NOTHING
        summed = await summary(copy)
        with closing(sqlite3.connect(copy)) as opened:
            assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            if not opened.execute("SELECT 1 FROM sqlite_schema").fetchall():
                return NOTHING
            rows = {row[:-1]: row[-1] for row in opened.execute("SELECT * FROM counts")}
            kept = {(server, name): value for server, name, value in opened.execute("SELECT * FROM desk_state")}
        return Left(rows, kept, summed)
