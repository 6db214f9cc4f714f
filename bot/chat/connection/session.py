"""A session of the gateway, kept going over as many connections as it takes."""

import asyncio
import logging
from dataclasses import replace

import discord
from discord.gateway import ReconnectWebSocket

from bot.chat.connection.internals import RESUMABLE, LeftOff, Socket, UnreadableError, opened
from bot.chat.connection.patience import Pace, passes, told, wished_pause

HANDSHAKE = 90.0
"""Seconds for a connection to be made. discord.py itself gives up after 60 on one that is made and says nothing."""

STEADY = 600.0
"""Seconds that a connection must have lasted for the next to follow at once."""

STRETCH = 3.0
"""How many times longer pauses may grow where no session can be taken up: Discord allows 1,000 new ones a day, and
resets the token of a bot that wants more (https://discord.com/developers/docs/events/gateway#session-start-limit)."""

NOT_RESUMABLE = {4007, 4009}
"""Close codes after which a session must be begun anew: a wrong sequence, and a session that timed out."""

_log = logging.getLogger(__name__)


async def stay_connected(client: discord.Client, pace: Pace, handshake: float = HANDSHAKE) -> None:
    """Take in events until cancelled, over a new connection whenever one is lost.

    Raises:
        discord.ConnectionClosed: the gateway has hung up for good.
        aiohttp.ClientError: a handshake was refused for a reason that does not pass.
    """
    clock = asyncio.get_running_loop().time
    left_off: LeftOff | None = None
    initial = True
    while not client.is_closed():
        begun, socket = clock(), None
        try:
            async with asyncio.timeout(handshake):
                socket = await opened(client, left_off, initial=initial)
            initial = False
            while True:
                await socket.poll_event()
        except Exception as error:
            if not _lost(error):
                raise
            if clock() - begun >= STEADY:
                pace.begin_again()
            if socket is not None:
                await socket.hang_up(RESUMABLE)
            left_off = _to_take_up(left_off, socket, error)
            pause = pace.pause(wished_pause(error), 1.0 if left_off else STRETCH)
            level = logging.INFO if socket and socket.begun else logging.WARNING
            _log.log(level, "No connection to the gateway (%s); trying again in %.1f s.", _why(error, socket), pause)
            await asyncio.sleep(pause)


def _lost(error: Exception) -> bool:
    return isinstance(error, ReconnectWebSocket | UnreadableError) or passes(error)


def _to_take_up(left_off: LeftOff | None, socket: Socket | None, error: Exception) -> LeftOff | None:
    """The session to go on with. One that a connection did not get into is given up: the server may have lost it."""
    if socket is None:  # perhaps it is the address that is wrong
        return left_off and replace(left_off, gateway=None)
    refused = isinstance(error, ReconnectWebSocket) and not error.resume
    return None if refused or socket.last_code() in NOT_RESUMABLE else socket.left_off()


def _why(error: Exception, socket: Socket | None) -> str:
    if not isinstance(error, ReconnectWebSocket):
        return told(error)
    code = socket and socket.last_code()
    return f"close code {code}" if code else "it was closed"
