"""Showing a private card to everyone in the channel, taking it away again, and answering a message with a card."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import Protocol

import discord

from bot.cards.address import Address
from bot.cards.failure import denied_card
from bot.cards.kinds import shareable
from bot.cards.layout.pages import Page
from bot.cards.notice import message_card
from bot.cards.refused import MISSING_PERMISSIONS, refused_card, why_refused
from bot.cards.sharing import VERDICT
from bot.chat import answer, refused, reply
from bot.chat.connection.callback import defer, defer_in_place
from bot.chat.connection.internals import whole_message
from bot.chat.connection.later import Posted, delete_answer
from bot.chat.context import Context
from bot.chat.readback import card_on

_FORBIDDEN = 403


class _Private(Protocol):
    def __call__(self, note: str | None, /, *, posted: bool) -> Page:
        """The private card with a note, and once posted without the button for that."""
        ...


async def post(context: Context, address: Address) -> None:
    """Put the card that was pressed into the channel, as a follow-up to the private one.

    Where the bot is only user-installed and *Use External Apps* is off, Discord makes the follow-up private without
    saying so; its flags tell (https://discord.com/developers/docs/topics/permissions).
    """
    words = context.words
    card, for_all = context.card(address), context.card_for_all(address)
    if card is None or for_all is None:
        await answer.gone(context, address)
        return
    if not (context.may_post and shareable(address)):
        await answer.notice(context, denied_card(words, words("said.who-may-post")), "denied", address.id)
        return
    private = partial(answer.private_page, context, card, address)
    await _put_in_channel(context, private, [answer.page_for_all(context, for_all, address)], address.id)


async def post_verdict(context: Context) -> None:
    """Put a verdict into the channel as it stands on the private message whose button was pressed.

    It says who posted it, and nothing of whoever wrote the message that was checked.
    """
    card = card_on(whole_message(context.interaction), context.interaction.application_id, VERDICT)
    if card is None:
        await answer.gone(context)
    elif not context.may_post:
        await answer.notice(context, denied_card(context.words, context.words("said.who-may-post")), "denied")
    else:
        private = partial(answer.private_verdict_page, context, card)
        await _put_in_channel(context, private, answer.verdict_for_all(context, card), "")


async def _put_in_channel(context: Context, private: _Private, for_all: Sequence[Page], subject: str) -> None:
    """Send pages for everyone, all or none, and say on the private card what became of it.

    What Discord refuses, whatever the reason, leaves the button where it was, with the reason. So does what it may have
    taken without our hearing of it, since only its reader can see that.
    """
    words, interaction = context.words, context.interaction
    await reply.respond(interaction, private(words("said.posting"), posted=True))
    sent: list[Posted] = []
    try:
        for page in for_all:
            sent.append(await reply.follow_up_to_all(interaction, page))
            if sent[0].private:
                break
    except refused.REFUSALS as error:
        await _take_back(interaction, sent)
        told = refused.note(error, words, refused.lacking_here(context))
        await reply.replace_answer(interaction, private(told, posted=False))
        context.count(refused.outcome(error), subject)
        return
    if sent[0].private:
        await _take_back(interaction, sent)
        await reply.replace_answer(interaction, private(words("said.kept-private"), posted=True))
        context.count("denied", subject)
    else:
        await reply.replace_answer(interaction, private(words("said.posted"), posted=True))
        context.count("posted", subject)


async def _take_back(interaction: discord.Interaction, sent: Sequence[Posted]) -> None:
    """Delete what was sent, as far as Discord lets it."""
    for message in sent:
        if message.id is not None:
            with suppress(*refused.REFUSALS):
                await delete_answer(interaction, message.id)


async def remove(context: Context, poster: str) -> None:
    """Take a posted card out of the channel, for whoever posted it and for moderators."""
    if not (context.moderator or str(context.asker.id) == poster):
        await answer.notice(context, denied_card(context.words, context.words("said.who-may-remove")), "denied")
        return
    await defer_in_place(context.interaction)
    await delete_answer(context.interaction)
    context.count("removed")


async def reply_with(context: Context, address: Address, message: str) -> None:
    """Answer somebody's message with a card, as a message of the bot's own."""
    words, interaction = context.words, context.interaction
    channel = interaction.channel_id
    if not (context.moderator and channel and message.isdecimal()):
        await answer.notice(context, denied_card(words, words("said.moderators-only")), "denied", address.id)
        return
    if not context.asker.bot_may_write:
        told = why_refused(_FORBIDDEN, MISSING_PERMISSIONS, words, refused.lacking_here(context))
        await answer.notice(context, refused_card(told, words), "denied", address.id)
        return
    card = context.card_for_all(address)
    if card is None:
        await answer.gone(context, address)
        return
    await defer(interaction)
    page = answer.page_for_all(context, card, address)
    try:
        await reply.put_in_channel(interaction, channel, page, int(message))
    except refused.REFUSALS as error:
        told = refused.card(error, words, refused.lacking_here(context))
        await answer.notice(context, told, refused.outcome(error), address.id)
        return
    sent = message_card(words("said.replied-title"), words("said.replied"))
    await answer.notice(context, sent, "posted", address.id)
