"""Registers the commands with Discord, and only when it would make a difference.

Discord counts the creation of commands (200 a day), so the payload's hash is kept and compared. Where it is the same,
the server is asked what it has: that gives the commands' ids for mentions, and shows a server that forgot them.
"""

import hashlib
import json
import logging
from collections.abc import Awaitable, Iterable, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

from bot import statefile
from bot.bytefile import bytes_of
from bot.chat.connection import internals
from bot.chat.connection.patience import passes, told
from bot.chat.connection.server import ServerError, not_discord

_LARGEST = 80
"""Bytes of the file with the hash."""

_log = logging.getLogger(__name__)


async def register_if_changed(tree: app_commands.CommandTree[Any], kept_hash: Path) -> Mapping[str, str]:
    """Make the server know the tree's commands; the result is how to mention each.

    A server that will not take them now (Discord takes only so many new ones a day) keeps those it has, and the bot
    answers those.

    Raises:
        discord.HTTPException, aiohttp.ClientError: a fault that passes, or a token that opens nothing.
    """
    registered: list[app_commands.AppCommand] = []
    try:
        if _read(kept_hash) != await payload_hash(tree):
            return await register(tree, kept_hash)
        registered = await _understood(tree.fetch_commands())
        if _named(registered) != _wanted(tree):
            return await register(tree, kept_hash)
    except (discord.HTTPException, ServerError) as error:
        if passes(error) or (isinstance(error, discord.HTTPException) and error.status == HTTPStatus.UNAUTHORIZED):
            raise
        _log.warning("The commands could not be registered; those that the server knows stay: %s", told(error))
    return mentions(registered)


async def register(tree: app_commands.CommandTree[Any], kept_hash: Path) -> Mapping[str, str]:
    """Register all commands everywhere, whatever the server has, and keep the hash of what was registered.

    Raises:
        ServerError: somebody answers, and not as Discord does, or without all of the commands.
        discord.HTTPException, aiohttp.ClientError: it was refused, or nobody answers.
    """
    registered = _all_of(tree, await _understood(tree.sync()))
    _log.info("%d commands registered.", len(registered))
    _keep(kept_hash, await payload_hash(tree))
    return mentions(registered)


async def register_in(tree: app_commands.CommandTree[Any], server: int) -> Mapping[str, str]:
    """Register all commands in one server alone, before everybody has what is tried out there; raises likewise."""
    there = discord.Object(server)
    tree.copy_global_to(guild=there)
    return mentions(_all_of(tree, await _understood(tree.sync(guild=there))))


async def payload_hash(tree: app_commands.CommandTree[Any]) -> str:
    """The sha256 of what would be registered, translations included, and where, and for which application."""
    translator = tree.translator
    commands = tree.get_commands(type=None)
    payload = [
        await command.get_translated_payload(tree, translator) if translator else command.to_dict(tree)
        for command in commands
    ]
    whole = {"server": internals.server(), "application": tree.client.application_id, "commands": payload}
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


def mentions(registered: Iterable[app_commands.AppCommand]) -> Mapping[str, str]:
    """The clickable mention of each slash command and subcommand by its whole name: `desk reload`."""
    found: dict[str, str] = {}
    for command in registered:
        if command.type is not discord.AppCommandType.chat_input:
            continue
        parts = [option for option in command.options if isinstance(option, app_commands.AppCommandGroup)]
        found.update({part.qualified_name: part.mention for part in parts} or {command.name: command.mention})
    return found


async def _understood(answer: Awaitable[list[app_commands.AppCommand]]) -> list[app_commands.AppCommand]:
    try:
        return await answer
    except internals.ODD as error:
        raise not_discord("the registration of commands", error) from error


def _all_of(
    tree: app_commands.CommandTree[Any], registered: list[app_commands.AppCommand]
) -> list[app_commands.AppCommand]:
    """What a server says it has registered; with less than was sent, it has not registered it."""
    wanted = _wanted(tree)
    if missing := len(wanted - _named(registered)):
        raise ServerError(
            f"What answered the registration of commands has {missing} of {len(wanted)} not in its list, where Discord "
            "has all; most likely it is not Discord. See what stands between, or correct DISCORD_API_URL, and start "
            "the bot again."
        )
    return registered


def _named(registered: Iterable[app_commands.AppCommand]) -> set[tuple[str, discord.AppCommandType]]:
    return {(command.name, command.type) for command in registered}


def _wanted(tree: app_commands.CommandTree[Any]) -> set[tuple[str, discord.AppCommandType]]:
    return {(command.name, _type(command)) for command in tree.get_commands()}


def _type(command: object) -> discord.AppCommandType:
    return command.type if isinstance(command, app_commands.ContextMenu) else discord.AppCommandType.chat_input


def _keep(kept_hash: Path, hexadecimal: str) -> None:
    try:
        kept_hash.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        statefile.write(kept_hash, f"{hexadecimal}\n")
    except OSError as error:
        _log.warning("%s cannot be written (%s); the commands will be registered again.", kept_hash, error.strerror)


def _read(kept_hash: Path) -> str:
    try:
        return bytes_of(kept_hash, _LARGEST).decode("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
