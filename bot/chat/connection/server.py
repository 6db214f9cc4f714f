"""Which server discord.py talks to. It has no setting for this: the two addresses set here are the one permitted patch.

`Route.BASE` is read whenever a request is made, `DEFAULT_GATEWAY` when the client connects
(https://github.com/Rapptz/discord.py/blob/v2.7.1/discord/http.py, gateway.py). Webhooks and interactions use the
same `Route.BASE`.
"""

from typing import cast

import aiohttp
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

PATIENCE = aiohttp.ClientTimeout(total=10)


class ServerError(Exception):
    """The server cannot be used: one sentence for the operator."""


async def talk_to(api_url: str) -> None:
    """Make discord.py speak with another Discord-compatible server, asking `GET {api_url}/gateway` for its gateway.

    Raises:
        ServerError: the server does not answer, or not with the address of a gateway.
    """
    gateway = await _gateway(api_url)
    Route.BASE = api_url
    DiscordWebSocket.DEFAULT_GATEWAY = gateway


async def _gateway(api_url: str) -> yarl.URL:
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE) as session,
            session.get(f"{api_url}/gateway", raise_for_status=True) as reply,
        ):
            answer = cast("object", await reply.json(content_type=None))
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        raise ServerError(
            f"{api_url}/gateway does not answer as Discord does ({type(error).__name__}); "
            "start that server, or correct DISCORD_API_URL."
        ) from error
    address = cast("dict[str, object]", answer).get("url") if isinstance(answer, dict) else None
    if not isinstance(address, str) or yarl.URL(address).scheme not in {"ws", "wss"}:
        raise ServerError(
            f"{api_url}/gateway names no address that begins with ws:// or wss://; correct DISCORD_API_URL."
        )
    return yarl.URL(address)
