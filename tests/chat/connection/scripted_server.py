"""A Discord-compatible server whose every answer is scripted: what a client may meet that no sandbox would do.

The acts of its script are played one a connection to the gateway; the last is played again and again.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Self

from aiohttp import web

Json = dict[str, Any]
Act = Callable[["Line"], Awaitable[None]]

TOKEN = "a-token"  # noqa: S105 # it opens nothing but this server

USER: Json = {"id": "1", "username": "verbatim", "discriminator": "0", "avatar": None, "bot": True}
APPLICATION: Json = {
    "id": "1",
    "name": "verbatim",
    "description": "",
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "owner": USER,
    "verify_key": "",
}


class Line:
    """One connection to the gateway, as the server sees it."""

    def __init__(self, server: "ScriptedServer", request: web.Request) -> None:
        self.server = server
        self.request = request
        self.socket = web.WebSocketResponse(autoclose=False)

    async def open(self, hello: object = ...) -> None:
        await self.socket.prepare(self.request)
        await self.send(
            {"op": 10, "d": {"heartbeat_interval": 40_000} if hello is ... else hello, "s": None, "t": None}
        )

    async def send(self, frame: object) -> None:
        await self.socket.send_str(json.dumps(frame))

    async def receive(self, *ops: int, acknowledged: bool = True) -> Json:
        """The next frame from the client with one of these codes; heartbeats are answered meanwhile."""
        while True:
            frame: Json = json.loads(await self.socket.receive_str())
            if frame["op"] == 1 and acknowledged:
                await self.send({"op": 11, "d": None})
            if frame["op"] in ops:
                return frame

    async def ready(self, *, lasting: bool = True, acknowledged: bool = True, **more: object) -> None:
        """Begin, or take up, the session that is asked for."""
        asked = await self.receive(2, 6, acknowledged=acknowledged)
        self.server.asked.append("identify" if asked["op"] == 2 else "resume")
        if asked["op"] == 6:
            await self.send({"op": 0, "t": "RESUMED", "d": {}, "s": 2})
            self.server.serving.set()
            return
        ready: Json = {"user": USER, "guilds": [], "session_id": "s", "resume_gateway_url": self.server.gateway, **more}
        await self.send({"op": 0, "t": "READY", "s": 1, "d": ready})
        if lasting:
            self.server.serving.set()

    async def stay(self) -> None:
        """Answer heartbeats until the client hangs up."""
        try:
            await self.receive()
        except TypeError:  # the frame that closes it is no text
            await self.socket.close()


class ScriptedServer:
    """Listens on loopback. `troubles` has the statuses with which requests to a path are refused, first ones first."""

    def __init__(self, *script: Act, troubles: dict[str, list[int]] | None = None) -> None:
        self.script = list(script)
        self.troubles = troubles or {}
        self.asked: list[str] = []
        """`identify` or `resume`, for each session that was asked for."""
        self.connections = 0
        self.registered: Sequence[Json] = ()
        self.says_registered: object = None
        """What is said to whoever registers commands, in the place of these."""
        self.serving = asyncio.Event()
        self.refused = asyncio.Event()
        self.commands_there = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self._port = 0

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self._port}/api/v10"

    @property
    def gateway(self) -> str:
        return f"ws://127.0.0.1:{self._port}/gateway"

    async def __aenter__(self) -> Self:
        application = web.Application(middlewares=[self._trouble])
        application.router.add_get("/gateway", self._connect)
        application.router.add_get("/api/v10/gateway", self._answers(lambda: {"url": self.gateway}))
        application.router.add_get("/api/v10/users/@me", self._answers(lambda: USER))
        application.router.add_get("/api/v10/oauth2/applications/@me", self._answers(lambda: APPLICATION))
        application.router.add_get("/api/v10/applications/1/commands", self._answers(lambda: self.registered))
        application.router.add_put("/api/v10/applications/1/commands", self._register)
        self._runner = web.AppRunner(application, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    @web.middleware
    async def _trouble(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        left = self.troubles.get(request.path.removeprefix("/api/v10"), [])
        if not left:
            return await handler(request)
        status = left[0] if len(left) == 1 and left[0] < 0 else left.pop(0)
        self.refused.set()
        return web.Response(status=abs(status), text="<html>no Discord at all</html>", content_type="text/html")

    def _answers(self, content: Callable[[], object]) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def answer(_: web.Request) -> web.Response:
            # Without a charset: discord.py compares the type as a whole.
            return web.Response(body=json.dumps(content()).encode(), content_type="application/json")

        return answer

    async def _register(self, request: web.Request) -> web.Response:
        wanted: list[Json] = await request.json()
        more = {"application_id": "1", "version": "1", "default_member_permissions": None}
        self.registered = [{"id": str(at), "type": 1, **more, **command} for at, command in enumerate(wanted, 100)]
        self.commands_there.set()
        said = self.registered if self.says_registered is None else self.says_registered
        return web.Response(body=json.dumps(said).encode(), content_type="application/json")

    async def _connect(self, request: web.Request) -> web.StreamResponse:
        act = self.script[min(self.connections, len(self.script) - 1)]
        self.connections += 1
        line = Line(self, request)
        try:
            await act(line)
        except RefusedHandshakeError as refused:
            self.refused.set()
            return web.Response(status=refused.status, headers=refused.headers)
        return line.socket


class RefusedHandshakeError(Exception):
    def __init__(self, status: int, headers: dict[str, str]) -> None:
        self.status = status
        self.headers = headers


def refuse(status: int, **headers: str) -> Act:
    """Answer the handshake with a status."""

    async def act(_: Line) -> None:
        raise RefusedHandshakeError(status, {name.replace("_", "-"): value for name, value in headers.items()})

    return act


async def say_nothing(_: Line) -> None:
    """Never answer the handshake."""
    await asyncio.Event().wait()


def greet(hello: object) -> Act:
    """Open with this HELLO and wait."""

    async def act(line: Line) -> None:
        await line.open(hello)
        await line.stay()

    return act


def close(code: int) -> Act:
    """Hang up where a session is asked for."""

    async def act(line: Line) -> None:
        await line.open()
        line.server.asked.append("identify" if (await line.receive(2, 6))["op"] == 2 else "resume")
        await line.socket.close(code=code)

    return act


def serve_and_close(code: int) -> Act:
    """Begin a session and hang up at once."""

    async def act(line: Line) -> None:
        await line.open()
        await line.ready(lasting=False)
        await line.socket.close(code=code)

    return act


def serve(**ready: Any) -> Act:  # noqa: ANN401 # JSON
    """Begin a session, with these parts of READY, and go on."""

    async def act(line: Line) -> None:
        await line.open()
        await line.ready(**ready)
        await line.stay()

    return act
