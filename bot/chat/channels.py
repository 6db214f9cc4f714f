"""Looks whether the channels are there that moderators have named; that the bot may write is learnt when it does."""

import logging
from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import aiohttp
import discord

from bot.chat.failure import name_of
from bot.current import Amiss, Current

Standing = Literal["there", "missing", "hidden", "elsewhere", "unknown"]

_TOLD: Mapping[Standing, str] = {
    "missing": "Discord knows no such channel",
    "hidden": "the bot cannot see that channel, or is not in its server",
    "elsewhere": "that channel is of another server",
}
"""For the log, without an id: the settings have it."""

_log = logging.getLogger(__name__)


async def standing(client: discord.Client, server: str, channel: str) -> Standing:
    """Where a channel is, as Discord has it now; `unknown` where it gives no answer."""
    try:
        found = await client.fetch_channel(int(channel))
    except discord.NotFound:
        return "missing"
    except discord.Forbidden:
        return "hidden"
    except (discord.HTTPException, aiohttp.ClientError, TimeoutError) as error:
        _log.warning("Whether a channel is there could not be learnt: %s", name_of(error))
        return "unknown"
    except discord.InvalidData:
        return "elsewhere"
    in_server = getattr(found, "guild", None)
    return "there" if in_server is not None and str(in_server.id) == server else "elsewhere"


async def look_at_channels(client: discord.Client, current: Current, server: str | None = None) -> None:
    """Fetch every channel once that settings in force name, and warn of what is not as it should be.

    With `server`, only those that its settings name.
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
            case _:
                pass
    current.amiss = MappingProxyType(dict(amiss))
