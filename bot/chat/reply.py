"""Sends laid-out pages to Discord. Nothing here knows what they say."""

import asyncio
from collections.abc import Coroutine
from typing import TypeVar

import discord
from discord import InteractionResponseType, InteractionType

from bot.cards.layout.pages import Page
from bot.chat.connection import later
from bot.chat.connection.callback import acknowledge, defer, defer_in_place
from bot.chat.payload import Payload

Read = TypeVar("Read")

SOON = 1.0
"""Seconds within which what is found is answered at once."""


async def respond(interaction: discord.Interaction, page: Page) -> None:
    """Answer the asker alone: in place, where what was pressed stands on a private message already.

    Where they have been told that it takes a moment, this is what they wait for.
    """
    await respond_with(interaction, Payload.of(page))


async def respond_with(interaction: discord.Interaction, payload: Payload) -> None:
    """The same with what is ready to be sent."""
    if interaction.response.type is InteractionResponseType.deferred_channel_message:
        await later.edit_answer(interaction, payload.content, payload.files())
        return
    if _pressed_in_private(interaction):
        await acknowledge(interaction, InteractionResponseType.message_update, payload.in_place(), payload.files())
    else:
        await acknowledge(interaction, InteractionResponseType.channel_message, payload.private(), payload.files())


async def wait_for(interaction: discord.Interaction, *, in_place: bool = True) -> None:
    """Say that the answer, which `replace_answer` gives, takes a moment; in place where `respond` would answer so."""
    if in_place and _pressed_in_private(interaction):
        await defer_in_place(interaction)
    else:
        await defer(interaction)


async def in_time(interaction: discord.Interaction, found: Coroutine[object, object, Read]) -> Read:
    """What is found; where that takes long, such as with a locked database, Discord is told first that it does.

    Whoever answers then uses `tell`, since Discord takes a first answer within three seconds alone.
    """
    finding = asyncio.ensure_future(found)
    done, _ = await asyncio.wait({finding}, timeout=SOON)
    if not done:
        try:
            await wait_for(interaction, in_place=False)
        except Exception:
            await asyncio.gather(finding, return_exceptions=True)  # it ends, though nobody hears of it
            raise
    return await finding


async def respond_to_all(interaction: discord.Interaction, page: Page) -> bool:
    """Answer for everyone to see; false where Discord made the answer private without saying so."""
    payload = Payload.of(page)
    return not await acknowledge(
        interaction, InteractionResponseType.channel_message, payload.for_all(), payload.files(), heard=True
    )


async def replace_answer(interaction: discord.Interaction, page: Page) -> None:
    """Put a page in the place of the first answer, or of the card that was pressed."""
    payload = Payload.of(page)
    await later.edit_answer(interaction, payload.content, payload.files())


async def follow_up(interaction: discord.Interaction, page: Page) -> None:
    """Send the asker one more private message."""
    payload = Payload.of(page)
    await later.follow_up(interaction, payload.content, payload.files(), private=True)


async def follow_up_to_all(interaction: discord.Interaction, page: Page) -> later.Posted:
    """Send one more message for everyone to see, and hear whether Discord let it."""
    payload = Payload.of(page)
    return await later.follow_up(interaction, payload.content, payload.files(), private=False)


async def tell(interaction: discord.Interaction, page: Page) -> None:
    """Say something to the asker alone, whatever was answered before, and leave a card that was pressed as it is."""
    response = interaction.response
    if response.type is InteractionResponseType.deferred_channel_message:
        await replace_answer(interaction, page)
    elif response.is_done():
        await follow_up(interaction, page)
    else:
        payload = Payload.of(page)
        await acknowledge(interaction, InteractionResponseType.channel_message, payload.private(), payload.files())


async def put_in_channel(
    interaction: discord.Interaction, channel: int, page: Page, answering: int | None = None
) -> str:
    """Send a message of the bot's own into a channel of a server it is a member of; the address it then has.

    It can be a reply to somebody's message, without calling its author.
    """
    payload = Payload.of(page)
    sent = await later.put_in_channel(
        interaction.client, channel, payload.content, payload.files(), answering=answering
    )
    return f"https://discord.com/channels/{interaction.guild_id}/{channel}/{sent.id or ''}"


def _pressed_in_private(interaction: discord.Interaction) -> bool:
    pressed = interaction.message if interaction.type is InteractionType.component else None
    return pressed is not None and pressed.flags.ephemeral
