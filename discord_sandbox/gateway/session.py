"""Connections, and the sessions that survive them."""

import asyncio
import json
import zlib
from dataclasses import dataclass, field

from aiohttp import web

from discord_sandbox.gateway.frames import Op
from discord_sandbox.records.payload import Payload


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
        """Send one frame, unless the other side has gone; what it missed is replayed when it resumes."""
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

    async def send_raw(self, frame: str | bytes) -> None:
        """Send a frame as it is, past the compression."""
        async with self._lock:
            await (self._socket.send_str(frame) if isinstance(frame, str) else self._socket.send_bytes(frame))

    async def close(self, code: int) -> None:
        """Hang up."""
        self.hung_up = True
        await self._socket.close(code=code)


@dataclass(eq=False)
class Session:
    """What a client may resume: all events sent since it identified, and the connection it has now."""

    id: str
    connection: Connection | None
    events: list[tuple[str, Payload]] = field(default_factory=list[tuple[str, Payload]])

    @property
    def connected(self) -> bool:
        """Whether somebody listens."""
        return self.connection is not None and self.connection.open

    async def dispatch(self, event: str, content: Payload) -> None:
        """Send an event, or keep it for a resume."""
        self.events.append((event, content))
        await self._send(len(self.events))

    async def replay(self, after: int) -> None:
        """Send again all events after a sequence number."""
        for sequence in range(after + 1, len(self.events) + 1):
            await self._send(sequence)

    async def _send(self, sequence: int) -> None:
        if self.connection is not None:
            event, content = self.events[sequence - 1]
            await self.connection.send(Op.DISPATCH, content, sequence, event)
