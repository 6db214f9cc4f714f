"""Hours of connections that are lost again and again: the real client, on a clock that leaps over every pause."""

import asyncio
from contextlib import suppress
from itertools import pairwise

import discord
import pytest
import yarl

from bot.chat.connection.allowance import APART, AT_ONCE, EVERY, Allowance
from bot.chat.connection.internals import talk_to
from bot.chat.connection.patience import Pace
from bot.chat.connection.session import stay_connected
from tests.chat.connection.conftest import Client
from tests.chat.connection.leaping import leaping
from tests.chat.connection.scripted_server import TOKEN, Act, Line, ScriptedServer, serve_and_close

HOUR, DAY = 3_600.0, 86_400.0


class Counting(Client):
    """A client that takes from an allowance, as the bot does."""

    allowance: Allowance
    begun: list[float]

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:  # noqa: ARG002 # discord.py's
        self.allowance.take()
        self.begun.append(self.loop.time())


def storm(act: Act, seconds: float, taken: int = 0) -> tuple[list[float], ScriptedServer]:
    """When sessions were begun at a server that does this with every connection; so many were begun before."""

    async def pass_by() -> tuple[list[float], ScriptedServer]:
        loop = asyncio.get_running_loop()
        async with ScriptedServer(act) as server, Counting(intents=discord.Intents.none()) as client:
            talk_to(server.api, yarl.URL(server.gateway))
            client.allowance, client.begun = Allowance(clock=loop.time), []
            for _ in range(taken):
                client.allowance.take()
            await client.login(TOKEN)
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await stay_connected(client, Pace(), client.allowance)
            return client.begun, server

    return leaping(pass_by())


def serve_for(seconds: float, code: int) -> Act:
    """Begin a session and hang up after a while."""

    async def act(line: Line) -> None:
        await line.open()
        await line.ready()
        await asyncio.sleep(seconds)
        await line.socket.close(code=code)

    return act


def test_a_day_of_sessions_that_end_as_they_begin_has_no_more_than_a_day_may() -> None:
    begun, _ = storm(serve_and_close(4009), DAY)
    pauses = [later - earlier for earlier, later in pairwise(begun)]
    assert 500 < len(begun) < 700
    assert min(pauses) >= APART
    assert min(pauses[-5:]) > max(pauses[:3])


def test_sessions_that_last_and_cannot_be_taken_up_are_no_more_either() -> None:
    begun, _ = storm(serve_for(61, 4009), 3 * HOUR, taken=AT_ONCE - 30)
    assert len(begun) <= 30 + 3 * HOUR / EVERY + 1


def test_a_session_that_is_taken_up_and_lost_again_and_again_stays_one() -> None:
    begun, server = storm(serve_and_close(4000), HOUR)
    assert len(begun) == 1
    assert 60 < len(server.asked) < 150


@pytest.mark.parametrize(("seconds", "fewest", "most"), [(0.2, 60, 150), (1, 60, 150), (10, 300, 360)])
def test_pauses_grow_unless_connections_last_longer_than_they_do(seconds: float, fewest: int, most: int) -> None:
    _, server = storm(serve_for(seconds, 4000), HOUR)
    assert fewest < len(server.asked) < most
