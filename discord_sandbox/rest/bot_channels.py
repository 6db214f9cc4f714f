"""Messages the bot posts by itself, without an interaction.

Source: Discord API documentation, "Messages Resource", with the permissions each endpoint asks for.
"""

from collections.abc import Sequence
from datetime import datetime

from discord_sandbox.records.channels import Channel, ChannelType, Message
from discord_sandbox.records.errors import (
    INVALID_FORM,
    MISSING_ACCESS,
    MISSING_PERMISSIONS,
    NOT_THE_AUTHOR,
    UNKNOWN_MESSAGE,
    DiscordError,
)
from discord_sandbox.records.kinds import FORWARD
from discord_sandbox.records.payload import Payload, object_in
from discord_sandbox.records.permissions import Permission
from discord_sandbox.world.attachments import Upload
from discord_sandbox.world.posting import Post
from discord_sandbox.world.state import State

PAGE = 50
LARGEST_PAGE = 100

REMEMBERED = 300
"""Seconds for which a nonce is known; Discord speaks of "the past few minutes"."""


class BotChannels:
    """Channels as the bot reaches them over REST; every method refuses with DiscordError as Discord does."""

    def __init__(self, state: State, post: Post) -> None:
        self._state = state
        self._post = post

    def channel(self, channel_id: str) -> Channel:
        """A channel the bot can see: in a server it is a member of, or a direct one of its own."""
        channel = self._state.channel(channel_id)
        if channel.guild is None:
            if self._state.bot not in channel.recipients:
                raise DiscordError(MISSING_ACCESS)
        elif Permission.VIEW_CHANNEL not in channel.permissions(self._state.bot):
            raise DiscordError(MISSING_ACCESS)
        return channel

    def create(self, channel_id: str, body: Payload, uploads: Sequence[Upload]) -> Message:
        """A new message of the bot's."""
        channel = self.channel(channel_id)
        self._need(channel, Permission.SEND_MESSAGES)
        if uploads:
            self._need(channel, Permission.ATTACH_FILES)
        extra: Payload = {}
        reference = object_in(body.get("message_reference"))
        if reference:
            self._need(channel, Permission.READ_MESSAGE_HISTORY)
            forwards = reference.get("type") == FORWARD
            source = self.channel(str(reference.get("channel_id"))) if forwards else channel
            referenced = self._find(source, str(reference.get("message_id")))
            if referenced is not None:
                extra = referenced.forwarded() if forwards else referenced.reference()
            elif reference.get("fail_if_not_exists", True):
                error = {"code": "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "message": "Unknown message"}
                raise DiscordError(INVALID_FORM, {"message_reference": {"_errors": [error]}})
        nonce = body.get("nonce")
        if nonce is not None:
            if body.get("enforce_nonce") and (earlier := self._of_nonce(channel, str(nonce))):
                return earlier
            extra["nonce"] = nonce
        return self._post.create(channel, self._state.bot, body, uploads, extra=extra)

    def _of_nonce(self, channel: Channel, nonce: str) -> Message | None:
        """The message that the bot has sent with a nonce in the last minutes."""
        recent = self._state.clock() - REMEMBERED
        return next(
            (
                message
                for message in reversed(channel.messages.values())
                if message.author == self._state.bot
                and str(message.payload.get("nonce")) == nonce
                and datetime.fromisoformat(message.payload["timestamp"]).timestamp() > recent
            ),
            None,
        )

    def message(self, channel_id: str, message_id: str) -> Message:
        """One message. Ephemeral ones are out of reach here."""
        channel = self.channel(channel_id)
        if channel.type is ChannelType.TEXT:
            self._need(channel, Permission.READ_MESSAGE_HISTORY)
        message = self._find(channel, message_id)
        if message is None:
            raise DiscordError(UNKNOWN_MESSAGE)
        return message

    def history(self, channel_id: str, limit: int = PAGE) -> list[Message]:
        """The newest messages, newest first."""
        channel = self.channel(channel_id)
        self._need(channel, Permission.READ_MESSAGE_HISTORY)
        visible = [message for message in channel.messages.values() if message.audience is None]
        return visible[::-1][:limit]

    def edit(self, channel_id: str, message_id: str, body: Payload, uploads: Sequence[Upload]) -> Message:
        """Change a message of the bot's own."""
        message = self.message(channel_id, message_id)
        if message.author != self._state.bot:
            raise DiscordError(NOT_THE_AUTHOR)
        self._post.edit(message, body, uploads)
        return message

    def delete(self, channel_id: str, message_id: str) -> None:
        """Take away a message: the bot's own, or with Manage Messages anyone's."""
        message = self.message(channel_id, message_id)
        if message.author != self._state.bot:
            self._need(message.channel, Permission.MANAGE_MESSAGES)
        self._post.delete(message)

    def _need(self, channel: Channel, permission: Permission) -> None:
        if channel.guild is not None and permission not in channel.permissions(self._state.bot):
            raise DiscordError(MISSING_PERMISSIONS)

    def _find(self, channel: Channel, message_id: str) -> Message | None:
        message = channel.messages.get(message_id)
        return message if message is not None and message.audience is None else None
