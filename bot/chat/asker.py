"""Who asks, and where: read from the interaction alone, because without the guilds intent no cache knows it.

https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-structure
"""

from dataclasses import dataclass
from typing import Self

import discord

from bot.cards.escape import escape_line
from bot.chat.connection.internals import role_ids
from bot.usage.log import Place


@dataclass(frozen=True, slots=True)
class Asker:
    """A person in a place, with what Discord lets them and the bot do there."""

    id: int
    name: str
    """Escaped, and with the unique name besides, because everybody can call themselves anything: `Ana (@ana)`."""
    place: Place
    server: int | None
    channels: tuple[str, ...]
    """The channel's id; for a thread its own and then its parent's."""
    roles: tuple[str, ...]
    manages_server: bool
    bot_may_write: bool
    """Whether the bot is a member here and may view the channel, read its history and write into it."""

    @classmethod
    def of(cls, interaction: discord.Interaction) -> Self:
        """The person and the place of an interaction."""
        user, channel = interaction.user, interaction.channel
        member = isinstance(user, discord.Member)
        theirs, bots = interaction.permissions, interaction.app_permissions
        bot_is_member = interaction.is_guild_integration()
        thread = isinstance(channel, discord.Thread)
        return cls(
            id=user.id,
            name=escape_line(f"{user.display_name} (@{user.name})"),
            place=_place(interaction),
            server=interaction.guild_id,
            channels=_channels(interaction),
            roles=role_ids(user) if member else (),
            manages_server=member and (theirs.manage_guild or theirs.administrator),
            bot_may_write=bot_is_member
            and (
                bots.administrator or (bots.view_channel and bots.read_message_history and _writes(bots, thread=thread))
            ),
        )


def _place(interaction: discord.Interaction) -> Place:
    if interaction.guild_id is not None:
        return "server"
    if interaction.context.private_channel or isinstance(interaction.channel, discord.GroupChannel):
        return "private"
    return "dm"


def _channels(interaction: discord.Interaction) -> tuple[str, ...]:
    channel = interaction.channel
    if channel is None:
        return ()
    return (str(channel.id), str(channel.parent_id)) if isinstance(channel, discord.Thread) else (str(channel.id),)


def _writes(permissions: discord.Permissions, *, thread: bool) -> bool:
    return permissions.send_messages_in_threads if thread else permissions.send_messages
