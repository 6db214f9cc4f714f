"""Servers that are not there for the bot any more: after thirty days of it, what is kept for them is deleted.

A day counts once Discord has said on it that the server is not there; so no clock that jumps makes thirty of them.
"""

import logging
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

import aiohttp
import discord

from bot.chat.connection.later import asked
from bot.chat.unasked.sending import GONE, Clock
from bot.chat.unasked.unkept import Unkept
from bot.server_settings import KEPT, ServerSettings
from bot.usage.database import UsageError
from bot.usage.desk_state import DeskState

DAYS = 30
"""For which a server has to refuse before its settings are deleted."""

FAR = timedelta(days=31)
"""What is further ahead of today was written by a clock that was wrong."""

_REFUSED = "refused_since"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Refusing:
    """Since when a server refuses, on how many days it was found to, and the last of them."""

    since: date
    days: int
    last: date

    @classmethod
    def read(cls, text: str) -> Self | None:
        """As it is kept; None where that is not what it is."""
        try:
            since, days, last = text.split()
            return cls(date.fromisoformat(since), int(days), date.fromisoformat(last))
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.since} {self.days} {self.last}"

    def on(self, today: date) -> "Refusing":
        """After another refusal. A day before the last was counted already; the last one was none, if it is far off."""
        if self.last - today > FAR:
            return Refusing(today, 1, today)
        return Refusing(self.since, self.days + 1, today) if today > self.last else self


async def note_refusal(kept: DeskState, server: str, now: datetime) -> None:
    """Keep that a channel or a server was not there, to be looked at from now on."""
    today = now.date()
    before = Refusing.read(await kept.get(server, _REFUSED) or "")
    if before is None:
        await kept.put(server, _REFUSED, str(Refusing(today, 1, today)))


async def note_success(kept: DeskState, server: str) -> None:
    """The server is there."""
    if await kept.get(server, _REFUSED) is not None:
        await kept.delete(server, _REFUSED)


class GoneServers:
    """Looks once a day whether servers that have settings or refuse posts are there for the bot."""

    def __init__(self, client: discord.Client, settings: ServerSettings, clock: Clock, unkept: Unkept) -> None:
        self._client = client
        self._settings = settings
        self._clock = clock
        self._unkept = unkept
        self._looked: date | None = None

    async def round(self) -> None:
        """Look, unless that was done today."""
        today = self._clock().date()
        if self._looked == today:
            return
        try:
            for server in await self._doubtful():
                await self._look(server, today)
        except UsageError as error:
            self._unkept.say("Which servers refuse", error)
        else:
            self._looked = today

    async def _doubtful(self) -> list[str]:
        kept, there = self._settings.kept, {str(guild.id) for guild in self._client.guilds}
        return sorted({*await kept.all(_REFUSED), *((await kept.all(KEPT)).keys() - there)})

    async def _look(self, server: str, today: date) -> None:
        kept = self._settings.kept
        refuses = await self._refuses(server)
        if refuses is False:
            await note_success(kept, server)
        elif refuses:
            before = Refusing.read(await kept.get(server, _REFUSED) or "")
            now = Refusing(today, 1, today) if before is None else before.on(today)
            if now.days < DAYS:
                await kept.put(server, _REFUSED, str(now))
                return
            await kept.forget(server)
            await self._settings.forget(server)
            _log.warning("What was kept for a server that has refused for %d days was deleted.", DAYS)

    async def _refuses(self, server: str) -> bool | None:
        """Whether the server is not there for the bot; None where Discord does not say."""
        try:
            await asked(self._client, f"/guilds/{server}")
        except discord.HTTPException as error:
            return True if error.code in GONE else None
        except (aiohttp.ClientError, OSError):
            return None
        return False
