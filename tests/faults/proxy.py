"""A proxy between the bot and its server, in which goes wrong what a test asks for."""

import asyncio
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Self

import aiohttp
from aiohttp import web

from discord_sandbox.world.signal import Signal
from tests.faults.exchange import Exchange
from tests.faults.frames import FrameFault
from tests.faults.line import Line
from tests.faults.plan import Plan
from tests.faults.requests import RequestFault

_LARGEST = 30 * 2**20


class Proxy:
    """Listens on loopback in the place of a server, and passes on all that no fault is asked for.

    `server` is where that is, as `127.0.0.1:8700`. Wherever the server names its own address, such as that of its
    gateway or of a file, the client is told the proxy's.
    """

    def __init__(self, server: str) -> None:
        self.server = server
        self.requests: list[str] = []
        """Method and path of every request that arrived, whatever became of it; handshakes too."""
        self.lines: list[Line] = []
        """Every connection to the gateway that was let through, oldest first."""
        self._at_requests: Plan[RequestFault] = Plan()
        self._at_frames: Plan[FrameFault] = Plan()
        self._signal = Signal()
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None
        self.port = 0

    @property
    def api_url(self) -> str:
        """What a bot is told to speak to."""
        return f"http://127.0.0.1:{self.port}/api/v10"

    @property
    def answers(self) -> int:
        """How many first answers of interactions have arrived, whatever became of them."""
        return sum(request.endswith("/callback") for request in self.requests)

    @property
    def line(self) -> Line:
        """The newest connection to the gateway."""
        return self.lines[-1]

    @property
    def seen(self) -> Counter[str]:
        """How many frames have arrived on all connections, by name: `IDENTIFY`, `RESUME`, `READY`."""
        return sum((line.seen for line in self.lines), Counter[str]())

    def at_request(self, what: str, *faults: RequestFault, always: bool = False) -> None:
        """Have the next requests go wrong whose method and path contain a pattern, as `callback$` or `GET /gateway/`.

        One fault each, in this order; `always` has the last again and again. The handshake of the gateway is a request
        too: `GET /gateway/`; that for its address is `GET /api/v10/gateway`.
        """
        self._at_requests.add(what, faults, always=always)

    def at_frame(self, what: str, *faults: FrameFault, always: bool = False) -> None:
        """Have the next frames of a name go wrong, whoever sends them: `HELLO`, `IDENTIFY`, `READY`."""
        self._at_frames.add(rf"^(?:{what})$", faults, always=always)

    def calm(self) -> None:
        """Let nothing go wrong any more."""
        self._at_requests.clear()
        self._at_frames.clear()

    async def until(self, holds: Callable[[], bool], seconds: float = 20) -> None:
        """Wait until something about the proxy holds. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            await self._signal.until(holds)

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60))
        application = web.Application(client_max_size=_LARGEST)
        application.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        for line in self.lines:
            line.over.set()
        if self._runner is not None and self._session is not None:
            await self._runner.cleanup()
            await self._session.close()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        assert self._session is not None
        exchange = Exchange(request, await request.read(), self.server, self._session, self._connect)
        self.requests.append(exchange.name)
        self._signal.tell()
        fault = self._at_requests.next(exchange.name)
        return await (exchange.pass_on() if fault is None else fault(exchange))

    async def _connect(self, request: web.Request) -> web.StreamResponse:
        assert self._session is not None
        query = {name: value for name, value in request.query.items() if name != "compress"}
        address = f"ws://{self.server}{request.path}"
        async with self._session.ws_connect(address, params=query, autoclose=False, max_msg_size=0) as server:
            line = Line(request, server, self._at_frames, self.server)
            self.lines.append(line)
            self._signal.tell()
            with suppress(ConnectionError):  # whoever it was meant for has gone
                await line.serve(self._signal)
            return line.client
