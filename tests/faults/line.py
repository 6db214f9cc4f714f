"""One connection of a client to the gateway, through the proxy."""

import asyncio
import json
import zlib
from collections import Counter

import aiohttp
from aiohttp import WSMsgType, web

from discord_sandbox.world.signal import Signal
from tests.faults.frames import Frame, FrameFault, Json
from tests.faults.plan import Plan

RESUMABLE = 4000
"""What the server is told where the client is cut off: its session can be taken up again."""


class Line:
    """Both ends of it.

    The server speaks plain text here, so that every frame can be read and changed; the client is given the compression
    that it asked for, made anew.
    """

    def __init__(
        self, request: web.Request, server: aiohttp.ClientWebSocketResponse, plan: Plan[FrameFault], there: str
    ) -> None:
        self.silent = False
        """Whether nothing passes any more, and nothing is answered, though the connection stays open."""
        self.held_back: list[Frame] = []
        """Frames that wait until another one has passed."""
        self.seen: Counter[str] = Counter()
        """How many frames have arrived, by name, from both sides."""
        self.from_client: list[Json] = []
        self.close_code: int | None = None
        """That which the client hung up with."""
        self.over = asyncio.Event()
        self._request = request
        self.client = web.WebSocketResponse(autoclose=False, timeout=1)
        self._server = server
        self._plan = plan
        self._there = there
        self._deflate = zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None

    async def serve(self, signal: Signal) -> web.WebSocketResponse:
        """Pass frames on until one side hangs up."""
        await self.client.prepare(self._request)
        sides = {
            asyncio.create_task(self._pump(self._server, signal, to_client=True)),
            asyncio.create_task(self._pump(self.client, signal, to_client=False)),
            asyncio.create_task(self.over.wait()),
        }
        try:
            done, _ = await asyncio.wait(sides, return_when=asyncio.FIRST_COMPLETED)
            for side in done:
                side.result()
        finally:
            self.over.set()
            for side in sides:
                side.cancel()
            await asyncio.wait(sides)
            signal.tell()
        return self.client

    async def close(self, code: int) -> None:
        """Hang up on the client as the server would."""
        await self.client.close(code=code)
        await self._server.close(code=RESUMABLE)
        self.over.set()

    async def cut(self) -> None:
        """Break the client's connection without a close frame."""
        if self._request.transport is not None:
            self._request.transport.abort()
        await self._server.close(code=RESUMABLE)
        self.over.set()

    async def pass_on(self, frame: Frame) -> None:
        """Let a frame go where it is going, and then whatever waited for it."""
        waited, self.held_back = (
            [one for one in self.held_back if one.to_client is frame.to_client],
            [one for one in self.held_back if one.to_client is not frame.to_client],
        )
        for one in (frame, *waited):
            if one.to_client:
                await self.say(one.content)
            else:
                await self._server.send_str(json.dumps(one.content))

    async def say(self, what: Json | str | bytes) -> None:
        """Send something to the client: JSON, text that need be none, or bytes past the compression."""
        if isinstance(what, dict):
            text = json.dumps(what).replace(self._there, self._request.host)
            what = text if self._deflate is None else self.compressed(text)
        await (self.client.send_str(what) if isinstance(what, str) else self.client.send_bytes(what))

    def compressed(self, text: str) -> bytes:
        """The next frame of the compressed stream, which the client must be sent then."""
        assert self._deflate is not None
        return self._deflate.compress(text.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)

    async def _pump(
        self, side: aiohttp.ClientWebSocketResponse | web.WebSocketResponse, signal: Signal, *, to_client: bool
    ) -> None:
        while True:
            message = await side.receive()
            if self.silent:
                await asyncio.Event().wait()
            if message.type is not WSMsgType.TEXT:
                await self._hung_up(message, to_client=to_client)
                return
            frame = Frame(to_client, json.loads(message.data))
            self.seen[frame.name] += 1
            if not to_client:
                self.from_client.append(frame.content)
            signal.tell()
            fault = self._plan.next(frame.name)
            await (self.pass_on(frame) if fault is None else fault(self, frame))

    async def _hung_up(self, message: aiohttp.WSMessage, *, to_client: bool) -> None:
        if to_client:
            await self.client.close(code=self._server.close_code or RESUMABLE)
            return
        code = message.data if message.type is WSMsgType.CLOSE else None
        self.close_code = code
        await self._server.close(code=code or RESUMABLE)
        await self.client.close(code=code or RESUMABLE)
