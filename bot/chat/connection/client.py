"""The bot as discord.py knows it: what it asks Discord for, and the way of everything that arrives."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, cast

import aiohttp
import discord
from discord import InteractionType, app_commands
from discord.ext import commands

from bot.chat.autocomplete import suggest
from bot.chat.commands import COMMANDS
from bot.chat.connection.translator import Translator
from bot.chat.context import context_of
from bot.chat.gate import Gate
from bot.chat.router import UNKNOWN, route

GRACE = 8.0
"""Seconds that answers in hand are given when the bot is told to stop; container engines wait ten."""

IN_HAND = ("CommandTree-invoker", "discord.py: on_interaction")
"""What discord.py 2.7.1 calls the tasks in which interactions are answered (app_commands/tree.py, client.py)."""

_OUTDATED = (
    app_commands.CommandNotFound,
    app_commands.CommandSignatureMismatch,
    app_commands.TransformerError,
)
"""Discord's client knew another edition of the commands than we do."""

Register = Callable[[app_commands.CommandTree[Any]], Awaitable[Mapping[str, str]]]
"""Makes a server know the commands; gives their mentions. One of those in `bot.chat.registration`."""

_log = logging.getLogger(__name__)


class Tree(app_commands.CommandTree["Verbatim"]):
    """The commands, with one door in front of them and one answer to whatever goes wrong behind it."""

    async def interaction_check(self, interaction: discord.Interaction["Verbatim"], /) -> bool:
        """Whether a command may go on; whoever is turned away has been told why."""
        gate, command = self.client.gate, interaction.command
        context = gate.receive(interaction, command.qualified_name if command else UNKNOWN)
        if interaction.type is InteractionType.autocomplete:
            return await _can_suggest(interaction)
        if command is None:
            return True  # on_error answers for it
        try:
            return await gate.admits(context)
        except Exception as error:  # noqa: BLE001 - discord.py would leave the asker without an answer
            await gate.failed(context, error)
            return False

    async def on_error(
        self, interaction: discord.Interaction["Verbatim"], error: app_commands.AppCommandError, /
    ) -> None:
        """Answer for a command that failed, or that Discord's client knows differently."""
        gate, context = self.client.gate, context_of(interaction)
        if interaction.type is InteractionType.autocomplete:
            await suggest(interaction, [])
        elif isinstance(error, _OUTDATED):
            await gate.outdated(context)
        else:
            await gate.failed(context, error.original if isinstance(error, app_commands.CommandInvokeError) else error)


class Verbatim(commands.Bot):
    """The client. It needs no privileged intent, keeps no cache, and remembers no message it has sent."""

    def __init__(self, gate: Gate, register: Register) -> None:
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
            # A quiet bot would otherwise pay for a new connection with every answer.
            connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=75, ttl_dns_cache=300),
        )
        self.gate = gate
        self._register = register
        self._drawing: asyncio.Task[None] | None = None

    async def setup_hook(self) -> None:
        """Have the commands registered where that is needed, and the charts drawn."""
        await self.add_commands()
        self.gate.mentions.update(await self._register(self.tree))
        self._drawing = asyncio.create_task(self.gate.current.draw(), name="charts")

    async def add_commands(self) -> None:
        """Add all commands with their translations."""
        await self.tree.set_translator(Translator(self.gate.catalogue))
        for command in COMMANDS:
            self.tree.add_command(command)

    async def on_ready(self) -> None:
        """Say that we are there."""
        _log.info("Connected as %s.", self.user)

    async def on_interaction(self, interaction: discord.Interaction["Verbatim"]) -> None:
        """Answer what is pressed, chosen or sent off; commands go to the tree."""
        if interaction.type in {InteractionType.component, InteractionType.modal_submit}:
            await route(self.gate, interaction)

    async def serve(self, token: str) -> None:
        """Answer until cancelled; then take nothing new, finish what is in hand, and hang up."""
        try:
            await self.start(token)
        finally:
            await _finished(task for task in asyncio.all_tasks() if task.get_name() in IN_HAND)
            if self._drawing is not None:
                self._drawing.cancel()
                await asyncio.wait({self._drawing})
            await self.close()


async def _finished(tasks: Iterable[asyncio.Task[Any]]) -> None:
    in_hand = set(tasks)
    if in_hand:
        _, unfinished = await asyncio.wait(in_hand, timeout=GRACE)
        if unfinished:
            _log.warning("%d answers were not finished within %g s.", len(unfinished), GRACE)


async def _can_suggest(interaction: discord.Interaction[Any]) -> bool:
    """Whether the option that is being typed into has suggestions; if not, none have been sent."""
    command = interaction.command
    options = cast("dict[str, Any]", interaction.data or {}).get("options", [])
    focused = _focused(options)
    if isinstance(command, app_commands.Command):
        for parameter in command.parameters:
            if parameter.autocomplete and parameter.display_name == focused:
                return True
    await suggest(interaction, [])
    return False


def _focused(options: list[dict[str, Any]]) -> str | None:
    for option in options:
        if option.get("focused"):
            return str(option.get("name"))
        if found := _focused(option.get("options", [])):
            return found
    return None
