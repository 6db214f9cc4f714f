"""Where a person can be, and how the bot's commands got there.

Source: Discord API documentation, "Application Commands", section "Contexts".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from discord_sandbox.records.channels import Channel
from discord_sandbox.records.people import User
from discord_sandbox.records.permissions import Permission


class ContextType(IntEnum):
    """Where an interaction comes from."""

    GUILD = 0
    BOT_DM = 1
    PRIVATE_CHANNEL = 2


class Install(IntEnum):
    """How the app got there: a server added it, or a user did for themselves."""

    GUILD = 0
    USER = 1


@dataclass(frozen=True)
class Place:
    """Where an actor can be: a channel, and by which installs the bot's commands are there."""

    key: str
    title: str
    channel: Channel
    context: ContextType
    installs: frozenset[Install]
    hint: str
    """What is special here, for a person to read."""

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
