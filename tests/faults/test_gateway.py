"""Whatever becomes of its connection to the gateway, the next command is answered."""

import asyncio
import gc
import logging
import threading
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import partial

import discord
import pytest

from bot.chat.connection import client, session
from bot.chat.connection.endings import CLOSE_CODES, ending
from bot.chat.connection.gateway import Socket
from bot.chat.connection.patience import Pace
from discord_sandbox import Sandbox
from tests.faults import frames, requests
from tests.faults.frames import RECONNECT, FrameFault, Json, invalid
from tests.faults.proxy import Proxy
from tests.faults.requests import refuse
from tests.journeys.conftest import Running, Start, is_served

QUICK = 100
"""Milliseconds between heartbeats, for tests in which they matter."""


async def serves(bot: Running) -> None:
    while not bot.client.serving:  # noqa: ASYNC110 # it tells nobody
        await asyncio.sleep(0.01)


def beating() -> list[threading.Thread]:
    """The threads that send heartbeats."""
    return [thread for thread in threading.enumerate() if thread.name.startswith("keep-alive")]


async def resumes(proxy: Proxy, times: int) -> None:
    """Wait until sessions were taken up so often; none has been begun but the first."""
    await proxy.until(lambda: proxy.seen["RESUMED"] == times)
    assert proxy.seen["IDENTIFY"] == 1


async def begins_anew(proxy: Proxy, times: int = 2) -> None:
    await proxy.until(lambda: proxy.seen["READY"] == times)


async def test_after_every_close_code_that_passes_the_session_goes_on_at_once(
    proxy: Proxy, sandbox: Sandbox, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "Pace", partial(Pace, 0.01, 1000))  # pauses must not grow where members are served
    await start()
    codes = [1000, 1001, 1002, 1003, 1006, 1007, 1008, 1011, 1012, 1013, 1014, 2999, 3000, 4000, 4001, 4002, 4003]
    for times, code in enumerate([*codes, 4005, 4008, 4015, 4099, 4999], 1):
        await (proxy.line.cut() if code == 1006 else proxy.line.close(code))
        await resumes(proxy, times)
        assert await is_served(sandbox), code


@pytest.mark.usefixtures("bot")
async def test_after_a_code_that_ends_the_session_another_is_begun(proxy: Proxy, sandbox: Sandbox) -> None:
    for times, code in enumerate([4006, 4007, 4009], 2):
        await proxy.line.close(code)
        await begins_anew(proxy, times)
        assert await is_served(sandbox), code
    assert proxy.seen["RESUME"] == 0


@pytest.mark.parametrize("code", CLOSE_CODES)
async def test_a_code_that_is_for_good_ends_the_bot_with_its_sentence(proxy: Proxy, bot: Running, code: int) -> None:
    await proxy.line.close(code)
    with pytest.raises(discord.ConnectionClosed) as closed:
        await bot.task
    end = ending(closed.value, "Discord")
    assert (end.exit_code, str(end)) == CLOSE_CODES[code]
    assert len(proxy.lines) == 1


STORMS: list[tuple[str, FrameFault, int]] = [
    ("HELLO", frames.close(4000), 6),
    ("HELLO", frames.cut, 6),
    ("HELLO", frames.say("no JSON"), 6),
    ("IDENTIFY", frames.close(4000), 6),
    ("IDENTIFY", frames.cut, 6),
    ("IDENTIFY", frames.say(invalid(resumable=False)), 6),
    ("READY", frames.close(4009), 6),
    ("READY", frames.pass_and_close(4009), 6),
    ("READY", frames.pass_and_close(4000), 2),
    ("READY", frames.say(b"no zlib\x00\x00\xff\xff"), 6),
]


@pytest.mark.parametrize(("where", "fault", "connections"), STORMS)
async def test_a_server_that_hangs_up_again_and_again_is_served_when_it_stops(  # noqa: PLR0913, PLR0917 # where, how, how often
    proxy: Proxy, sandbox: Sandbox, start: Start, where: str, fault: FrameFault, connections: int
) -> None:
    proxy.at_frame(where, *[fault] * 5)
    bot = await start()
    await proxy.until(lambda: len(proxy.lines) == connections)
    await serves(bot)
    assert await is_served(sandbox)


@pytest.mark.usefixtures("bot")
async def test_a_session_outlives_connections_that_do_not_get_into_it(proxy: Proxy, sandbox: Sandbox) -> None:
    proxy.at_request("GET /gateway/", refuse(503), requests.drop, refuse(429), refuse(404))
    proxy.at_frame("HELLO", frames.cut, frames.close(4000))
    proxy.at_frame("RESUMED", frames.cut, frames.cut)
    await proxy.line.cut()
    await proxy.until(lambda: proxy.seen["RESUME"] == 3)
    assert await is_served(sandbox)
    assert proxy.seen["IDENTIFY"] == 1


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    "fault", [frames.cut, frames.close(4003), frames.say(invalid(resumable=False)), frames.close(4009)]
)
async def test_a_session_that_cannot_be_got_into_is_given_up(proxy: Proxy, sandbox: Sandbox, fault: FrameFault) -> None:
    proxy.at_frame("RESUME", fault, always=True)
    await proxy.line.cut()
    await begins_anew(proxy)
    assert await is_served(sandbox)
    assert proxy.seen["RESUME"] <= 3


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("says", [RECONNECT, invalid(resumable=True)])
async def test_a_server_that_asks_for_another_connection_gets_it(proxy: Proxy, sandbox: Sandbox, says: Json) -> None:
    await proxy.line.say(says)
    await resumes(proxy, 1)
    assert await is_served(sandbox)


@pytest.mark.usefixtures("bot")
async def test_a_server_that_asks_for_another_connection_and_goes_away_is_not_waited_for(
    proxy: Proxy, sandbox: Sandbox
) -> None:
    proxy.line.silent = True
    await proxy.line.say(RECONNECT)
    await resumes(proxy, 1)
    assert await is_served(sandbox)


@pytest.mark.usefixtures("bot")
async def test_an_invalid_session_is_begun_anew(proxy: Proxy, sandbox: Sandbox) -> None:
    await proxy.line.say(invalid(resumable=False))
    await begins_anew(proxy)
    assert await is_served(sandbox)
    assert proxy.seen["RESUME"] == 0
    assert proxy.lines[0].close_code == 1000


async def quick(proxy: Proxy, start: Start) -> Running:
    """A bot that is asked for a heartbeat every moment, and whose server answers them."""
    proxy.at_frame("HELLO", frames.replace(d={"heartbeat_interval": QUICK}), always=True)
    bot = await start()
    await proxy.until(lambda: proxy.seen["HEARTBEAT_ACK"] >= 3)
    assert len(proxy.lines) == 1
    return bot


@asynccontextmanager
async def chatter(proxy: Proxy) -> AsyncGenerator[None]:
    """Events that keep coming."""

    async def talk() -> None:
        while True:
            await proxy.lines[0].say({"op": 0, "t": "NO_SUCH_EVENT", "d": {}, "s": None})
            await asyncio.sleep(QUICK / 5000)

    talking = asyncio.create_task(talk())
    yield
    talking.cancel()
    await asyncio.wait({talking})


async def test_a_server_that_sends_events_and_answers_no_heartbeat_is_left(
    proxy: Proxy, sandbox: Sandbox, start: Start
) -> None:
    await quick(proxy, start)
    async with chatter(proxy):
        proxy.at_frame("HEARTBEAT_ACK", *[frames.swallow] * 4)
        await resumes(proxy, 1)
    assert await is_served(sandbox)


async def test_a_server_that_says_nothing_any_more_is_left(proxy: Proxy, sandbox: Sandbox, start: Start) -> None:
    bot = await quick(proxy, start)
    assert bot.client.serving
    proxy.line.silent = True
    await resumes(proxy, 1)
    assert await is_served(sandbox)


async def test_a_server_that_begins_no_session_is_left(
    proxy: Proxy, sandbox: Sandbox, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "HANDSHAKE", 0.1)
    proxy.at_request("GET /gateway/", requests.stall)
    proxy.at_frame("HELLO", frames.swallow)
    proxy.at_frame("IDENTIFY", frames.swallow)
    await start()
    assert await is_served(sandbox)
    assert [line.close_code for line in proxy.lines] == [4000, 4000, None]


async def test_heartbeats_that_are_answered_are_no_reason_to_leave(proxy: Proxy, start: Start) -> None:
    await quick(proxy, start)
    await proxy.until(lambda: proxy.seen["HEARTBEAT_ACK"] >= 10)
    assert len(proxy.lines) == 1


@pytest.mark.parametrize(
    "frame",
    [
        "no JSON",
        b"half a frame",
        b"no zlib\x00\x00\xff\xff",
        '{"op": 10, "d": {"heartbeat_interval": 0}}',
        '{"op": 10, "d": {"heartbeat_interval": 45000}}',
        '{"op": 0, "t": "READY", "s": 3, "d": null}',
    ],
)
@pytest.mark.usefixtures("bot")
async def test_what_no_server_should_send_keeps_nobody_waiting(
    proxy: Proxy, sandbox: Sandbox, frame: str | bytes
) -> None:
    assert await is_served(sandbox)
    await proxy.line.say(frame)
    assert await is_served(sandbox)


async def test_a_server_that_greets_twice_is_sent_the_heartbeats_of_one(
    proxy: Proxy, sandbox: Sandbox, start: Start
) -> None:
    proxy.at_frame("HELLO", frames.twice)
    await start()
    assert await is_served(sandbox)
    assert len(beating()) == 1


@pytest.mark.usefixtures("bot")
async def test_a_frame_in_two_pieces_is_one(proxy: Proxy, sandbox: Sandbox) -> None:
    proxy.at_frame("INTERACTION_CREATE", frames.in_halves)
    assert await is_served(sandbox)
    assert len(proxy.lines) == 1


@pytest.mark.usefixtures("bot")
async def test_a_gap_in_the_sequence_costs_a_session_at_most(proxy: Proxy, sandbox: Sandbox) -> None:
    proxy.at_frame("INTERACTION_CREATE", frames.replace(s=99))
    assert await is_served(sandbox)
    await proxy.line.cut()
    await begins_anew(proxy)
    assert await is_served(sandbox)


async def test_a_session_that_begins_twice_is_one(proxy: Proxy, sandbox: Sandbox, start: Start) -> None:
    proxy.at_frame("READY", frames.twice)
    await start()
    assert await is_served(sandbox)
    await proxy.line.cut()
    await resumes(proxy, 1)
    assert await is_served(sandbox)


async def test_nothing_piles_up_however_often_it_connects(proxy: Proxy, sandbox: Sandbox, bot: Running) -> None:
    tasks = len(asyncio.all_tasks())
    for times in range(1, 61):
        await (proxy.line.cut() if times % 2 else proxy.line.close(4000))
        await resumes(proxy, times)
    assert await is_served(sandbox)
    await bot.idle()
    gc.collect()
    assert sum(isinstance(one, Socket) for one in gc.get_objects()) <= 2
    assert len(beating()) <= 2
    assert len(asyncio.all_tasks()) <= tasks + 5


STATES: list[tuple[str, FrameFault | None]] = [
    ("", None),
    ("HELLO", frames.swallow),
    ("RESUME", frames.swallow),
    ("RESUME", frames.silence),
    ("IDENTIFY", frames.silence),
]


@pytest.mark.parametrize(("where", "fault"), STATES)
async def test_a_bot_that_is_connecting_again_stops_when_it_is_told_to(
    proxy: Proxy, bot: Running, where: str, fault: FrameFault | None
) -> None:
    if fault is None:
        proxy.at_request("GET /gateway/", requests.stall)
    else:
        proxy.at_frame(where, fault)
    asked = len(proxy.requests)
    await (proxy.line.close(4009) if where == "IDENTIFY" else proxy.line.cut())
    await proxy.until(lambda: len(proxy.requests) > asked and (not where or proxy.line.seen[where] > 0))
    async with asyncio.timeout(8):
        await bot.stop()
    assert bot.client.is_closed()


async def test_a_bot_that_waits_before_it_connects_again_stops_when_it_is_told_to(
    proxy: Proxy, bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    proxy.at_request("GET /gateway/", requests.limit(3000, by_discord=False))
    await proxy.line.cut()
    while "trying again in 3000.0 s" not in caplog.text:  # noqa: ASYNC110 # a log tells nobody of a new line
        await asyncio.sleep(0.01)
    async with asyncio.timeout(8):
        await bot.stop()
    assert bot.client.is_closed()
