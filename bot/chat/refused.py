"""What Discord did not take: why, in words for people, and what that is counted as."""

import logging

import aiohttp
import discord

from bot.cards.card import Card
from bot.cards.refused import IN_THREADS, NEEDED, UNKNOWN_MESSAGE, perhaps_card, refused_card, why_refused
from bot.chat.connection.errand import PerhapsTakenError
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


def note(error: Exception, words: Words, lacking: tuple[str, ...] = ()) -> str:
    """What stands on the card that was to be posted: that it was not, and why; or that nobody knows."""
    if isinstance(error, PerhapsTakenError):
        return words("refused.perhaps")
    return words("refused.not-posted", why=why(error, words, lacking))


def card(error: Exception, words: Words, lacking: tuple[str, ...] = ()) -> Card:
    """The same as an answer by itself."""
    if isinstance(error, PerhapsTakenError):
        return perhaps_card(words)
    return refused_card(why(error, words, lacking), words)


def outcome(error: Exception) -> Outcome:
    """What it is counted as; a failure of Discord's own or of the connection stands in the log too."""
    if isinstance(error, discord.HTTPException) and error.status < _DISCORDS_OWN:
        return "denied"
    perhaps = isinstance(error, PerhapsTakenError)
    _log.warning("Discord %s a message: %s", "may have taken" if perhaps else "did not take", name_of(error))
    return "failed"


def lacking_here(context: Context) -> tuple[str, ...]:
    """What the bot needs to post in the channel of an interaction and may not do there, as Discord says with it."""
    may, interaction = context.interaction.app_permissions, context.interaction
    if not interaction.is_guild_integration() or may.administrator:
        return ()
    thread = isinstance(interaction.channel, discord.Thread)
    needed = [IN_THREADS if thread and name == "send_messages" else name for name in NEEDED]
    return tuple(name for name in needed if not getattr(may, name))
