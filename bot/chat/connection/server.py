"""Which server discord.py talks to, where it is not Discord."""

from typing import cast

import aiohttp
import yarl

from bot.chat.connection.internals import talk_to
from bot.chat.connection.patience import passes
from bot.chat.connection.reach import is_on_this_machine

PATIENCE = aiohttp.ClientTimeout(total=10)


class ServerError(Exception):
    """The server cannot be used: one sentence for the operator."""


def not_discord(what: str, error: Exception) -> ServerError:
    """What to say where discord.py stumbles, with one of `internals.ODD`, over the answer to `what`."""
    return ServerError(
        f"What answered {what} is not Discord ({type(error).__name__}): most likely a proxy, or a network that asks to "
        "sign in first. See what stands between, or correct DISCORD_API_URL, and start the bot again."
    )


async def turn_to(api_url: str) -> None:
    """Make discord.py speak with another Discord-compatible server, asking `GET {api_url}/gateway` for its gateway.

    Raises:
        ServerError: there is no server, or it does not answer with the address of a gateway.
        aiohttp.ClientError: it has a fault that passes.
    """
    talk_to(api_url, await _gateway(api_url))


async def _gateway(api_url: str) -> yarl.URL:
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE) as session,
            session.get(f"{api_url}/gateway", raise_for_status=True, allow_redirects=False) as reply,
        ):
            answer = cast("object", await reply.json(content_type=None))
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        if passes(error) and not isinstance(error, aiohttp.ClientConnectorError):
            raise
        raise ServerError(
            f"{api_url}/gateway does not answer as Discord does ({type(error).__name__}); "
            "start that server, or correct DISCORD_API_URL."
        ) from error
    address = cast("dict[str, object]", answer).get("url") if isinstance(answer, dict) else None
    if not isinstance(address, str) or yarl.URL(address).scheme not in {"ws", "wss"}:
        raise ServerError(
            f"{api_url}/gateway names no address that begins with ws:// or wss://; correct DISCORD_API_URL."
        )
    gateway = yarl.URL(address)
    if not is_on_this_machine(gateway.host):
        raise ServerError(
            f"{api_url}/gateway names a gateway that is not on this machine, and the token would be sent there; "
            "correct DISCORD_API_URL."
        )
    return gateway
