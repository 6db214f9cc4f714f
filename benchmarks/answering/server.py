"""A Discord that is as quick as can be: it takes everything, checks nothing, and tells when an answer has arrived."""

import asyncio
import json
import zlib
from collections.abc import Mapping
from functools import partial
from time import perf_counter
from typing import Any, Self

from aiohttp import WSMsgType, web

APPLICATION = "900000000000000001"
TOKEN = "OTAwMDAwMDAwMDAwMDAwMDAx.benchmark.token"  # noqa: S105 - it opens nothing

_USER = {"id": APPLICATION, "username": "bot", "discriminator": "0", "avatar": None, "bot": True}
_APPLICATION = {
    "id": APPLICATION,
    "name": "bot",
    "description": "",
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "",
    "owner": _USER,
}


class Server:
    """One server for one bot. Used as `async with`."""

    def __init__(self, *, guilds: int = 1) -> None:
        self.port = 0
        self.ready = asyncio.Event()
        """Set when the bot has been told that it is connected."""
        self._guilds = guilds
        self._waiting: dict[str, tuple[float, asyncio.Future[float]]] = {}
        self._socket: web.WebSocketResponse | None = None
        self._deflate = zlib.compressobj()
        self._sequence = 0
        self._messages = 0
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=2**25)
        api = "/api/v10"
        app.router.add_post(f"{api}/interactions/{{id}}/{{token}}/callback", self._callback)
        app.router.add_get("/gateway", self._gateway)
        app.router.add_get(f"{api}/gateway", self._where)
        app.router.add_get(f"{api}/users/@me", partial(_told, _USER))
        app.router.add_get(f"{api}/oauth2/applications/@me", partial(_told, _APPLICATION))
        app.router.add_put(f"{api}/applications/{{application}}/commands", self._commands)
        app.router.add_get(f"{api}/applications/{{application}}/commands", partial(_told, []))
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = int(self._runner.addresses[0][1])
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._socket is not None:
            await self._socket.close()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def api_url(self) -> str:
        """The address of the API."""
        return f"http://127.0.0.1:{self.port}/api/v10"

    @property
    def gateway_url(self) -> str:
        """The address of the gateway."""
        return f"ws://127.0.0.1:{self.port}/gateway"

    async def ask(self, interaction: Mapping[str, Any]) -> float:
        """Send an interaction; the seconds from just before until its answer has arrived whole."""
        answered = asyncio.get_running_loop().create_future()
        text = self._frame("INTERACTION_CREATE", interaction)
        self._waiting[interaction["token"]] = (perf_counter(), answered)
        await self._send(text)
        return await answered

    async def _callback(self, request: web.Request) -> web.Response:
        await request.read()
        waiting = self._waiting.pop(request.match_info["token"], None)
        if waiting is not None:
            begun, answered = waiting
            seconds = perf_counter() - begun
            if not answered.done():
                answered.set_result(seconds)
        if "with_response" not in request.query:
            return web.Response(status=204)
        self._messages += 1
        number = str(910_000_000_000_000_000 + self._messages)
        message: dict[str, Any] = {
            "id": number,
            "type": 0,
            "flags": 64,
            "channel_id": "1",
            "content": "",
            "components": [],
        }
        interaction: dict[str, Any] = {"id": request.match_info["id"], "type": 2, "response_message_id": number}
        return _json({"interaction": interaction, "resource": {"type": 4, "message": message}})

    async def _where(self, _: web.Request) -> web.Response:
        return _json({"url": self.gateway_url})

    async def _commands(self, request: web.Request) -> web.Response:
        own = {"application_id": APPLICATION, "version": "1", "description": "", "default_member_permissions": None}
        return _json([{"id": str(800 + n), **own, **one} for n, one in enumerate(await request.json())])

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(compress=False, max_msg_size=0)
        await socket.prepare(request)
        self._socket, self._deflate, self._sequence = socket, zlib.compressobj(), 0
        await self._send(json.dumps({"op": 10, "s": None, "t": None, "d": {"heartbeat_interval": 41_250}}))
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            match json.loads(message.data)["op"]:
                case 1:
                    await self._send(json.dumps({"op": 11, "s": None, "t": None, "d": None}))
                case 2 | 6:
                    await self._begin()
                case _:
                    pass
        return socket

    async def _begin(self) -> None:
        guilds = [{"id": str(700_000_000_000_000_000 + number), "unavailable": True} for number in range(self._guilds)]
        ready = {
            "v": 10,
            "user": _USER,
            "guilds": guilds,
            "session_id": "benchmark",
            "resume_gateway_url": self.gateway_url,
            "application": {"id": APPLICATION, "flags": 0},
        }
        await self._send(self._frame("READY", ready))
        self.ready.set()

    def _frame(self, event: str, content: Mapping[str, Any]) -> str:
        self._sequence += 1
        return json.dumps({"t": event, "s": self._sequence, "op": 0, "d": content})

    async def _send(self, text: str) -> None:
        if self._socket is None:
            raise RuntimeError("No bot is connected.")
        deflated = self._deflate.compress(text.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
        await self._socket.send_bytes(deflated)


async def _told(content: object, _: web.Request) -> web.Response:
    return _json(content)


def _json(content: object) -> web.Response:
    return web.Response(body=json.dumps(content).encode(), headers={"Content-Type": "application/json"})
