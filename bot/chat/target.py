"""Where a moderator wants something posted: a channel of this server in which they may write, or a message there."""

import re
from dataclasses import dataclass

from discord import app_commands

from bot.chat.context import Context

Chosen = app_commands.AppCommandChannel | app_commands.AppCommandThread
"""A channel that was given to a command; Discord says with it what the asker may do there."""

_LINK = re.compile(r"https://(?:\w+\.)?discord(?:app)?\.com/channels/(\d{15,20})/(\d{15,20})/(\d{15,20})/?", re.ASCII)


class TargetError(Exception):
    """Nothing can be posted there; says why by the key of a message."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Target:
    """A channel, its place in the settings, and the message that is answered, if one is."""

    channel: int
    channels: tuple[str, ...]
    """Its id; for a thread its own and then its parent's."""
    message: int | None = None

    @classmethod
    def of(cls, context: Context, channel: Chosen | None, link: str | None = None) -> "Target":
        """The channel that was chosen, else that of the command.

        Raises:
            TargetError: the asker may not write there, or the link leads to no message of it.
        """
        interaction = context.interaction
        if channel is None:
            ids, may = context.asker.channels, interaction.permissions
        elif isinstance(channel, app_commands.AppCommandThread):
            ids, may = (str(channel.id), str(channel.parent_id)), channel.permissions
        else:
            ids, may = (str(channel.id),), channel.permissions
        writes = may.send_messages_in_threads if len(ids) > 1 else may.send_messages
        if not ids or not (may.administrator or (may.view_channel and writes)):
            raise TargetError("post.not-yours")
        return cls(int(ids[0]), ids, _message(link, context.server, ids[0]) if link else None)


def _message(link: str, server: str | None, channel: str) -> int:
    found = _LINK.fullmatch(link.strip().strip("<>"))
    if found is None:
        raise TargetError("post.no-link")
    if found[1] != server:
        raise TargetError("post.other-server")
    if found[2] != channel:
        raise TargetError("post.other-channel")
    return int(found[3])
