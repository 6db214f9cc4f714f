"""What Discord did not take: why, in words for people, and what that is counted as."""

import logging

import aiohttp
import discord

from bot.cards.refused import IN_THREADS, NEEDED, UNKNOWN_MESSAGE, why_refused
from bot.chat.context import Context
from bot.chat.failure import name_of
from bot.usage.outcomes import Outcome
from bot.words.catalogue import Words

REFUSALS = (discord.HTTPException, aiohttp.ClientError, TimeoutError)
"""What may come of sending something."""

_DISCORDS_OWN = 500
"""From this status on a failure is Discord's; what is below is a refusal, and an answer."""

_log = logging.getLogger(__name__)


def why(error: Exception, words: Words, lacking: tuple[str, ...] = ()) -> str:
    """One line on what is missing; `lacking` are permissions that the bot is known not to have there."""
    if not isinstance(error, discord.HTTPException):
        return why_refused(0, 0, words)
    # A reply to a message that is gone comes as a form with a mistake in it.
    gone = error.status < _DISCORDS_OWN and "message_reference" in error.text
    return why_refused(error.status, UNKNOWN_MESSAGE if gone else error.code, words, lacking)


def outcome(error: Exception) -> Outcome:
    """What it is counted as; a failure of Discord's own or of the connection stands in the log too."""
    if isinstance(error, discord.HTTPException) and error.status < _DISCORDS_OWN:
        return "denied"
    _log.warning("Discord did not take a message: %s", name_of(error))
    return "failed"


def lacking_here(context: Context) -> tuple[str, ...]:
    """What the bot needs to post in the channel of an interaction and may not do there, as Discord says with it."""
    may, interaction = context.interaction.app_permissions, context.interaction
    if not interaction.is_guild_integration() or may.administrator:
        return ()
    thread = isinstance(interaction.channel, discord.Thread)
    needed = [IN_THREADS if thread and name == "send_messages" else name for name in NEEDED]
    return tuple(name for name in needed if not getattr(may, name))
