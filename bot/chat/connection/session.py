"""A session of the gateway, kept going over as many connections as it takes."""

import asyncio
import logging
from dataclasses import dataclass, replace

import aiohttp
import discord
from discord.gateway import ReconnectWebSocket

from bot.chat.connection.allowance import APART, Allowance
from bot.chat.connection.arrivals import Arrivals
from bot.chat.connection.gateway import RESUMABLE, LeftOff, Socket, UnreadableError, opened
from bot.chat.connection.patience import Pace, passes, told, wished_pause

HANDSHAKE = 20.0
"""Seconds for a connection to be made and greeted; three times as many for a session to begin or go on over it."""

STEADY = 60.0
"""Seconds that a session must have been on for the next connection to follow at once."""

LASTING = 4.0
"""How many times as long as the pause before it a session may have been on instead."""

STRETCH = 3.0
"""How many times longer pauses may grow where a session must be begun: the allowance is not to run out in hours."""

TRIES = 3
"""Connections that may fail before a session that was on is given up: the server may have lost it and not say so."""

NOT_RESUMABLE = {4006, 4007, 4009}
"""Close codes after which a session must be begun anew: one that is no longer valid, a wrong sequence, and a session
that timed out."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Standing:
    """A session to go on with, and how often that has been tried in vain."""

    left_off: LeftOff
    tries: int = 0


async def stay_connected(client: discord.Client, pace: Pace, allowance: Allowance) -> None:
    """Take in events until cancelled, over a new connection whenever one is lost.

    The client takes from the `allowance` when it identifies; here is only waited until it may.

    Raises:
        discord.ConnectionClosed: the gateway has hung up for good.
        aiohttp.ClientError: the very first handshake was refused for a reason that does not pass. Later ones are tried
            again whatever the reason: the gateway has taken this bot before.
    """
    arrivals = Arrivals()
    standing: _Standing | None = None
    known, pause = False, 0.0
    if (wait := allowance.pause()) > APART:
        _log.warning("Sessions were begun again and again lately; the next is in %.0f s.", wait)
    await asyncio.sleep(wait)
    while not client.is_closed():
        socket = None
        try:
            async with asyncio.timeout(HANDSHAKE):
                socket = await opened(client, standing and standing.left_off, arrivals)
            async with asyncio.timeout(3 * HANDSHAKE):
                while not socket.begun:
                    await socket.poll_event()
            known = True
            while True:
                await socket.poll_event()
        except Exception as error:
            if not (_lost(error) or (known and isinstance(error, aiohttp.ClientError))):
                raise
            if socket is not None:
                if _held(socket, pause):
                    pace.begin_again()
                await socket.close(RESUMABLE)
            standing = _to_take_up(standing, socket, error)
            if standing:
                pause = pace.pause(wished_pause(error))
            else:
                pause = max(pace.pause(wished_pause(error), STRETCH), allowance.pause())
            level = logging.INFO if socket and socket.begun else logging.WARNING
            _log.log(level, "No connection to the gateway (%s); trying again in %.1f s.", _why(error, socket), pause)
            await asyncio.sleep(pause)


def _held(socket: Socket, pause: float) -> bool:
    """Whether a connection was worth the pause before it."""
    return socket.begun and (socket.used or socket.on_for() >= min(STEADY, LASTING * pause))


def _lost(error: Exception) -> bool:
    return isinstance(error, ReconnectWebSocket | UnreadableError) or passes(error)


def _to_take_up(standing: _Standing | None, socket: Socket | None, error: Exception) -> _Standing | None:
    """The session to go on with, if there is one and the server has not ended it."""
    if socket is None:  # perhaps it is the address that is wrong
        return standing and replace(standing, left_off=replace(standing.left_off, gateway=None))
    left_off = socket.left_off()
    refused = isinstance(error, ReconnectWebSocket) and not error.resume
    if left_off is None or refused or socket.last_code() in NOT_RESUMABLE:
        return None
    if socket.begun:
        return _Standing(left_off)
    tries = standing.tries + 1 if standing else TRIES
    return _Standing(replace(left_off, gateway=None), tries) if tries < TRIES else None


def _why(error: Exception, socket: Socket | None) -> str:
    if not isinstance(error, ReconnectWebSocket):
        return told(error)
    code = socket and socket.last_code()
    return f"close code {code}" if code else "it was closed"
