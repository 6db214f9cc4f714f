"""One session over many connections: a real client, against a server that does everything wrong."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import suppress

import aiohttp
import discord
import pytest
import yarl

from bot.chat.connection import session
from bot.chat.connection.allowance import Allowance
from bot.chat.connection.gateway import GOODBYE, Socket
from bot.chat.connection.internals import talk_to
from bot.chat.connection.patience import Pace
from bot.chat.connection.session import stay_connected
from tests.chat.connection.conftest import Client, until
from tests.chat.connection.scripted_server import (
    TOKEN,
    Act,
    Json,
    Line,
    ScriptedServer,
    close,
    greet,
    refuse,
    say_nothing,
    serve,
    serve_and_close,
)

Connect = Callable[..., Awaitable[tuple[ScriptedServer, asyncio.Task[None]]]]


@pytest.fixture
async def connect() -> AsyncGenerator[Connect]:
    """Connects a client to a server with this script; gives the server, and the task that stays connected."""
    begun: list[tuple[ScriptedServer, Client, asyncio.Task[None]]] = []

    async def connect(*script: Act) -> tuple[ScriptedServer, asyncio.Task[None]]:
        server = await ScriptedServer(*script).__aenter__()
        talk_to(server.api, yarl.URL(server.gateway))
        client = Client(intents=discord.Intents.none())
        await client.login(TOKEN)
        task = asyncio.create_task(stay_connected(client, Pace(0.01, 0.02), Allowance()))
        begun.append((server, client, task))
        waiting = asyncio.create_task(server.serving.wait())
        await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        return server, task

    yield connect
    for server, client, task in begun:
        task.cancel()
        with suppress(asyncio.CancelledError, discord.ConnectionClosed, aiohttp.ClientError):
            await task
        if isinstance(client.ws, Socket):
            await client.ws.close(GOODBYE)
        await client.close()
        await server.__aexit__()


@pytest.mark.parametrize("status", [500, 502, 503, 520, 429, 408])
async def test_a_first_handshake_refused_for_now_is_tried_again(connect: Connect, status: int) -> None:
    server, task = await connect(refuse(status), refuse(status), serve())
    assert not task.done()
    assert server.connections == 3
    assert server.asked == ["identify"]


async def test_a_first_handshake_that_is_never_answered_is_tried_again(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "HANDSHAKE", 0.3)
    server, task = await connect(say_nothing, serve())
    assert not task.done()
    assert server.connections == 2


async def test_a_handshake_refused_for_good_ends_it(connect: Connect) -> None:
    _, task = await connect(refuse(403))
    with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
        await task


@pytest.mark.parametrize("code", [4004, 4010, 4011, 4012, 4013, 4014])
async def test_a_close_code_that_is_for_good_ends_it_at_once(connect: Connect, code: int) -> None:
    server, task = await connect(close(code))
    with pytest.raises(discord.ConnectionClosed) as closed:
        await task
    assert closed.value.code == code
    assert server.connections == 1


@pytest.mark.parametrize("code", [1000, 1001, 1011, 4000, 4001, 4002, 4003, 4005, 4008])
async def test_after_other_close_codes_the_session_is_taken_up_again(connect: Connect, code: int) -> None:
    server, task = await connect(serve_and_close(code), serve())
    assert not task.done()
    assert server.asked == ["identify", "resume"]


@pytest.mark.parametrize("code", [4007, 4009])
async def test_after_a_session_that_cannot_be_taken_up_another_is_begun(connect: Connect, code: int) -> None:
    server, _ = await connect(serve_and_close(code), serve())
    assert server.asked == ["identify", "identify"]


async def test_a_session_that_is_refused_again_and_again_is_given_up(connect: Connect) -> None:
    server, _ = await connect(serve_and_close(4000), close(4006), serve())
    assert server.asked == ["identify", "resume", "identify"]


async def test_a_server_that_is_gone_for_a_while_is_found_again(connect: Connect) -> None:
    server, _ = await connect(serve_and_close(4000), refuse(503), refuse(503), serve())
    assert server.asked == ["identify", "resume"]


INTERVALS: list[object] = [None, "x", [], 0, -1, True]
HELLOS: list[object] = [None, {}, [], "x", *({"heartbeat_interval": odd} for odd in INTERVALS)]


@pytest.mark.parametrize("hello", HELLOS)
async def test_a_greeting_that_cannot_be_read_is_left_for_a_new_connection(connect: Connect, hello: object) -> None:
    server, task = await connect(greet(hello), serve())
    assert not task.done()
    assert server.connections == 2


READIES: list[Json] = [
    {"session_id": None, "user": None},
    {"resume_gateway_url": None},
    {"user": {}},
    {"user": "x"},
    {"guilds": None},
    {"guilds": [{}]},
]


@pytest.mark.parametrize("odd", READIES)
async def test_a_ready_that_cannot_be_read_is_left_for_a_new_connection(
    connect: Connect, odd: dict[str, object]
) -> None:
    server, task = await connect(serve(**odd), serve())
    await asyncio.wait_for(until(lambda: server.asked == ["identify", "identify"]), 20)
    assert not task.done()


async def test_another_ready_that_cannot_be_read_is_left_for_a_new_connection_too(connect: Connect) -> None:
    async def begin_twice(line: Line) -> None:
        await line.open()
        await line.ready()
        again: Json = {"guilds": [], "session_id": "t", "resume_gateway_url": line.server.gateway}
        await line.send({"op": 0, "t": "READY", "s": 2, "d": again})
        await line.stay()

    server, task = await connect(begin_twice, serve())
    await asyncio.wait_for(until(lambda: server.asked == ["identify", "identify"]), 20)
    assert not task.done()


async def test_an_address_to_resume_at_that_leads_nowhere_is_left_for_the_usual_one(connect: Connect) -> None:
    async def misled(line: Line) -> None:
        await line.open()
        await line.ready(lasting=False, resume_gateway_url="ws://127.0.0.1:9/")
        await line.socket.close(code=4000)

    server, _ = await connect(misled, serve())
    assert server.asked == ["identify", "resume"]


async def test_a_session_that_the_server_invalidates_is_begun_anew(connect: Connect) -> None:
    async def invalidate(line: Line) -> None:
        await line.open()
        await line.receive(6)
        await line.send({"op": 9, "d": False})
        await line.stay()

    server, _ = await connect(serve_and_close(4000), invalidate, serve())
    await asyncio.wait_for(until(lambda: server.asked == ["identify", "identify"]), 20)
