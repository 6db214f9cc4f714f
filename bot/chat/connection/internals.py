"""Everything in discord.py 2.7.1 that we rely on beyond what it documents, each with its reason.

Nothing else in the bot may touch these. `tests/chat/connection/test_internals.py` holds that each is still there and
behaves as is said here: read it first when the pinned version changes.
"""

import asyncio
import json
import logging
import math
import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar, cast

import aiohttp
import discord
import yarl
from discord import app_commands, ui
from discord.gateway import DiscordWebSocket, KeepAliveHandler, ReconnectWebSocket, WebSocketClosure
from discord.http import Route

from bot.chat.connection.arrivals import Arrivals

BEGINNINGS = {"READY", "RESUMED"}
"""The events with which a session begins, or goes on, on a new connection."""

_COMPONENTS = "components of the message"
"""A key in the data of an interaction that Discord has not."""

_IN_HAND = ("CommandTree-invoker", "discord.py: on_interaction")
"""What the tasks in which interactions are answered are called (app_commands/tree.py, client.py)."""

_CONTROL = (ReconnectWebSocket, WebSocketClosure, discord.ConnectionClosed, aiohttp.ClientError, OSError)
"""How discord.py says that a connection is over, or is to be made anew."""

_ODD = (ValueError, TypeError, AttributeError, LookupError, RecursionError)
"""What comes of text that is not JSON, and of JSON that is not a frame. Anything else, such as a decompressor's own
error, spoils the frames after it too."""

ClientT = TypeVar("ClientT", bound=discord.Client)

_log = logging.getLogger(__name__)

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


def talk_to(api: str, gateway: yarl.URL) -> None:
    """Turn to another server: there is no setting for it.

    `Route.BASE` is read whenever a request is made (by webhooks and interactions as well), `DEFAULT_GATEWAY` whenever
    a session is begun.
    """
    Route.BASE = api
    DiscordWebSocket.DEFAULT_GATEWAY = gateway


def server() -> str:
    """The address of the API that requests go to."""
    return Route.BASE


def answers_in_hand() -> set[asyncio.Task[Any]]:
    """The tasks that are answering something. discord.py starts them and keeps no list."""
    return {task for task in asyncio.all_tasks() if task.get_name() in _IN_HAND}


def role_ids(member: discord.Member) -> tuple[str, ...]:
    """Those that came with an interaction. `Member.roles` asks the cache, which is empty without the guilds intent."""
    return tuple(map(str, member._roles))  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # see the docstring


def finished(view: ui.LayoutView) -> ui.LayoutView:
    """The view, stopped before it is sent: the view store keeps nothing of it, so that nothing runs out or piles up."""
    view.stop()
    return view


def mark_answered(interaction: discord.Interaction[Any], kind: int) -> None:
    """Make discord.py know that a first answer of a kind was taken, for `is_done`, `type` and what follows it."""
    interaction.response._response_type = discord.InteractionResponseType(kind)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # nothing but sending through it sets it


async def new_session(client: discord.Client, connector: aiohttp.TCPConnector) -> None:
    """Throw away the HTTP session that a failed login leaves open, with its connector, and log in through another."""
    await client.http.close()
    client.http.connector = connector


async def opened(
    client: discord.Client, left_off: LeftOff | None, arrivals: Arrivals, *, initial: bool = False
) -> "Socket":
    """A connection to the gateway, greeted, on which a session is asked for or taken up again.

    `Client.connect` would do it, but in 2.7.1 it fails with AttributeError where the very first handshake is refused,
    and tries again without a pause when the server hangs up. https://github.com/Rapptz/discord.py/blob/v2.7.1/discord/client.py
    """
    making = list[Socket]()
    _MAKING.set(making)
    try:
        if left_off is None:
            socket = await Socket.from_client(client, initial=initial)
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
            _set_aside(content)
        try:
            parser(content)
        except Exception as error:
            if event in BEGINNINGS:  # discord.py has forgotten who it is by now
                self.begun, self.session_id = False, None
                raise
            _log.warning("%s from the gateway could not be read and %s: %s", event, _lost(event), _place(error))
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
            if not self.begun or not isinstance(error, _ODD) or _out_of_step(msg, error):
                await self.close(RESUMABLE)
                raise UnreadableError(f"a frame could not be read: {_place(error)}") from error
            _log.warning("A frame from the gateway could not be read and is lost: %s", _place(error))
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

    def _unanswered(self) -> bool:
        return self._last_answer() == self._acknowledged

    def _last_answer(self) -> float | None:
        """When the last heartbeat was answered."""
        return self._keep_alive and self._keep_alive._last_ack  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # `latency` may be the same twice


class OddInteractionError(app_commands.AppCommandError):
    """An interaction lacks what discord.py takes for granted; the cause is what it stumbled over."""


class GuardedTree(app_commands.CommandTree[ClientT]):
    """A tree that answers for every interaction.

    The task that discord.py answers a command in looks at `AppCommandError` alone. What data without a name or an
    option without a value raises would only be printed by the event loop, with its message, when the task is forgotten.
    """

    async def _call(self, interaction: discord.Interaction[ClientT]) -> None:
        try:
            await super()._call(interaction)
        except app_commands.AppCommandError:
            raise
        except Exception as error:  # noqa: BLE001 # whatever it is, somebody waits for an answer
            odd = OddInteractionError("The interaction could not be read.")
            odd.__cause__ = error
            await self._answer_for(interaction, odd)

    async def _answer_for(self, interaction: discord.Interaction[ClientT], odd: OddInteractionError) -> None:
        try:
            await self.on_error(interaction, odd)
        except Exception as error:  # noqa: BLE001 # where to answer may be as odd as the rest
            _log.warning("An interaction %s: %s", _lost("INTERACTION_CREATE"), _place(error))


def _out_of_step(frame: object, error: Exception) -> bool:
    """Whether nothing came of a compressed frame: the decompressor waits for the rest, and what follows is spoilt."""
    return isinstance(frame, bytes) and isinstance(error, json.JSONDecodeError) and not error.doc


def _set_aside(content: Any) -> None:  # noqa: ANN401 # JSON
    """Put the components of a message that was pressed where `whole_message` finds them."""
    match content:
        case {"message": {"components": list()}, "data": dict()}:
            content["data"][_COMPONENTS], content["message"]["components"] = content["message"]["components"], []
        case _:
            pass


def whole_message(interaction: discord.Interaction[Any]) -> discord.Message | None:
    """The message that was pressed, with its components.

    Discord sends them with each press, and an object for each takes longer to make than all else that is read of it;
    but hardly a press has anything to do with them.
    """
    message, data = interaction.message, cast("dict[str, Any]", interaction.data or {})
    components = data.pop(_COMPONENTS, None)
    if message is not None and components is not None:
        message._handle_components(components)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # as it does itself
    return message


def _lost(event: str) -> str:
    return "gets no answer" if event == "INTERACTION_CREATE" else "is lost"


def _place(error: BaseException) -> str:
    """The kind of an error and where it was raised, without its message, which may quote what was sent."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = (
        "" if trace is None else f" in {cast('str', trace.tb_frame.f_globals.get('__name__'))}, line {trace.tb_lineno}"
    )
    return f"{type(error).__name__}{where}"
