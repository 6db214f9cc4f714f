"""One HTTP request on its way through the proxy."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import aiohttp
from aiohttp import web

_OF_ONE_HOP = {"connection", "content-encoding", "content-length", "date", "host", "keep-alive", "transfer-encoding"}
"""Headers that each side makes for itself."""


@dataclass
class Exchange:
    """A request that has arrived whole, and the server that it is meant for."""

    request: web.Request
    body: bytes
    server: str
    """Host and port."""
    session: aiohttp.ClientSession
    upgrade: Callable[[web.Request], Awaitable[web.StreamResponse]]
    """Takes over where the request is a handshake."""

    @property
    def name(self) -> str:
        """Method and path, as `POST /api/v10/interactions/1/a-token/callback`."""
        return f"{self.request.method} {self.request.path}"

    async def pass_on(self) -> web.StreamResponse:
        """What the server answers; of a handshake, all that follows it."""
        if self.request.headers.get("Upgrade", "").lower() == "websocket":
            return await self.upgrade(self.request)
        return await self.forward()

    async def forward(self) -> web.Response:
        """What the server answers to a request, with the proxy's address in the place of its own."""
        here = self.request.host
        async with self.session.request(
            self.request.method,
            f"http://{self.server}{self.request.rel_url.raw_path_qs}",
            data=self.body or None,
            headers=_kept(self.request.headers),
            allow_redirects=False,
        ) as answer:
            body = await answer.read()
        if answer.content_type == "application/json":
            body = body.replace(self.server.encode(), here.encode())
        return web.Response(status=answer.status, body=body, headers=_kept(answer.headers))

    async def in_halves(self, between: Callable[[], Awaitable[None]]) -> web.StreamResponse:
        """Answer what the server answers in two parts, with something between them."""
        answer = await self.forward()
        body = answer.body
        assert isinstance(body, bytes)
        stream = web.StreamResponse(status=answer.status, headers=_kept(answer.headers))
        stream.content_length = len(body)
        await stream.prepare(self.request)
        await stream.write(body[: len(body) // 2])
        await between()
        if self.request.transport is not None:
            await stream.write(body[len(body) // 2 :])
            await stream.write_eof()
        return stream

    def hang_up(self) -> web.Response:
        """Break the connection, without a word."""
        if self.request.transport is not None:
            self.request.transport.abort()
        return web.Response()


def _kept(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name.lower() not in _OF_ONE_HOP}
