"""The proxy does what tests rely on: it changes nothing unasked, and each fault is the one that was asked for."""

import asyncio
import json
import zlib
from collections.abc import AsyncGenerator
from typing import Any

import aiohttp
import pytest

from discord_sandbox import Sandbox
from tests.faults import frames, requests
from tests.faults.frames import RECONNECT, FrameFault
from tests.faults.proxy import Proxy
from tests.faults.requests import LATE, RequestFault, refuse
from tests.journeys.conftest import Running


class Listener:
    """A client that reads the compressed stream, and knows nothing of Discord."""

    def __init__(self, session: aiohttp.ClientSession, socket: aiohttp.ClientWebSocketResponse, token: str) -> None:
        self.session = session
        self.socket = socket
        self.token = token
        self._inflate = zlib.decompressobj()

    async def hear(self) -> Any:  # noqa: ANN401 # JSON
        """The next frame; its name, of one that has no content worth a look."""
        heard = b""
        while not heard.endswith(b"\x00\x00\xff\xff"):
            heard += await self.socket.receive_bytes(timeout=5)
        return json.loads(self._inflate.decompress(heard))

    async def say(self, op: int, content: object) -> None:
        await self.socket.send_str(json.dumps({"op": op, "d": content}))

    async def identify(self) -> None:
        await self.say(2, {"token": self.token, "intents": 0})


@pytest.fixture
async def listener(sandbox: Sandbox, proxy: Proxy) -> AsyncGenerator[Listener]:
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{proxy.api_url}/gateway") as reply:
            address: str = (await reply.json())["url"]
        async with session.ws_connect(f"{address}?compress=zlib-stream", autoclose=False) as socket:
            yield Listener(session, socket, sandbox.token)


async def test_what_passes_is_the_same_but_for_the_address(proxy: Proxy, sandbox: Sandbox, listener: Listener) -> None:
    assert (await listener.hear())["op"] == 10
    await listener.identify()
    ready = (await listener.hear())["d"]
    assert ready["resume_gateway_url"] == sandbox.gateway.url.replace(str(sandbox.port), str(proxy.port))
    assert proxy.seen == {"HELLO": 1, "IDENTIFY": 1, "READY": 1}
    assert proxy.requests == ["GET /api/v10/gateway", "GET /gateway/"]
    await listener.socket.close(code=4321)
    await proxy.until(proxy.line.over.is_set)
    assert proxy.line.close_code == 4321


@pytest.mark.parametrize(
    ("fault", "heard"),
    [
        (frames.swallow, ["HEARTBEAT_ACK"]),
        (frames.twice, ["READY", "READY", "HEARTBEAT_ACK"]),
        (frames.behind_the_next, ["HEARTBEAT_ACK", "READY"]),
        (frames.in_halves, ["READY", "HEARTBEAT_ACK"]),
        (frames.replace(t="OTHER"), ["OTHER", "HEARTBEAT_ACK"]),
        (frames.say(RECONNECT, frames.invalid(resumable=True)), ["RECONNECT", "INVALID_SESSION", "HEARTBEAT_ACK"]),
    ],
)
async def test_a_frame_meets_the_fault_that_was_asked_for(
    proxy: Proxy, listener: Listener, fault: FrameFault, heard: list[str]
) -> None:
    proxy.at_frame("READY", fault)
    await listener.hear()
    await listener.identify()
    await listener.say(1, None)
    assert [frames.Frame(True, await listener.hear()).name for _ in heard] == heard


@pytest.mark.parametrize(
    ("fault", "code"), [(frames.close(4009), 4009), (frames.close(1000), 1000), (frames.cut, 1006)]
)
async def test_a_connection_ends_as_was_asked_for(
    proxy: Proxy, sandbox: Sandbox, listener: Listener, fault: FrameFault, code: int
) -> None:
    proxy.at_frame("IDENTIFY", fault)
    await listener.hear()
    await listener.identify()
    await listener.socket.receive()
    await listener.socket.close()
    assert listener.socket.close_code == code
    assert sandbox.gateway.identified == 0


async def test_a_silent_connection_stays_open_and_says_nothing(
    proxy: Proxy, sandbox: Sandbox, listener: Listener
) -> None:
    proxy.at_frame("IDENTIFY", frames.silence)
    await listener.hear()
    await listener.identify()
    await listener.say(1, None)
    with pytest.raises(TimeoutError):
        await listener.socket.receive(timeout=0.1)
    assert not listener.socket.closed
    assert sandbox.gateway.identified == 0


async def answer(proxy: Proxy, *faults: RequestFault) -> tuple[int, bytes, str | None]:
    """What comes of a request that meets these."""
    proxy.at_request("/gateway$", *faults)
    async with aiohttp.ClientSession() as session, session.get(f"{proxy.api_url}/gateway") as reply:
        return reply.status, await reply.read(), reply.headers.get("Retry-After")


async def test_a_request_meets_the_fault_that_was_asked_for(proxy: Proxy) -> None:
    status, body, wish = await answer(proxy, requests.limit(0.5, everywhere=True))
    assert (status, wish, json.loads(body)["global"]) == (429, "0.5", True)
    status, body, wish = await answer(proxy, refuse(*LATE))
    assert (status, wish, json.loads(body)["code"]) == (404, None, 10062)
    assert await answer(proxy, refuse(503, body=b"<html>")) == (503, b"<html>", None)
    assert await answer(proxy, requests.garble(b"")) == (200, b"", None)
    whole = await answer(proxy)
    assert whole == await answer(proxy, requests.trickle(0.01)) == await answer(proxy, requests.answer_late(0.01))
    with pytest.raises(aiohttp.ClientPayloadError):
        await answer(proxy, requests.tear)


async def test_a_request_is_dropped_before_the_server_hears_of_it_or_after(
    proxy: Proxy, sandbox: Sandbox, bot: Running
) -> None:
    member = sandbox.actor()
    proxy.at_request(r"callback$", requests.drop, requests.drop)
    unheard = await member.start_command("topics", {})
    await proxy.until(lambda: proxy.requests[-1].endswith("callback"))
    assert unheard.answer is None
    proxy.calm()
    proxy.at_request(r"callback$", requests.lose, always=True)
    assert (await member.command("topics")).text()
    proxy.calm()
    await bot.idle()


async def test_a_request_waits_for_the_test(proxy: Proxy) -> None:
    go_on = asyncio.Event()
    waiting = asyncio.create_task(answer(proxy, requests.hold(go_on)))
    await proxy.until(lambda: bool(proxy.requests))
    assert not waiting.done()
    go_on.set()
    status, _, _ = await waiting
    assert status == 200


async def test_a_bot_answers_through_the_proxy(proxy: Proxy, sandbox: Sandbox, bot: Running) -> None:
    assert (await sandbox.actor().command("brief", topic="numbers")).text()
    assert proxy.seen["IDENTIFY"] == 1
    assert proxy.answers == 1
    await bot.stop()
    assert proxy.line.close_code == 1000
