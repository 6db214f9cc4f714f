import asyncio
import logging

import aiohttp
import discord
import pytest
import yarl
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.connection.internals import talk_to
from bot.chat.connection.patience import FIRST, LONGEST, LONGEST_WISH, Pace, passes, patiently, told, wished_pause
from tests.chat.connection.conftest import Client
from tests.chat.connection.scripted_server import TOKEN, ScriptedServer, serve


async def refusal(client: Client, status: int) -> Exception:
    """What discord.py raises where the server refuses a login so."""
    async with ScriptedServer(serve(), troubles={"/users/@me": [status]}) as server:
        talk_to(server.api, yarl.URL(server.gateway))
        with pytest.raises(discord.DiscordException) as caught:
            await client.login(TOKEN)
    return caught.value


@pytest.mark.parametrize(
    ("status", "pass_by"),
    [(503, True), (520, True), (521, True), (429, True), (408, True), (400, False), (401, False), (403, False)],
)
async def test_whether_a_fault_passes_is_told_by_its_status(client: Client, status: int, pass_by: bool) -> None:
    error = await refusal(client, status)
    assert passes(error) is pass_by


async def test_what_a_server_wrote_is_not_told(client: Client) -> None:
    assert told(await refusal(client, 503)) == "status 503"


@pytest.mark.parametrize(
    "error", [aiohttp.ServerDisconnectedError(), ConnectionResetError(), TimeoutError(), discord.GatewayNotFound()]
)
def test_faults_of_the_network_pass(error: Exception) -> None:
    assert passes(error)
    assert told(error)


@pytest.mark.parametrize("error", [KeyError(), ValueError(), asyncio.CancelledError(), KeyboardInterrupt()])
def test_faults_of_the_program_do_not_pass(error: BaseException) -> None:
    assert not passes(error)


async def test_what_passes_is_tried_until_it_succeeds(caplog: pytest.LogCaptureFixture) -> None:
    left = [ConnectionResetError(), TimeoutError()]

    async def attempt() -> str:
        if left:
            raise left.pop()
        return "done"

    assert await patiently(attempt, "Something", Pace(0, 0)) == "done"
    lines = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert len(lines) == 2
    assert all(line.startswith("Something did not succeed (") for line in lines)


async def test_what_does_not_pass_is_raised_at_once() -> None:
    async def attempt() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        await patiently(attempt, "Something", Pace(3600, 3600))


async def test_whoever_waits_can_be_told_to_stop() -> None:
    async def attempt() -> None:
        raise TimeoutError

    waiting = asyncio.create_task(patiently(attempt, "Something", Pace(1e6, 1e6)))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait({waiting})
    assert waiting.cancelled()


@given(st.lists(st.sampled_from(["pause", "hold"]), max_size=40), st.floats(0, 100), st.sampled_from([1.0, 3.0]))
def test_pauses_grow_to_their_longest_and_begin_short_after_something_held(
    steps: list[str], at_least: float, stretch: float
) -> None:
    pace, expected = Pace(), FIRST
    for step in steps:
        if step == "hold":
            pace.begin_again()
            expected = FIRST
            continue
        pause = pace.pause(at_least, stretch)
        longest = min(expected, LONGEST * stretch)
        assert max(at_least, longest / 2) <= pause <= max(at_least, longest)
        expected = longest * 2


@pytest.mark.parametrize(
    ("asked", "pause"),
    [("7", 7.0), ("0.5", 0.5), ("-1", 0.0), ("1e9", LONGEST_WISH), ("Fri, 01 Jan", 0.0), ("nan", 0.0)],
)
async def test_a_pause_that_the_server_asks_for_is_kept_within_reason(asked: str, pause: float) -> None:
    async def limited(_: web.Request) -> web.Response:
        return web.Response(status=429, headers={"Retry-After": asked})

    application = web.Application()
    application.router.add_get("/", limited)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        async with aiohttp.ClientSession() as session:
            with pytest.raises(aiohttp.WSServerHandshakeError) as caught:
                await session.ws_connect(f"http://127.0.0.1:{runner.addresses[0][1]}/")
    finally:
        await runner.cleanup()
    assert wished_pause(caught.value) == pause
    assert wished_pause(TimeoutError()) == 0.0
