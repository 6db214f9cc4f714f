"""What a server says where it does not take a request."""

import json
from typing import TYPE_CHECKING, Any, cast

import discord

from bot.chat.connection.internals import ODD
from bot.chat.connection.patience import seconds_in
from bot.chat.connection.wire import Response

if TYPE_CHECKING:
    import aiohttp

UNSAID = 1.0
"""Seconds that a limit is taken to last where nobody can read how long: an answer may be tried again in time, and a
server that is spoken to too often is spared."""

_SERVERS_OWN = 500
_KINDS = {403: discord.Forbidden, 404: discord.NotFound}


def refusal_of(reply: Response) -> discord.HTTPException:
    """What discord.py would raise for it."""
    said: Any = _object(reply.content)
    response = cast("aiohttp.ClientResponse", reply)  # it takes status, reason and headers of it, no more
    if reply.status >= _SERVERS_OWN:
        return discord.DiscordServerError(response, said)
    return _KINDS.get(reply.status, discord.HTTPException)(response, said)


def _object(content: bytes) -> dict[str, Any]:
    """The object that a refusal brings; an empty one where it is no JSON, or not as Discord writes it."""
    try:
        said: Any = json.loads(content)
        discord.HTTPException(cast("aiohttp.ClientResponse", Response(400, "", {}, b"")), said)
    except ODD:
        return {}
    return cast("dict[str, Any]", said) if isinstance(said, dict) else {}


def asked_to_wait(reply: Response) -> tuple[float, bool]:
    """The seconds that a limit lasts, and whether it is one for all that the bot asks."""
    said = _object(reply.content)
    everywhere = said.get("global") is True or "X-RateLimit-Global" in reply.headers
    asked = map(seconds_in, (said.get("retry_after"), reply.headers.get("Retry-After")))
    return next((seconds for seconds in asked if seconds is not None), UNSAID), everywhere
