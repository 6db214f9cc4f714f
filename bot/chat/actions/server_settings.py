"""`/desk settings`: a server's settings as a file, given out and taken back.

Giving them is for members who have *Manage Server*, whatever the settings say of moderators: that permission is
Discord's, and no settings can take it from anybody.
"""

import logging

import discord

from bot.cards.failure import denied_card
from bot.cards.notice import message_card
from bot.cards.server_settings import not_taken_card, returned_card, settings_card, taken_card
from bot.chat import answer, uploads
from bot.chat.channels import look_at_channels, standing
from bot.chat.connection.callback import defer
from bot.chat.context import Context
from bot.domain.problem import Problem, ProblemsError
from bot.domain.verdict.textfile import UnfitFileError
from bot.server_settings import LARGEST, ProvedSettings, SettingsOffError
from bot.usage.database import UsageError

_log = logging.getLogger(__name__)

ENDINGS = (".yaml", ".yml", ".txt")

_FOREIGN = {
    "missing": ("Discord knows no such channel", "give the id of a channel of this server"),
    "hidden": ("the bot cannot see that channel", "let the bot view it, or give the id of one that it can see"),
    "elsewhere": ("that channel is of another server", "give the id of a channel of this server"),
    "unknown": ("Discord did not say whether that channel is of this server", "try again in a moment"),
}


async def settings(context: Context, file: discord.Attachment | None, *, reset: bool) -> None:
    """Give the settings out, or take new ones, or return to the host's."""
    words, server = context.words, context.server
    if server is None:
        return  # the gate lets nobody in without one
    if file is None and not reset:
        await _give(context, server)
    elif not context.asker.manages_server:
        await answer.notice(context, denied_card(words, words("settings.who")), "denied")
    elif file is not None and reset:
        await answer.notice(context, message_card(words("said.one-of-two-title"), words("settings.one-of-two")), "none")
    elif not context.server_settings.are_open:
        await answer.notice(context, denied_card(words, words("settings.off")), "denied")
    elif file is not None:
        await _take(context, server, file)
    else:
        await _return(context, server)


async def _give(context: Context, server: str) -> None:
    await defer(context.interaction)
    own = context.server_settings
    try:
        text, set_aside = await own.text(server), await own.set_aside(server)
    except UsageError as error:
        await tell_unread(context, error)
        return
    from_discord = own.origin(server) == "discord"
    card = settings_card(text, context.words, from_discord=from_discord, changeable=own.are_open, set_aside=set_aside)
    await answer.notice(context, card, "shown")


async def _return(context: Context, server: str) -> None:
    await defer(context.interaction)
    try:
        keys = await context.server_settings.reset(server)
    except UsageError as error:
        await tell_not_kept(context, error)
        return
    await look_at_channels(context.interaction.client, context.current, server)
    await answer.notice(context, returned_card(keys, context.words), "reloaded")


async def tell_unread(context: Context, error: UsageError) -> None:
    """Say that what is kept of this server could not be read."""
    _log.error("What is kept for a server could not be read: %s", error)
    told = message_card(context.words("desk.state-unread-title"), context.words("desk.state-unread"))
    await answer.notice(context, told, "failed")


async def tell_not_kept(context: Context, error: UsageError) -> None:
    """Say that the settings stay as they were, because the database could not be written."""
    _log.error("The settings of a server could not be kept: %s", error)
    told = message_card(context.words("settings.not-kept-title"), context.words("settings.not-kept"))
    await answer.notice(context, told, "failed")


async def _take(context: Context, server: str, file: discord.Attachment) -> None:
    words = context.words
    is_text = file.filename.casefold().endswith(ENDINGS)
    if not is_text or file.size > LARGEST:
        told = words("settings.too-large" if is_text else "settings.unfit")
        await answer.notice(context, message_card(words("file.unread-title"), told), "none")
        return
    await defer(context.interaction)
    try:
        text = await uploads.text_of(file, LARGEST)
    except UnfitFileError as error:
        told = words("file.encoding" if error.cause == "encoding" else "settings.too-large")
        await answer.notice(context, message_card(words("file.unread-title"), told), "none")
        return
    except uploads.UploadError:
        await answer.notice(context, message_card(words("file.unread-title"), words("settings.unread")), "none")
        return
    if not text.strip():  # it came to nothing on its way: whoever wants no settings resets them
        told = message_card(words("settings.empty-title"), words("settings.empty"))
        await answer.notice(context, told, "none")
        return
    try:
        proved = context.server_settings.proved(server, text)
        await _prove_channels(context, server, proved)
        keys = await context.server_settings.keep(server, proved)
    except SettingsOffError:
        await answer.notice(context, denied_card(words, words("settings.off")), "denied")
    except ProblemsError as error:
        await answer.notice(context, not_taken_card(error.problems, words), "failed")
    except UsageError as error:
        await tell_not_kept(context, error)
    else:
        context.current.forget_amiss(server)
        await answer.notice(context, taken_card(keys, words), "reloaded")


async def _prove_channels(context: Context, server: str, proved: ProvedSettings) -> None:
    """Look up every channel that the settings name, until there is no answer.

    Raises:
        ProblemsError: one is not a channel of this server that the bot can see.
    """
    problems: list[Problem] = []
    for way, channel in proved.channels:
        found = await standing(context.interaction.client, server, channel)
        if found != "there":
            problems.append(proved.foreign(way, *_FOREIGN[found]))
        if found == "unknown":
            break
    if problems:
        raise ProblemsError(problems)
