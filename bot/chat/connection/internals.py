"""Everything in discord.py 2.7.1 that we rely on beyond what it documents, each with its reason.

Nothing else in the bot may touch these. `tests/chat/connection/test_internals.py` holds that each is still there and
behaves as is said here: read it first when the pinned version changes.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar, cast

import aiohttp
import discord
import yarl
from discord import app_commands, ui
from discord.gateway import DiscordWebSocket, ReconnectWebSocket, WebSocketClosure
from discord.http import Route

BEGINNINGS = {"READY", "RESUMED"}
"""The events with which a session begins, or goes on, on a new connection."""

_IN_HAND = ("CommandTree-invoker", "discord.py: on_interaction")
"""What the tasks in which interactions are answered are called (app_commands/tree.py, client.py)."""

_CONTROL = (ReconnectWebSocket, WebSocketClosure, discord.ConnectionClosed, aiohttp.ClientError, OSError)
"""How discord.py says that a connection is over, or is to be made anew."""

_ODD = (ValueError, TypeError, AttributeError, LookupError, RecursionError)
"""What comes of text that is not JSON, and of JSON that is not a frame. Anything else, such as a decompressor's own
error, spoils the frames after it too."""

ClientT = TypeVar("ClientT", bound=discord.Client)

_log = logging.getLogger(__name__)

SHORTEST_HEARTBEAT = 1.0
"""Seconds. Discord asks for some forty; a thread that beats without a pause would leave no time for answers."""

FAREWELL = 1.5
"""Seconds for a server to answer when we hang up. discord.py would wait for thirty."""

RESUMABLE = 4000
"""A close code that leaves the session to be taken up again; 1000 and 1001 would give it up."""

GOODBYE = 1000
"""A close code that gives the session up."""


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


def connector_of(interaction: discord.Interaction[Any]) -> aiohttp.BaseConnector:
    """What keeps the connections that discord.py answers interactions over; its session has no public name.

    Raises:
        aiohttp.ClientConnectionError: the client has been closed.
    """
    connector = interaction._session.connector  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # see the docstring
    if connector is None:
        raise aiohttp.ClientConnectionError("The client has been closed.")
    return connector


def mark_answered(interaction: discord.Interaction[Any], kind: int) -> None:
    """Make discord.py know that a first answer of a kind was taken, for `is_done`, `type` and what follows it."""
    interaction.response._response_type = discord.InteractionResponseType(kind)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # nothing but sending through it sets it


async def new_session(client: discord.Client, connector: aiohttp.TCPConnector) -> None:
    """Throw away the HTTP session that a failed login leaves open, with its connector, and log in through another."""
    await client.http.close()
    client.http.connector = connector


async def opened(client: discord.Client, left_off: LeftOff | None, *, initial: bool) -> "Socket":
    """A connection to the gateway, greeted, on which a session is asked for or taken up again.

    `Client.connect` would do it, but in 2.7.1 it fails with AttributeError where the very first handshake is refused,
    and tries again without a pause when the server hangs up. https://github.com/Rapptz/discord.py/blob/v2.7.1/discord/client.py
    """
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
    if not socket.beats_at_leisure():
        await socket.hang_up(RESUMABLE)
        raise UnreadableError(f"it asks for heartbeats without {SHORTEST_HEARTBEAT:g} s between them")
    client.ws = socket  # `Client.close` hangs up on it
    return socket


class Socket(DiscordWebSocket):
    """One connection to the gateway with a shield where events enter.

    In discord.py, what a parser raises ends `Client.connect`, and so the process. Here an event that cannot be read is
    lost alone, with one line in the log that says nothing of its content.
    """

    begun = False
    """Whether READY or RESUMED has arrived on this connection."""

    @property
    def _discord_parsers(self) -> Mapping[str, Callable[[Any], None]]:
        return self._shielded

    @_discord_parsers.setter
    def _discord_parsers(self, parsers: Mapping[str, Callable[[Any], None]]) -> None:  # pyright: ignore[reportIncompatibleVariableOverride] # `from_client` sets what it reads; here it is shielded on the way
        self._shielded = {event: partial(self._parse, event, parser) for event, parser in parsers.items()}

    def _parse(self, event: str, parser: Callable[[Any], None], content: Any) -> None:  # noqa: ANN401 # JSON
        try:
            parser(content)
        except Exception as error:
            if event in BEGINNINGS:  # discord.py has forgotten who it is by now
                self.begun = False
                raise
            _log.warning("%s from the gateway could not be read and %s: %s", event, _lost(event), _place(error))
        else:
            self.begun = self.begun or event in BEGINNINGS

    async def received_message(self, msg: Any, /) -> None:  # noqa: ANN401 # text or bytes
        """Take in one frame.

        Raises:
            UnreadableError: it makes the rest of the connection useless: where no session is on, and when the
                decompressor fails.
        """
        try:
            await super().received_message(msg)
        except _CONTROL:
            raise
        except Exception as error:
            if not self.begun or not isinstance(error, _ODD):
                await self.hang_up(RESUMABLE)
                raise UnreadableError(f"a frame could not be read: {_place(error)}") from error
            _log.warning("A frame from the gateway could not be read and is lost: %s", _place(error))

    async def hang_up(self, code: int) -> None:
        """Close the connection, without waiting for long for a server that says nothing any more."""
        try:
            async with asyncio.timeout(FAREWELL):
                await self.close(code)
        except TimeoutError:
            _log.debug("The gateway did not answer when we hung up.")

    def left_off(self) -> LeftOff | None:
        """Where the session stands, None if none has begun."""
        if not self.begun or self.session_id is None:
            return None
        return LeftOff(self.session_id, self.sequence, self.gateway)

    def last_code(self) -> int | None:
        """The code that the connection was closed with, by the server or by us."""
        return self.socket.close_code or self._close_code

    def beats_at_leisure(self) -> bool:
        """Whether heartbeats, if the server has said how often, are to be sent with some time between them."""
        keeper = self._keep_alive
        return keeper is None or keeper.interval is None or keeper.interval >= SHORTEST_HEARTBEAT

    def serving(self, patience: float) -> bool:
        """Whether a session is on, and no heartbeat has gone unanswered for longer than `patience` seconds."""
        keeper = self._keep_alive
        if keeper is None or not (self.begun and self.open):
            return False
        answered = keeper._last_ack >= keeper._last_send  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # `latency` is that of the last one answered
        return answered or time.perf_counter() - keeper._last_send <= patience  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # the same


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
