"""Showing a private card to everyone in the channel, taking it away again, and answering a message with a card."""

import discord

from bot.cards.address import Address
from bot.cards.failure import denied_card, gone_card
from bot.cards.notice import message_card
from bot.cards.sharing import shareable, shown_in
from bot.chat import reply
from bot.chat.context import Visit


async def post(visit: Visit, deed: Address) -> None:
    """Put the card that was pressed into the channel, as a follow-up to the private one.

    Where the bot is only user-installed and *Use External Apps* is off, Discord makes the follow-up private without
    saying so; its flags tell (https://discord.com/developers/docs/topics/permissions).
    """
    words, interaction, address = visit.words, visit.interaction, shown_in(deed)
    card = visit.card(address)
    if card is None:
        await visit.notice(gone_card(words), "none")
        return
    if not (visit.may_post and shareable(address)):
        await visit.notice(denied_card(words, words("said.who-may-post")), "denied", address.id)
        return
    await reply.respond(interaction, visit.private_page(card, address, words("said.posting"), posted=True))
    message = await reply.follow_up_to_all(interaction, visit.page_for_all(address))
    if message.flags.ephemeral:
        await message.delete()
        await visit.keep_private(card, address)
        visit.count("denied", address.id)
    else:
        await reply.renew(interaction, visit.private_page(card, address, words("said.posted"), posted=True))
        visit.count("posted", address.id)


async def remove(visit: Visit, poster: str) -> None:
    """Take a posted card out of the channel, for whoever posted it and for moderators."""
    if not (visit.moderator or str(visit.asker.id) == poster):
        await visit.notice(denied_card(visit.words, visit.words("said.who-may-remove")), "denied")
        return
    await visit.interaction.response.defer()
    await visit.interaction.delete_original_response()
    visit.count("removed")


async def reply_with(visit: Visit, deed: Address) -> None:
    """Answer somebody's message with a card, as a message of the bot's own; `deed.extra` is the message's id."""
    words, interaction, address = visit.words, visit.interaction, Address(deed.kind, deed.id)
    channel = interaction.channel_id
    if not (visit.moderator and visit.asker.bot_may_write and channel and deed.extra.isdecimal()):
        await visit.notice(denied_card(words, words("said.moderators-only")), "denied", address.id)
        return
    if visit.card(address) is None:
        await visit.notice(gone_card(words), "none")
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    try:
        await reply.answer_message(interaction, channel, int(deed.extra), visit.page_for_all(address))
    except discord.HTTPException as error:
        if error.status >= 500:  # noqa: PLR2004 - Discord's own faults are failures, its refusals are answers
            raise
        await visit.notice(message_card(words("said.not-replied-title"), words("said.not-replied")), "denied", deed.id)
        return
    await visit.notice(message_card(words("said.replied-title"), words("said.replied")), "posted", deed.id)
