"""What can go wrong with one HTTP request; handshakes of the gateway are requests too.

Each is given to `Proxy.at_request`. A fault decides what becomes of the request: whether it reaches the server, and
what comes back.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from tests.faults.exchange import Exchange

RequestFault = Callable[["Exchange"], Awaitable[web.StreamResponse]]


def refuse(
    status: int, code: int = 0, *, body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> RequestFault:
    """Answer with a status as Discord does, without asking the server.

    `code` is Discord's own, as 10062 or 40060. A `body` is sent in the place of Discord's JSON, as one that stands in
    front of Discord would.
    """
    said = json.dumps({"message": f"{status}: as the test asked", "code": code}).encode()
    return _answer(status, said if body is None else body, "application/json" if body is None else "text/html", headers)


def limit(seconds: float, *, everywhere: bool = False, by_discord: bool = True) -> RequestFault:
    """Answer that there were too many requests: for as long of this kind, or of the whole bot's.

    One that is not `by_discord` is of a host in front of it, which says so with a page and neither names a bucket.
    """
    headers = {"Retry-After": f"{seconds:g}"}
    if not by_discord:
        return _answer(HTTPStatus.TOO_MANY_REQUESTS, b"<html>Too many</html>", "text/html", headers)
    headers |= {"Via": "1.1 test", "X-RateLimit-Scope": "global" if everywhere else "user"}
    bucket = {"Limit": "5", "Remaining": "0", "Reset-After": f"{seconds:g}", "Bucket": "of-the-test"}
    headers |= (
        {"X-RateLimit-Global": "true"} if everywhere else {f"X-RateLimit-{name}": bucket[name] for name in bucket}
    )
    said = {"message": "You are being rate limited.", "retry_after": seconds, "global": everywhere}
    return _answer(HTTPStatus.TOO_MANY_REQUESTS, json.dumps(said).encode(), "application/json", headers)


LATE = (HTTPStatus.NOT_FOUND, 10062)
TWICE = (HTTPStatus.BAD_REQUEST, 40060)
"""What Discord says to an answer that came too late, and to a second one: `refuse(*LATE)`."""


def _answer(status: int, body: bytes, content_type: str, headers: Mapping[str, str] | None) -> RequestFault:
    async def fault(_: "Exchange") -> web.Response:
        return web.Response(status=status, body=body, headers=headers, content_type=content_type)

    return fault


async def drop(exchange: "Exchange") -> web.StreamResponse:
    """Break the connection; the server never hears of it."""
    return exchange.hang_up()


async def lose(exchange: "Exchange") -> web.StreamResponse:
    """Break the connection after the server has done what was asked."""
    await exchange.forward()
    return exchange.hang_up()


async def fail_late(exchange: "Exchange") -> web.StreamResponse:
    """Let the server take it, and say that it has failed."""
    await exchange.forward()
    return web.Response(status=502, body=b"<html>", content_type="text/html")


async def stall(_: "Exchange") -> web.StreamResponse:
    """Never answer."""
    await asyncio.Event().wait()
    raise AssertionError


def delay(seconds: float) -> RequestFault:
    """Let the request wait before the server hears of it."""

    async def fault(exchange: "Exchange") -> web.StreamResponse:
        await asyncio.sleep(seconds)
        return await exchange.pass_on()

    return fault


def hold(until: asyncio.Event) -> RequestFault:
    """Let the request wait for the test."""

    async def fault(exchange: "Exchange") -> web.StreamResponse:
        await until.wait()
        return await exchange.pass_on()

    return fault


def answer_late(seconds: float) -> RequestFault:
    """Let the answer wait; the server has heard at once."""

    async def fault(exchange: "Exchange") -> web.StreamResponse:
        answer = await exchange.forward()
        await asyncio.sleep(seconds)
        return answer

    return fault


def garble(body: bytes = b'{"id": ') -> RequestFault:
    """Put other bytes in the place of what the server answers, or none at all."""

    async def fault(exchange: "Exchange") -> web.StreamResponse:
        answer = await exchange.forward()
        answer.body = body
        return answer

    return fault


def trickle(seconds: float) -> RequestFault:
    """Send half of the answer, and the rest later."""

    async def fault(exchange: "Exchange") -> web.StreamResponse:
        return await exchange.in_halves(lambda: asyncio.sleep(seconds))

    return fault


async def tear(exchange: "Exchange") -> web.StreamResponse:
    """Send half of the answer and break the connection."""

    async def between() -> None:
        exchange.hang_up()

    return await exchange.in_halves(between)
