"""People, their roles, and the servers they are members of.

Source: Discord API documentation, "User", "Guild" and "Permissions".
"""

from dataclasses import dataclass, field

from discord_sandbox.records.payload import Payload
from discord_sandbox.records.permissions import Permission

JOINED = "2025-01-01T00:00:00+00:00"
"""When everyone joined."""


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
    members: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    """Ids of members, each with the ids of their roles other than @everyone."""

    def join(self, user: User, *roles: Role) -> None:
        """Make somebody a member with these roles."""
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
