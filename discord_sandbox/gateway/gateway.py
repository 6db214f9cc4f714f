"""The gateway: one websocket, with sessions that survive a lost connection.

Source: Discord API documentation, "Gateway", "Gateway Events" and "Opcodes and Status Codes". Simulated: Hello,
heartbeats, Identify, Ready, Resume with replay, Invalid Session, zlib-stream, the close codes of `frames`. Of the
events only READY, RESUMED, GUILD_CREATE (with the intent) and INTERACTION_CREATE. Not simulated: shards beyond echoing
them, presences, voice.
"""

import secrets
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from discord_sandbox.gateway.frames import GOODBYES, Close, ClosedError, Op, frame_in
from discord_sandbox.gateway.greeting import guild_create, ready
from discord_sandbox.gateway.session import Connection, Session
from discord_sandbox.records.payload import Payload, object_in
from discord_sandbox.world.state import State

HEARTBEAT_SECONDS = 41.25
"""What a client is told to let pass between heartbeats."""

LARGEST_PAYLOAD = 4096
"""Bytes, at most, of what a client sends at once."""

GUILDS = 1 << 0
"""The intent to hear of servers."""

PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)
"""GUILD_MEMBERS, GUILD_PRESENCES, MESSAGE_CONTENT: granted on application only."""


class Gateway:
    """Accepts connections, keeps sessions, dispatches events."""

    def __init__(self, state: State, token: str) -> None:
        self._state = state
        self._token = token
        self._sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()
        self.url = ""
        self.identified = 0
        self.resumed = 0

    @property
    def connected(self) -> bool:
        """Whether at least one client would receive an event now."""
        return any(session.connected for session in self._sessions.values())

    async def dispatch(self, event: str, content: Payload) -> None:
        """Send an event to every session, as Discord does where several processes use one token."""
        for session in list(self._sessions.values()):
            await session.dispatch(event, content)

    async def send_raw(self, frame: str | bytes) -> None:
        """Send everyone a frame that need not be one, for tests of what a client makes of it."""
        for connection in list(self._connections):
            await connection.send_raw(frame)

    async def drop(self, code: int = Close.UNKNOWN_ERROR) -> None:
        """Hang up on everyone; sessions can be resumed."""
        for connection in list(self._connections):
            await connection.close(code)

    def forget_sessions(self) -> None:
        """Make every session impossible to resume, as hours of silence do."""
        self._sessions.clear()

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection to its end."""
        socket = web.WebSocketResponse(max_msg_size=LARGEST_PAYLOAD)
        await socket.prepare(request)
        connection = Connection(socket, compressed=request.query.get("compress") == "zlib-stream")
        self._connections.add(connection)
        session: Session | None = None
        try:
            await connection.send(Op.HELLO, {"heartbeat_interval": int(HEARTBEAT_SECONDS * 1000)})
            async for message in socket:
                session = await self._receive(connection, session, frame_in(message), request.query)
        except ClosedError as closed:
            await connection.close(closed.code)
        finally:
            self._connections.discard(connection)
            if session is not None and session.connection is connection:
                session.connection = None
                if not connection.hung_up and socket.close_code in GOODBYES:
                    self._sessions.pop(session.id, None)
            self._state.presence(connected=self.connected)
        return socket

    async def _receive(
        self, connection: Connection, session: Session | None, frame: Payload, query: Mapping[str, str]
    ) -> Session | None:
        content: Any = frame.get("d")
        match frame.get("op"):
            case Op.HEARTBEAT:
                await connection.send(Op.HEARTBEAT_ACK, None)
            case Op.IDENTIFY | Op.RESUME if session is not None:
                raise ClosedError(Close.ALREADY_AUTHENTICATED)
            case Op.IDENTIFY:
                return await self._identify(connection, object_in(content), query)
            case Op.RESUME:
                return await self._resume(connection, object_in(content))
            case _ if session is None:
                raise ClosedError(Close.NOT_AUTHENTICATED)
            case Op.PRESENCE_UPDATE:
                pass
            case _:
                raise ClosedError(Close.UNKNOWN_OPCODE)
        return session

    async def _identify(self, connection: Connection, content: Payload, query: Mapping[str, str]) -> Session:
        self._authenticate(content)
        intents: int = content.get("intents", 0)
        if intents & PRIVILEGED:
            raise ClosedError(Close.DISALLOWED_INTENTS)
        session = Session(secrets.token_hex(16), connection)
        self._sessions[session.id] = session
        await session.dispatch("READY", ready(self._state, session.id, self.url, content, query))
        for guild in self._state.population.guilds_of(self._state.bot) if intents & GUILDS else ():
            await session.dispatch("GUILD_CREATE", guild_create(self._state, guild))
        self.identified += 1
        self._state.presence(connected=self.connected)
        return session

    async def _resume(self, connection: Connection, content: Payload) -> Session | None:
        self._authenticate(content)
        session = self._sessions.get(str(content.get("session_id")))
        if session is None:
            await connection.send(Op.INVALID_SESSION, content=False)
            return None
        sequence: int = content.get("seq") or 0
        if sequence > len(session.events):
            raise ClosedError(Close.INVALID_SEQUENCE)
        session.connection = connection
        await session.replay(sequence)
        await session.dispatch("RESUMED", {})
        self.resumed += 1
        self._state.presence(connected=self.connected)
        return session

    def _authenticate(self, content: Payload) -> None:
        if not secrets.compare_digest(str(content.get("token")).encode(), self._token.encode()):
            raise ClosedError(Close.AUTHENTICATION_FAILED)
