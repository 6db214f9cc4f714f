"""The gateway: one websocket, with sessions that survive a lost connection.

Source: Discord API documentation, "Gateway", "Gateway Events" and "Opcodes and Status Codes". Simulated: Hello,
heartbeats, Identify, Ready, Resume with replay, Invalid Session, zlib-stream, the close codes below. Of the events
only READY, RESUMED, GUILD_CREATE (with the intent) and INTERACTION_CREATE. Not simulated: shards beyond echoing
them, presences, voice.
"""

import asyncio
import json
import secrets
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, cast

from aiohttp import WSMessage, WSMsgType, web

from discord_sandbox.records.payload import Payload, object_in
from discord_sandbox.records.people import FILE_SIZE_LIMIT, Guild
from discord_sandbox.world.state import State

HEARTBEAT_SECONDS = 41.25
LARGEST_PAYLOAD = 4096
GUILDS = 1 << 0
GOODBYES = (1000, 1001)
# GUILD_MEMBERS, GUILD_PRESENCES, MESSAGE_CONTENT: granted on application only.
PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)


class Op(IntEnum):
    """What a frame is."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    PRESENCE_UPDATE = 3
    RESUME = 6
    RECONNECT = 7
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


class Close(IntEnum):
    """Why the gateway hangs up."""

    GOING_AWAY = 1001
    UNKNOWN_ERROR = 4000
    UNKNOWN_OPCODE = 4001
    DECODE_ERROR = 4002
    NOT_AUTHENTICATED = 4003
    AUTHENTICATION_FAILED = 4004
    ALREADY_AUTHENTICATED = 4005
    INVALID_SEQUENCE = 4007
    DISALLOWED_INTENTS = 4014


class ClosedError(Exception):
    """The connection must end with this code."""

    def __init__(self, code: Close) -> None:
        super().__init__(code.name)
        self.code = code


class Connection:
    """One websocket, with its one compression context."""

    def __init__(self, socket: web.WebSocketResponse, *, compressed: bool) -> None:
        self._socket = socket
        self._deflate = zlib.compressobj() if compressed else None
        # Frames share the compression context, so they must leave in the order they were deflated.
        self._lock = asyncio.Lock()
        self.hung_up = False

    @property
    def open(self) -> bool:
        """Whether anything can still be sent."""
        return not self._socket.closed

    async def send(self, op: Op, content: object, sequence: int | None = None, event: str | None = None) -> None:
        """Sends one frame, unless the other side has gone; what it missed is replayed when it resumes."""
        frame = json.dumps({"op": int(op), "d": content, "s": sequence, "t": event}, ensure_ascii=False)
        async with self._lock:
            try:
                if self._deflate is None:
                    await self._socket.send_str(frame)
                else:
                    deflated = self._deflate.compress(frame.encode())
                    await self._socket.send_bytes(deflated + self._deflate.flush(zlib.Z_SYNC_FLUSH))
            except ConnectionError:
                return

    async def close(self, code: int) -> None:
        """Hangs up."""
        self.hung_up = True
        await self._socket.close(code=code)


@dataclass(eq=False)
class Session:
    """What a client may resume: all events sent since it identified, and the connection it has now."""

    id: str
    events: list[tuple[str, Payload]] = field(default_factory=list[tuple[str, Payload]])
    connection: Connection | None = None

    @property
    def connected(self) -> bool:
        """Whether somebody listens."""
        return self.connection is not None and self.connection.open

    async def dispatch(self, event: str, content: Payload) -> None:
        """Sends an event, or keeps it for a resume."""
        self.events.append((event, content))
        await self._send(len(self.events))

    async def replay(self, after: int) -> None:
        """Sends again all events after a sequence number."""
        for sequence in range(after + 1, len(self.events) + 1):
            await self._send(sequence)

    async def _send(self, sequence: int) -> None:
        if self.connection is not None:
            event, content = self.events[sequence - 1]
            await self.connection.send(Op.DISPATCH, content, sequence, event)


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
        """Sends an event to every session, as Discord does where several processes use one token."""
        for session in list(self._sessions.values()):
            await session.dispatch(event, content)

    async def drop(self, code: int = Close.UNKNOWN_ERROR) -> None:
        """Hangs up on everyone; sessions can be resumed."""
        for connection in list(self._connections):
            await connection.close(code)

    def forget_sessions(self) -> None:
        """Makes every session impossible to resume, as hours of silence do."""
        self._sessions.clear()

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serves one connection to its end."""
        socket = web.WebSocketResponse(max_msg_size=LARGEST_PAYLOAD)
        await socket.prepare(request)
        connection = Connection(socket, compressed=request.query.get("compress") == "zlib-stream")
        self._connections.add(connection)
        session: Session | None = None
        try:
            await connection.send(Op.HELLO, {"heartbeat_interval": int(HEARTBEAT_SECONDS * 1000)})
            async for message in socket:
                session = await self._receive(connection, session, _frame(message), request.query)
        except ClosedError as closed:
            await connection.close(closed.code)
        finally:
            self._connections.discard(connection)
            if session is not None and session.connection is connection:
                session.connection = None
                # A client that says goodbye with 1000 or 1001 gives its session up.
                if not connection.hung_up and socket.close_code in GOODBYES:
                    self._sessions.pop(session.id, None)
            self._state.presence(connected=self.connected)
        return socket

    async def _receive(
        self,
        connection: Connection,
        session: Session | None,
        frame: Payload,
        query: Mapping[str, str],
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
        session = Session(secrets.token_hex(16), connection=connection)
        self._sessions[session.id] = session
        bot = self._state.bot
        guilds = [guild for guild in self._state.population.guilds.values() if bot.id in guild.members]
        ready: Payload = {
            "v": int(query.get("v", "10")),
            "user": bot.payload(),
            "guilds": [{"id": guild.id, "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "session_type": "normal",
            "application": {"id": self._state.application_id, "flags": 0},
        }
        if "shard" in content:
            ready["shard"] = content["shard"]
        await session.dispatch("READY", ready)
        if intents & GUILDS:
            for guild in guilds:
                await session.dispatch("GUILD_CREATE", self._guild(guild))
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

    def _guild(self, guild: Guild) -> Payload:
        channels = [channel for channel in self._state.population.channels.values() if channel.guild is guild]
        bot = self._state.bot
        return {
            "id": guild.id,
            "name": guild.name,
            "owner_id": self._state.population.people["moderator"].id,
            "preferred_locale": guild.locale,
            "features": [],
            "roles": [role.payload(position) for position, role in enumerate(guild.roles.values())],
            "channels": [channel.payload() for channel in channels],
            "members": [{**guild.member_payload(bot), "user": bot.payload()}],
            "member_count": len(guild.members),
            "emojis": [],
            "stickers": [],
            "threads": [],
            "presences": [],
            "voice_states": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
            "unavailable": False,
            "large": False,
            "joined_at": "2025-01-01T00:00:00+00:00",
            "icon": None,
            "verification_level": 0,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "premium_tier": 0,
            "premium_progress_bar_enabled": False,
            "afk_timeout": 300,
            "afk_channel_id": None,
            "system_channel_id": None,
            "system_channel_flags": 0,
            "rules_channel_id": None,
            "public_updates_channel_id": None,
            "safety_alerts_channel_id": None,
            "max_upload_size": FILE_SIZE_LIMIT,
        }


def _frame(message: WSMessage) -> Payload:
    """The JSON object in a frame. Raises ClosedError."""
    try:
        frame: Any = json.loads(message.data) if message.type is WSMsgType.TEXT else None
    except ValueError:
        raise ClosedError(Close.DECODE_ERROR) from None
    if not isinstance(frame, dict):
        raise ClosedError(Close.DECODE_ERROR)
    return object_in(cast("object", frame))
