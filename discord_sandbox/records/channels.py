"""Channels and the messages in them.

Source: Discord API documentation, "Channel" and "Messages Resource".
"""

from copy import deepcopy
from dataclasses import dataclass, field
from enum import IntEnum

from discord_sandbox.records.kinds import EPHEMERAL, FORWARD, HAS_SNAPSHOT, LOADING
from discord_sandbox.records.payload import Payload
from discord_sandbox.records.people import Guild, Role, User
from discord_sandbox.records.permissions import APP_IN_DM, APP_IN_PRIVATE, Permission
from discord_sandbox.records.transcript import Button, Select, buttons, selects, transcript


class ChannelType(IntEnum):
    """The types of channels simulated."""

    TEXT = 0
    DM = 1
    GROUP_DM = 3


class MessageType(IntEnum):
    """How a message came to be."""

    DEFAULT = 0
    REPLY = 19
    CHAT_INPUT_COMMAND = 20
    CONTEXT_MENU_COMMAND = 23


SNAPSHOT = (
    *("type", "content", "embeds", "attachments", "timestamp", "edited_timestamp"),
    *("flags", "mentions", "mention_roles", "sticker_items", "components"),
)
"""What a forwarded message shows of the one it forwards: neither author nor place."""


@dataclass
class Channel:
    """A channel with its messages, oldest first."""

    id: str
    type: ChannelType
    name: str
    guild: Guild | None = None
    recipients: tuple[User, ...] = ()
    denied: dict[str, Permission] = field(default_factory=dict[str, Permission])
    """Ids of members and roles, each with what an overwrite takes from them here."""
    messages: "dict[str, Message]" = field(default_factory=dict[str, "Message"])

    def permissions(self, user: User) -> Permission:
        """What somebody may do here."""
        if self.guild is None:
            return APP_IN_DM if self.type is ChannelType.DM else APP_IN_PRIVATE
        allowed = self.guild.permissions(user)
        for holder in (self.guild.id, *self.guild.members.get(user.id, ()), user.id):
            allowed &= ~self.denied.get(holder, Permission.NONE)
        return allowed if Permission.VIEW_CHANNEL in allowed else Permission.NONE

    def deny(self, holder: User | Role, permission: Permission) -> None:
        """Take permissions from a member or a role in this channel, as an overwrite does."""
        self.denied[holder.id] = self.denied.get(holder.id, Permission.NONE) | permission

    def payload(self, viewer: User | None = None, permissions: Permission | None = None) -> Payload:
        """The channel as Discord sends it; with the viewer's permissions where it belongs to an interaction."""
        payload: Payload = {
            "id": self.id,
            "type": int(self.type),
            "last_message_id": next(reversed(self.messages), None),
            "flags": 0,
        }
        if self.guild is not None:
            payload |= {
                "guild_id": self.guild.id,
                "name": self.name,
                "position": 0,
                "nsfw": False,
                "parent_id": None,
                "topic": None,
                "rate_limit_per_user": 0,
                "permission_overwrites": [],
                "last_pin_timestamp": None,
            }
        else:
            others = [user for user in self.recipients if viewer is None or user.id != viewer.id]
            payload["recipients"] = [user.payload() for user in others]
        if self.type is ChannelType.GROUP_DM:
            payload |= {"name": self.name, "icon": None, "owner_id": self.recipients[0].id}
        if permissions is not None:
            payload["permissions"] = str(int(permissions))
        return payload


@dataclass(eq=False)
class Message:
    """A message in a channel."""

    channel: Channel
    author: User
    payload: Payload
    """What Discord sends."""
    body: Payload
    """What its author last asked for."""
    audience: User | None = None
    """The one person who sees an ephemeral message."""
    token: str | None = None
    """The token of the interaction it answers."""
    deleted: bool = False

    @property
    def id(self) -> str:
        """Its snowflake."""
        return self.payload["id"]

    @property
    def ephemeral(self) -> bool:
        """Whether only one person sees it."""
        return bool(self.payload["flags"] & EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether it only says that the bot is thinking."""
        return bool(self.payload["flags"] & LOADING)

    @property
    def buttons(self) -> list[Button]:
        """Its buttons, in reading order."""
        return buttons(self.payload)

    @property
    def selects(self) -> list[Select]:
        """Its string select menus, in reading order."""
        return selects(self.payload)

    def text(self) -> str:
        """All a reader sees, as plain lines."""
        return transcript(self.payload)

    def seen_by(self, user: User) -> bool:
        """Whether this person sees it, being in the channel."""
        return not self.deleted and (self.audience is None or self.audience == user)

    def reference(self) -> Payload:
        """The fields that make another message a reply to this one."""
        reference = self._reference(0)
        referenced = {name: value for name, value in self.payload.items() if name != "referenced_message"}
        return {"type": int(MessageType.REPLY), "message_reference": reference, "referenced_message": referenced}

    def forwarded(self) -> Payload:
        """The fields that make another message a forward of this one, or of the one that this one forwards."""
        snapshot = {name: deepcopy(self.payload[name]) for name in SNAPSHOT if name in self.payload}
        return {
            "flags": HAS_SNAPSHOT,
            "message_reference": self._reference(FORWARD),
            "message_snapshots": self.payload.get("message_snapshots") or [{"message": snapshot}],
        }

    def _reference(self, kind: int) -> Payload:
        reference: Payload = {"type": kind, "channel_id": self.channel.id, "message_id": self.id}
        if self.channel.guild is not None:
            reference["guild_id"] = self.channel.guild.id
        return reference
