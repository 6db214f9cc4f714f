"""One connection to the gateway: all that we rely on in discord.py 2.7.1's, and change of it.

The other half of `internals.py`, which says how it is held to.
"""

import asyncio
import json
import logging
import math
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from typing import Any

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket, KeepAliveHandler, ReconnectWebSocket, WebSocketClosure

from bot.chat.connection.arrivals import Arrivals
from bot.chat.connection.internals import ODD, lost, place, set_aside

BEGINNINGS = {"READY", "RESUMED"}
"""The events with which a session begins, or goes on, on a new connection."""

_CONTROL = (ReconnectWebSocket, WebSocketClosure, discord.ConnectionClosed, aiohttp.ClientError, OSError)
"""How discord.py says that a connection is over, or is to be made anew."""

SHORTEST_HEARTBEAT, LONGEST_HEARTBEAT = 0.05, 600.0
"""Seconds. Discord asks for some forty; a thread that beats without a pause would leave no time for answers, and one
that hardly ever does would never find out that nobody is there any more."""

FAREWELL = 1.5
"""Seconds for a server to answer when we hang up. discord.py would wait for thirty."""

ACKNOWLEDGED = 15.0
"""Seconds after which a heartbeat that was not answered means that nobody is served."""

PROMPTLY = 1.0
"""Seconds that the answer to a heartbeat may always take, however soon the next is due."""

RESUMABLE = 4000
"""A close code that leaves the session to be taken up again; 1000 and 1001 would give it up."""

GOODBYE = 1000
"""A close code that gives the session up."""

_log = logging.getLogger(__name__)

_MAKING: ContextVar[list["Socket"]] = ContextVar("the connection that is being made")
"""`from_client` fails without giving away what it had made by then. A list, which is emptied: contexts are copied."""


class UnreadableError(Exception):
    """A connection has sent what makes the rest of it useless."""


@dataclass(frozen=True, slots=True)
class LeftOff:
    """Where a session stands, for another connection to take it up there."""

    session: str
    sequence: int | None
    gateway: yarl.URL | None
    """Where the session wants to be taken up; None is where sessions are begun."""


async def opened(client: discord.Client, left_off: LeftOff | None, arrivals: Arrivals) -> "Socket":
    """A connection to the gateway, greeted, on which a session is asked for or taken up again.

    `Client.connect` would do it, but in 2.7.1 it fails with AttributeError where the very first handshake is refused,
    and tries again without a pause when the server hangs up. https://github.com/Rapptz/discord.py/blob/v2.7.1/discord/client.py
    """
    making = list[Socket]()
    _MAKING.set(making)
    try:
        if left_off is None:
            socket = await Socket.from_client(client)
        else:
            socket = await Socket.from_client(
                client,
                gateway=left_off.gateway,
                session=left_off.session,
                sequence=left_off.sequence,
                resume=True,
            )
    except BaseException:  # a time-out too: the half-made connection would beat on for ever
        for half_made in making:
            await half_made.close(RESUMABLE)
        raise
    finally:
        making.clear()
    socket.arrivals = arrivals
    client.ws = socket  # `Client.close` hangs up on it
    return socket


class Socket(DiscordWebSocket):
    """One connection to the gateway with a shield where events enter, and an ear for whether the server still hears us.

    In discord.py, what a parser raises ends `Client.connect`, and so the process. Here an event that cannot be read is
    lost alone, with one line in the log that says nothing of its content.
    """

    begun = False
    """Whether READY or RESUMED has arrived on this connection."""

    used = False
    """Whether somebody has asked something over this connection."""

    arrivals: Arrivals
    """Which interactions are still to be answered."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, *, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(socket, loop=loop)
        self._acknowledged: float | None = None
        """What `KeepAliveHandler._last_ack` was when the last heartbeat was sent."""
        self._beaten = time.perf_counter()
        self._beats = 0
        self._since = math.inf
        self._patience: float | None = None
        """Seconds within which something must arrive, once the server has said how often it wants heartbeats."""
        _MAKING.get().append(self)

    @property
    def _discord_parsers(self) -> Mapping[str, Callable[[Any], None]]:
        return self._shielded

    @_discord_parsers.setter
    def _discord_parsers(self, parsers: Mapping[str, Callable[[Any], None]]) -> None:  # pyright: ignore[reportIncompatibleVariableOverride] # `from_client` sets what it reads; here it is shielded on the way
        self._shielded = {event: partial(self._parse, event, parser) for event, parser in parsers.items()}

    def _parse(self, event: str, parser: Callable[[Any], None], content: Any) -> None:  # noqa: ANN401 # JSON
        if event == "INTERACTION_CREATE":
            if not self.arrivals.wanted(content, replayed=not self.begun):
                return
            self.used = True
            set_aside(content)
        try:
            parser(content)
        except Exception as error:
            if event in BEGINNINGS:  # discord.py has forgotten who it is by now
                self.begun, self.session_id = False, None
                raise
            _log.warning("%s from the gateway could not be read and %s: %s", event, lost(event), place(error))
        else:
            if event in BEGINNINGS and not self.begun:
                self.begun, self._since = True, self.loop.time()

    async def poll_event(self) -> None:
        """Wait for one frame and take it in. discord.py would wait for a minute, and then for another half.

        Raises:
            TimeoutError: the server is silent, though it should have answered a heartbeat by now.
            ReconnectWebSocket: the connection is over.
            discord.ConnectionClosed: it is over for good.
            UnreadableError: what was sent makes the rest of it useless.
        """
        async with asyncio.timeout(self._patience):
            await super().poll_event()

    async def received_message(self, msg: Any, /) -> None:  # noqa: ANN401 # text or bytes
        """Take in one frame.

        Raises:
            UnreadableError: it makes the rest of the connection useless: where no session is on, and when the
                decompressor fails.
        """
        keeper = self._keep_alive
        try:
            await super().received_message(msg)
        except _CONTROL:
            raise
        except Exception as error:
            # What is not odd, such as a decompressor's own error, spoils the frames after it too.
            if not self.begun or not isinstance(error, ODD) or _out_of_step(msg, error):
                await self.close(RESUMABLE)
                raise UnreadableError(f"a frame could not be read: {place(error)}") from error
            _log.warning("A frame from the gateway could not be read and is lost: %s", place(error))
        if self._keep_alive is not keeper:
            await self._greeted(keeper)

    async def _greeted(self, former: KeepAliveHandler | None) -> None:
        """HELLO has arrived. A second one would leave the thread of the first beating on."""
        if former is not None:
            former.stop()
        keeper = self._keep_alive
        interval = (keeper and keeper.interval) or 0.0
        if not SHORTEST_HEARTBEAT <= interval <= LONGEST_HEARTBEAT:
            await self.close(RESUMABLE)
            raise UnreadableError(f"it asks for a heartbeat every {interval:g} s")
        self._note_beat()
        self._patience = interval + min(max(interval, PROMPTLY), ACKNOWLEDGED)
        self._max_heartbeat_timeout = 0.0  # no other time-out beside that one
        if keeper is not None:
            keeper.heartbeat_timeout = self._patience

    async def send_heartbeat(self, data: Any) -> None:  # noqa: ANN401 # JSON
        """Send a heartbeat; or hang up, if nothing has come back since the one before.

        discord.py sends on as long as anything arrives at all. Discord asks clients not to
        (https://discord.com/developers/docs/events/gateway#heartbeat-interval-example-heartbeat-ack).
        """
        if self._beats and self._unanswered():  # some servers answer none before a session is on
            # At least once round the loop: the answer may have arrived and not been read yet.
            await asyncio.sleep(max(0.05, self._beaten + PROMPTLY - time.perf_counter()))
            if self._unanswered():
                _log.debug("The gateway does not answer heartbeats any more.")
                await self.close(RESUMABLE)
                return
        self._note_beat()
        self._beats += 1
        await super().send_heartbeat(data)

    async def hear_out(self) -> None:
        """Take in what the server has sent until now: all that comes before it answers a heartbeat of this moment."""
        keeper = self._keep_alive
        if keeper is None or not (self.begun and self.open):
            return
        with suppress(*_CONTROL, UnreadableError, TimeoutError):
            async with asyncio.timeout(FAREWELL):
                self._note_beat()
                await super().send_heartbeat(keeper.get_payload())
                while self._unanswered():
                    await self.poll_event()

    async def close(self, code: int = RESUMABLE) -> None:
        """Hang up, without waiting for long for a server that says nothing any more."""
        try:
            async with asyncio.timeout(FAREWELL):
                await super().close(code)
        except TimeoutError:
            _log.debug("The gateway did not answer when we hung up.")

    def left_off(self) -> LeftOff | None:
        """Where the session stands; None where none has begun, or the server has ended it."""
        return LeftOff(self.session_id, self.sequence, self.gateway) if self.session_id else None

    def on_for(self) -> float:
        """Seconds since the session began, or went on, on this connection."""
        return max(0.0, self.loop.time() - self._since)

    def last_code(self) -> int | None:
        """The code that the connection was closed with, by the server or by us."""
        return self.socket.close_code or self._close_code

    def serving(self, patience: float) -> bool:
        """Whether a session is on, and no heartbeat has gone unanswered for longer than `patience` seconds."""
        if self._keep_alive is None or not (self.begun and self.open):
            return False
        # The handler's own notes of when it sent something are made in a thread, and may come after the answer.
        return not self._unanswered() or time.perf_counter() - self._beaten <= patience

    def _note_beat(self) -> None:
        self._acknowledged, self._beaten = self._last_answer(), time.perf_counter()
        if self._keep_alive is not None:
            self._keep_alive._last_send = self._beaten  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # its latency, of which it warns, is that of this one

    def _unanswered(self) -> bool:
        return self._last_answer() == self._acknowledged

    def _last_answer(self) -> float | None:
        """When the last heartbeat was answered."""
        return self._keep_alive and self._keep_alive._last_ack  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # `latency` may be the same twice


def _out_of_step(frame: object, error: Exception) -> bool:
    """Whether nothing came of a compressed frame: the decompressor waits for the rest, and what follows is spoilt."""
    return isinstance(frame, bytes) and isinstance(error, json.JSONDecodeError) and not error.doc
