"""Showing a private card to everyone in the channel, taking it away again, and answering a message with a card."""

import discord

from bot.cards.address import Address
from bot.cards.failure import denied_card
from bot.cards.kinds import shareable
from bot.cards.notice import message_card
from bot.chat import answer, reply
from bot.chat.context import Context

_DISCORDS_OWN = 500
"""From this status on a failure is Discord's; what is below is a refusal, and an answer."""


async def post(context: Context, address: Address) -> None:
    """Put the card that was pressed into the channel, as a follow-up to the private one.

    Where the bot is only user-installed and *Use External Apps* is off, Discord makes the follow-up private without
    saying so; its flags tell (https://discord.com/developers/docs/topics/permissions).
    """
    words, interaction = context.words, context.interaction
    card, for_all = context.card(address), context.card_for_all(address)
    if card is None or for_all is None:
        await answer.gone(context)
        return
    if not (context.may_post and shareable(address)):
        await answer.notice(context, denied_card(words, words("said.who-may-post")), "denied", address.id)
        return
    await reply.respond(interaction, answer.private_page(context, card, address, words("said.posting"), posted=True))
    message = await reply.follow_up_to_all(interaction, answer.page_for_all(context, for_all, address))
    if message.flags.ephemeral:
        await message.delete()
        await answer.keep_private(context, address)
        context.count("denied", address.id)
    else:
        posted = answer.private_page(context, card, address, words("said.posted"), posted=True)
        await reply.replace_answer(interaction, posted)
        context.count("posted", address.id)


async def remove(context: Context, poster: str) -> None:
    """Take a posted card out of the channel, for whoever posted it and for moderators."""
    if not (context.moderator or str(context.asker.id) == poster):
        await answer.notice(context, denied_card(context.words, context.words("said.who-may-remove")), "denied")
        return
    await context.interaction.response.defer()
    await context.interaction.delete_original_response()
    context.count("removed")


async def reply_with(context: Context, address: Address, message: str) -> None:
    """Answer somebody's message with a card, as a message of the bot's own."""
    words, interaction = context.words, context.interaction
    channel = interaction.channel_id
    if not (context.moderator and context.asker.bot_may_write and channel and message.isdecimal()):
        await answer.notice(context, denied_card(words, words("said.moderators-only")), "denied", address.id)
        return
    card = context.card_for_all(address)
    if card is None:
        await answer.gone(context)
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    page = answer.page_for_all(context, card, address)
    try:
        await reply.answer_message(interaction, channel, int(message), page)
    except discord.HTTPException as error:
        if error.status >= _DISCORDS_OWN:
            raise
        refused = message_card(words("said.not-replied-title"), words("said.not-replied"))
        await answer.notice(context, refused, "denied", address.id)
        return
    sent = message_card(words("said.replied-title"), words("said.replied"))
    await answer.notice(context, sent, "posted", address.id)
