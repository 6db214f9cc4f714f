"""The bot as discord.py knows it: what it asks Discord for, and the way of everything that arrives."""

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping
from functools import partial
from typing import Any

import discord
from discord import InteractionType, app_commands

from bot.chat.channels import look_at_channels
from bot.chat.commands import COMMANDS
from bot.chat.connection import internals
from bot.chat.connection.allowance import Allowance
from bot.chat.connection.gateway import ACKNOWLEDGED, GOODBYE, Socket
from bot.chat.connection.login import log_in
from bot.chat.connection.patience import Pace, patiently
from bot.chat.connection.session import stay_connected
from bot.chat.connection.translator import Translator
from bot.chat.connection.tree import GatedBot, Tree
from bot.chat.failure import log_failure
from bot.chat.gate import Gate
from bot.chat.router import route
from bot.chat.unasked.sending import Clock, utc_now
from bot.chat.unasked.task import Unasked

GRACE = 8.0
"""Seconds that answers in hand are given when the bot is told to stop; container engines wait ten."""

UNTIL_REGISTERED = 5.0
"""Seconds that connecting waits for the commands to be registered; after them members are served meanwhile."""

Register = Callable[[app_commands.CommandTree[Any]], Awaitable[Mapping[str, str]]]
"""Makes a server know the commands; gives their mentions. One of those in `bot.chat.connection.registration`."""

_log = logging.getLogger(__name__)


class Verbatim(GatedBot):
    """The client. It needs no privileged intent, keeps no cache, and remembers no message it has sent."""

    def __init__(
        self,
        gate: Gate,
        register: Register | None = None,
        clock: Clock = utc_now,
        allowance: Allowance | None = None,
    ) -> None:
        super().__init__(
            command_prefix=(),
            help_command=None,
            tree_cls=Tree,
            intents=discord.Intents.none(),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            guild_ready_timeout=0,
        )
        self.gate = gate
        self.allowance = allowance or Allowance()
        """How many sessions may still be begun."""
        self._register = register
        self._tasks: set[asyncio.Task[None]] = set()
        self._looked = False
        self.unasked = Unasked(self, gate, lambda: self.serving, clock)

    async def setup_hook(self) -> None:
        """Have the commands registered where that is needed, and the charts drawn."""
        await self.add_commands()
        if self._register is None:
            return
        registering = self.beside(self._make_known(self._register), "registration")
        done, _ = await asyncio.wait({registering}, timeout=UNTIL_REGISTERED)
        if done and isinstance(refused := registering.exception(), discord.HTTPException):
            raise refused
        self.beside(self._draw(), "charts")

    async def add_commands(self) -> None:
        """Add all commands with their translations."""
        await self.tree.set_translator(Translator(self.gate.catalogue, self.gate.current.snapshot.library.introduction))
        for command in COMMANDS:
            self.tree.add_command(command)

    async def on_ready(self) -> None:
        """Say that we are there, and the first time look whether the channels are that moderators have named."""
        _log.info("Connected as %s.", self.user)
        if not self._looked:
            self._looked = True
            self.beside(look_at_channels(self, self.gate.current), "channels")
            self.beside(self.unasked.run(), "unasked")

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:  # noqa: ARG002 # discord.py calls it so
        """Count a session that is about to be begun; `stay_connected` has waited until it may be."""
        self.allowance.take()

    async def on_interaction(self, interaction: discord.Interaction["Verbatim"]) -> None:
        """Answer what is pressed, chosen or sent off; commands go to the tree."""
        if interaction.type in {InteractionType.component, InteractionType.modal_submit}:
            await self.gate.in_turn(interaction, partial(route, self.gate, interaction))

    async def on_error(self, _event: str, /, *_: Any, **__: Any) -> None:  # noqa: ANN401 # whatever the event has
        """Log what went wrong with an event, without its message, which may quote what somebody typed."""
        error = sys.exception()
        if error is not None:
            log_failure(error)

    @property
    def serving(self) -> bool:
        """Whether members are served now: connected, and heard of by the gateway."""
        return isinstance(self.ws, Socket) and self.ws.serving(ACKNOWLEDGED)

    async def serve(self, token: str) -> None:
        """Answer until cancelled, however often it takes another attempt to log in and to connect.

        In the end take in what was sent before, nothing later, finish what is in hand, and hang up.
        """
        await self.gate.server_settings.begin()
        try:
            await patiently(partial(log_in, self, token), "Logging in", Pace())
            await self.connect()
        finally:
            if isinstance(self.ws, Socket):
                await self.ws.hear_out()
            await _finished(internals.answers_in_hand())
            for task in self._tasks:
                task.cancel()
            if self._tasks:
                await asyncio.wait(self._tasks)
            if isinstance(self.ws, Socket):
                await self.ws.close(GOODBYE)
            await self.close()

    async def connect(self, *, reconnect: bool = True) -> None:  # noqa: ARG002 # discord.py's own has it
        """Take in events until cancelled, over as many connections as it takes."""
        await stay_connected(self, Pace(), self.allowance)

    def beside(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        """Do something beside answering; it is given up when serving ends."""
        task = asyncio.create_task(work, name=name)
        task.add_done_callback(_look_after)
        self._tasks.add(task)
        return task

    async def _draw(self) -> None:
        await self.wait_until_ready()  # members who wait for the bot go before pictures
        await self.gate.current.draw()

    async def _make_known(self, register: Register) -> None:
        known = await patiently(partial(register, self.tree), "Registering the commands", Pace())
        self.gate.mentions.update(known)


def _look_after(task: asyncio.Task[None]) -> None:
    """Log what ended a task, except what the server refused, which is told where the bot is started."""
    error = None if task.cancelled() else task.exception()
    if error is not None and not isinstance(error, discord.HTTPException):
        log_failure(error)


async def _finished(tasks: Iterable[asyncio.Task[Any]]) -> None:
    in_hand = set(tasks)
    if in_hand:
        _, unfinished = await asyncio.wait(in_hand, timeout=GRACE)
        if unfinished:
            _log.warning("%d answers were not finished within %g s.", len(unfinished), GRACE)
