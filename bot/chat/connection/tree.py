"""The commands, with one door in front of them and one answer to whatever goes wrong behind it."""

from collections.abc import Awaitable, Callable
from typing import Any, cast

import discord
from discord import InteractionType, app_commands
from discord.ext import commands

from bot.chat.autocomplete import body_of, suggest
from bot.chat.connection.internals import GuardedTree, give_back
from bot.chat.context import context_of
from bot.chat.gate import Gate
from bot.chat.router import UNKNOWN

_OUTDATED = (
    app_commands.CommandNotFound,
    app_commands.CommandSignatureMismatch,
    app_commands.TransformerError,
)
"""Discord's client knew another edition of the commands than we do."""


class GatedBot(commands.Bot):
    """A client with the one door that everything passes."""

    gate: Gate


class Tree(GuardedTree[GatedBot]):
    """The tree that the client asks for every command and every suggestion."""

    async def in_turn(
        self, interaction: discord.Interaction[GatedBot], answering: Callable[[], Awaitable[None]]
    ) -> None:
        """Answer when it is the asker's turn."""
        await self.client.gate.in_turn(interaction, answering)

    async def interaction_check(self, interaction: discord.Interaction[GatedBot], /) -> bool:
        """Whether a command may go on; whoever is turned away has been told why."""
        gate = self.client.gate
        context = gate.receive(interaction, _name_of(interaction))
        if interaction.type is InteractionType.autocomplete:
            return await _can_suggest(interaction)
        if interaction.command is None:
            return True  # on_error answers for it
        try:
            return await gate.admits(context)
        except Exception as error:  # noqa: BLE001 - discord.py would leave the asker without an answer
            await gate.failed(context, error)
            return False

    async def on_error(
        self, interaction: discord.Interaction[GatedBot], error: app_commands.AppCommandError, /
    ) -> None:
        """Answer for a command that failed, or that Discord's client knows differently."""
        gate, context = self.client.gate, context_of(interaction)
        if interaction.type is InteractionType.autocomplete:
            await suggest(interaction, body_of(()))
        elif isinstance(error, _OUTDATED):
            await gate.outdated(context)
        else:
            await gate.failed(context, error.original if isinstance(error, app_commands.CommandInvokeError) else error)
        give_back(interaction)


def _name_of(interaction: discord.Interaction[Any]) -> str:
    """What the interaction is counted as; discord.py looks for a name in data that may lack anything."""
    try:
        return interaction.command.qualified_name if interaction.command else UNKNOWN
    except Exception:  # noqa: BLE001 - whatever it lacks, on_error answers for it
        return UNKNOWN


async def _can_suggest(interaction: discord.Interaction[Any]) -> bool:
    """Whether the option that is being typed into has suggestions; if not, none have been sent."""
    command = interaction.command
    options = cast("dict[str, Any]", interaction.data or {}).get("options", [])
    focused = _focused(options)
    if isinstance(command, app_commands.Command):
        for parameter in command.parameters:
            if parameter.autocomplete and parameter.display_name == focused:
                return True
    await suggest(interaction, body_of(()))
    return False


def _focused(options: list[dict[str, Any]]) -> str | None:
    for option in options:
        if option.get("focused"):
            return str(option.get("name"))
        if found := _focused(option.get("options", [])):
            return found
    return None
