"""What the bot does without being asked, in one task: posts by schedule, corrections, and forgetting servers."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

import discord

from bot.chat.failure import log_failure
from bot.chat.gate import Gate
from bot.chat.unasked.corrections import Corrections
from bot.chat.unasked.gone import GoneServers
from bot.chat.unasked.schedules import Schedules
from bot.chat.unasked.sending import Clock
from bot.chat.unasked.unkept import Unkept

NAP = timedelta(minutes=10)
"""The longest that is slept while something is due later: a clock may be put forward meanwhile."""
REST = timedelta(hours=6)
"""The same while nothing is."""
AGAIN = timedelta(minutes=1)
"""The same where something could not be done."""
UNTIL_SERVING = timedelta(seconds=15)
"""Between two looks whether Discord can be reached."""


class Unasked:
    """The task. A reload and new settings wake it, and so does whatever is due."""

    def __init__(self, client: discord.Client, gate: Gate, serving: Callable[[], bool], clock: Clock) -> None:
        self._changed = gate.current.changed
        self._one_at_a_time = asyncio.Lock()
        self._serving = serving
        self._clock = clock
        self._unkept = Unkept()
        self._schedules = Schedules(client, gate, clock, self._unkept)
        self._corrections = Corrections(client, gate, self._unkept)
        self._gone = GoneServers(client, gate.server_settings, clock, self._unkept)
        self._untold = False
        """Whether corrections are left to be announced."""

    async def run(self) -> None:
        """Go on until cancelled."""
        self._changed.set()
        while True:
            if not self._serving():
                await asyncio.sleep(UNTIL_SERVING.total_seconds())
                continue
            rest = NAP
            try:
                rest = self._rest(await self.look())
            except Exception as error:  # noqa: BLE001 - whatever it is, there is another round
                log_failure(error)
            with suppress(TimeoutError):
                async with asyncio.timeout(rest.total_seconds()):  # wait_for of Python 3.11 may lose a cancellation
                    await self._changed.wait()

    async def look(self) -> datetime | None:
        """Do what is to be done now; returns when something is due next."""
        async with self._one_at_a_time:
            if self._changed.is_set() or self._untold:
                self._changed.clear()
                self._untold = not await self._corrections.round()
            due = await self._schedules.round()
            await self._gone.round()
            if self._unkept.end_round() or self._untold:
                again = self._clock() + AGAIN
                return again if due is None else min(due, again)
            return due

    def _rest(self, due: datetime | None) -> timedelta:
        return REST if due is None else min(max(due - self._clock(), timedelta()), NAP)
