"""Answers Discord while somebody types: quickly, with at most 25 choices, and never with an exception.

Every keystroke is an interaction of its own. An answer that comes after the next keystroke is refused by Discord, which
is nothing to worry about (https://github.com/Rapptz/discord.py/issues/9331).
"""

import logging
from collections.abc import Callable, Coroutine, Iterable
from functools import wraps
from itertools import islice
from typing import Any, NamedTuple, TypeVar

import aiohttp
import discord
from discord.app_commands import Choice

from bot.cards.escape import label
from bot.chat.failure import log_failure, name_of, past_answering

MOST = 25
LONGEST = 100
"""Of a choice's name and value (https://discord.com/developers/docs/interactions/application-commands)."""

LONGEST_TYPED = 200
"""Of what is typed, this is looked at with every keystroke; what is submitted is searched whole."""

_log = logging.getLogger(__name__)

Holder = TypeVar("Holder")


class Suggestion(NamedTuple):
    """What a member reads in the list, and what is submitted when they choose it."""

    shown: str
    value: str


def suggesting(
    find: Callable[[Holder, discord.Interaction, str], Iterable[Suggestion]],
) -> Callable[[Holder, discord.Interaction, str], Coroutine[Any, Any, list[Choice[str]]]]:
    """Make a command's autocomplete of a method that names what is suggested, best first."""

    @wraps(find)
    async def suggested(holder: Holder, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        try:
            fitting = (one for one in find(holder, interaction, typed[:LONGEST_TYPED]) if 0 < len(one.value) <= LONGEST)
            choices = [Choice(name=label(one.shown, LONGEST), value=one.value) for one in islice(fitting, MOST)]
        except Exception as error:  # noqa: BLE001 - typing goes on without suggestions; the log has the reason
            log_failure(error, f"suggestions of {find.__qualname__}")
            choices = []
        await suggest(interaction, choices)
        return choices

    return suggested


async def suggest(interaction: discord.Interaction, choices: list[Choice[str]]) -> None:
    """Send the list, unless it comes too late."""
    try:
        await interaction.response.autocomplete(choices)
    except (discord.HTTPException, aiohttp.ClientError) as error:
        level = logging.DEBUG if past_answering(error) else logging.WARNING
        _log.log(level, "suggestions were not taken: %s", name_of(error))
