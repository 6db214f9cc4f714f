"""Looks whether the channels are there that moderators have named; that the bot may write is learnt when it does."""

import logging
from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import aiohttp
import discord

from bot.chat.connection.later import asked
from bot.chat.failure import name_of
from bot.current import Amiss, Current

Standing = Literal["there", "missing", "hidden", "elsewhere", "unknown"]

_TOLD: Mapping[Standing, str] = {
    "missing": "Discord knows no such channel",
    "hidden": "the bot cannot see that channel, or is not in its server",
    "elsewhere": "that channel is of another server",
}
"""For the log, without an id: the settings have it."""

_NO_SUCH = {400, 404}
"""What Discord says to an id that is nobody's, and to a number that is none of its ids."""

_log = logging.getLogger(__name__)


async def standing(client: discord.Client, server: str, channel: str) -> Standing:
    """Where a channel is, as Discord has it now; `unknown` where it gives no answer."""
    try:
        found = await asked(client, f"/channels/{channel}")
    except discord.Forbidden:
        return "hidden"
    except (discord.HTTPException, aiohttp.ClientError) as error:
        if isinstance(error, discord.HTTPException) and error.status in _NO_SUCH:
            return "missing"
        _log.warning("Whether a channel is there could not be learnt: %s", name_of(error))
        return "unknown"
    if "id" not in found:  # what answered is not Discord
        return "unknown"
    return "there" if found.get("guild_id") == server else "elsewhere"


async def look_at_channels(client: discord.Client, current: Current, server: str | None = None) -> None:
    """Ask once for every channel that settings in force name, and warn of what is not as it should be.

    With `server`, only for those that its settings name. Where there is no answer, the rest is not asked for.
    """
    known: dict[tuple[str, str], Standing] = {}
    amiss: defaultdict[str, tuple[Amiss, ...]] = defaultdict(tuple)
    if server is not None:
        amiss.update({key: found for key, found in current.amiss.items() if key != server})
    for named in current.snapshot.channels():
        if server not in {None, named.server}:
            continue
        place = (named.server, named.channel)
        if place not in known:
            known[place] = await standing(client, *place)
        match known[place]:
            case ("missing" | "hidden" | "elsewhere") as why:
                amiss[named.server] += (Amiss(named.key, named.channel, why),)
                where = "A server's settings from Discord: " if named.uploaded else "moderation.yaml: servers.…"
                _log.warning("%s%s: %s.", where, named.key, _TOLD[why])
            case "unknown":
                break
            case "there":
                pass
    current.amiss = MappingProxyType(dict(amiss))
