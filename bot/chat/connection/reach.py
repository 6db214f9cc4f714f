"""Where the bot connects to, and nowhere else, whatever a server says: a redirect, another gateway, a name of its own.

`docs/threats.md` has the list; a test compares the two.
"""

import ipaddress

import aiohttp
import yarl

from bot.chat.connection.internals import server

API = "discord.com"
GATEWAYS = "discord.gg"
"""Where sessions begin, at `gateway.discord.gg`, and where they go on, at a name beside it."""

FILES = frozenset({"cdn.discordapp.com", "media.discordapp.net"})
"""Where Discord keeps attachments (https://discord.com/developers/docs/reference#signed-attachment-cdn-urls)."""

_PORT = 443
_SAFE = frozenset({"https", "wss"})
_PLAIN = frozenset({"http", "ws", *_SAFE})


class OutOfReachError(aiohttp.ClientConnectionError):
    """A server has led elsewhere. Nothing was sent there, not even a name looked up."""


class Connector(aiohttp.TCPConnector):
    """Makes connections to Discord, or to the other server that is spoken to; a token goes with most of them."""

    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: list[aiohttp.tracing.Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 # as aiohttp has it
    ) -> aiohttp.connector.Connection:
        """A connection for a request. Raises OutOfReachError, and what aiohttp raises."""
        if not is_servers_own(req.url):
            raise OutOfReachError("the server leads to a host that is not its own")
        return await super().connect(req, traces, timeout)


def connector() -> Connector:
    """A new one; it keeps connections, or a quiet bot would pay for another with every answer."""
    return Connector(limit=0, keepalive_timeout=75, ttl_dns_cache=300)


def is_servers_own(url: yarl.URL) -> bool:
    """Whether an address is of the API or the gateway of the server that is spoken to."""
    if not _speaks_with_discord():
        return url.scheme in _PLAIN and is_on_this_machine(url.host)
    host = url.host or ""
    return _is_safe(url) and (host == API or host.endswith(f".{GATEWAYS}"))


def has_files(url: yarl.URL) -> bool:
    """Whether an address is where the server that is spoken to keeps files."""
    if _is_safe(url) and url.host in FILES:
        return True
    return not _speaks_with_discord() and url.scheme in {"http", "https"} and is_on_this_machine(url.host)


def is_on_this_machine(host: str | None) -> bool:
    """Whether a host is this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def _speaks_with_discord() -> bool:
    return yarl.URL(server()).host == API


def _is_safe(url: yarl.URL) -> bool:
    return url.scheme in _SAFE and url.port == _PORT
