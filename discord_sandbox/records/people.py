"""Who and what there is: people, servers, channels and the places to be in.

Source: Discord API documentation, "User", "Guild", "Channel" and "Permissions" resources; "Application Commands",
section "Contexts", for the places.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from discord_sandbox.records.payload import Payload
from discord_sandbox.records.permissions import APP_IN_DM, APP_IN_PRIVATE, Permission

if TYPE_CHECKING:
    from discord_sandbox.world.posting import Message

JOINED = "2025-01-01T00:00:00+00:00"
FILE_SIZE_LIMIT = 10 * 2**20


class ChannelType(IntEnum):
    """The types of channels simulated."""

    TEXT = 0
    DM = 1
    GROUP_DM = 3


class Context(IntEnum):
    """Where an interaction comes from."""

    GUILD = 0
    BOT_DM = 1
    PRIVATE_CHANNEL = 2


class Install(IntEnum):
    """How the app got there: a server added it, or a user did for themselves."""

    GUILD = 0
    USER = 1


@dataclass(frozen=True)
class User:
    """A person, or the bot."""

    id: str
    username: str
    display_name: str
    bot: bool = False

    def payload(self) -> Payload:
        """The user as Discord sends it."""
        return {
            "id": self.id,
            "username": self.username,
            "global_name": None if self.bot else self.display_name,
            "discriminator": "0",
            "avatar": None,
            "avatar_decoration_data": None,
            "bot": self.bot,
            "public_flags": 0,
            "primary_guild": None,
            "collectibles": None,
        }


@dataclass(frozen=True)
class Role:
    """A role of a server."""

    id: str
    name: str
    permissions: Permission

    def payload(self, position: int) -> Payload:
        """The role as Discord sends it."""
        return {
            "id": self.id,
            "name": self.name,
            "permissions": str(int(self.permissions)),
            "position": position,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "icon": None,
            "unicode_emoji": None,
            "managed": False,
            "mentionable": False,
            "flags": 0,
        }


@dataclass
class Guild:
    """A server. The role whose id is the server's own is @everyone, first in `roles`."""

    id: str
    name: str
    locale: str = "en-US"
    roles: dict[str, Role] = field(default_factory=dict[str, Role])
    # Ids of members, each with the ids of their roles other than @everyone.
    members: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    users: dict[str, User] = field(default_factory=dict[str, User])

    def join(self, user: User, *roles: Role) -> None:
        """Makes somebody a member with these roles."""
        self.users[user.id] = user
        self.members[user.id] = [role.id for role in roles]

    def permissions(self, user: User) -> Permission:
        """What all roles of a member allow together; nothing to someone who is not a member."""
        if user.id not in self.members:
            return Permission.NONE
        allowed = self.roles[self.id].permissions
        for role in self.members[user.id]:
            allowed |= self.roles[role].permissions
        return ~Permission.NONE if Permission.ADMINISTRATOR in allowed else allowed

    def member_payload(self, user: User) -> Payload:
        """A member as Discord sends it, without `user` and `permissions`."""
        return {
            "nick": None,
            "avatar": None,
            "banner": None,
            "roles": list(self.members.get(user.id, ())),
            "joined_at": JOINED,
            "premium_since": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
            "communication_disabled_until": None,
            "unusual_dm_activity_until": None,
        }

    def partial_payload(self) -> Payload:
        """The server as an interaction carries it."""
        return {"id": self.id, "locale": self.locale, "features": []}


@dataclass
class Channel:
    """A channel with its messages, oldest first."""

    id: str
    type: ChannelType
    name: str
    guild: Guild | None = None
    recipients: tuple[User, ...] = ()
    # Ids of members and roles with what an overwrite takes from them here.
    denied: dict[str, Permission] = field(default_factory=dict[str, Permission])
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
        """Takes permissions from a member or a role in this channel, as an overwrite does."""
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


@dataclass(frozen=True)
class Place:
    """Where an actor can be: a channel, and by which installs the bot's commands are there."""

    key: str
    title: str
    channel: Channel
    context: Context
    installs: frozenset[Install]
    # What is special here, for a person to read.
    hint: str

    def member_permissions(self, user: User) -> Permission:
        """What the actor may do here; outside servers Discord has no permissions of members."""
        return self.channel.permissions(user)

    def owners(self, user: User, installs: Iterable[Install]) -> dict[str, str]:
        """The field `authorizing_integration_owners` of an interaction."""
        owners: dict[str, str] = {}
        for install in sorted(set(installs) & self.installs):
            if install is Install.USER:
                owners["1"] = user.id
            else:
                owners["0"] = self.channel.guild.id if self.channel.guild else "0"
        return owners
