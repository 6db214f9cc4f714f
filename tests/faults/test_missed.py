"""Interactions that are dispatched while the connection is gone, or twice."""

import asyncio
import logging

import pytest

from bot.chat.connection import arrivals
from discord_sandbox import Sandbox
from tests.faults import frames, requests
from tests.faults.proxy import Proxy
from tests.journeys.conftest import Clock, Running


async def away(proxy: Proxy) -> asyncio.Event:
    """Break the connection, and let no other be made before the event."""
    back = asyncio.Event()
    proxy.at_request("GET /gateway/", requests.hold(back))
    await proxy.line.cut()
    return back


@pytest.mark.usefixtures("bot")
async def test_what_was_asked_while_the_connection_was_gone_is_answered_once_it_is_back(
    proxy: Proxy, sandbox: Sandbox
) -> None:
    member = sandbox.actor()
    back = await away(proxy)
    missed = [await member.start_command("topics", {}) for _ in range(5)]
    back.set()
    assert all([(await member.answered(one)).text() for one in missed])
    assert proxy.answers == 5
    assert proxy.seen["IDENTIFY"] == 1


@pytest.mark.parametrize("known", [True, False])
async def test_what_is_too_late_to_be_answered_is_left_with_one_line_for_whoever_looks(  # noqa: PLR0913 # all of it matters
    proxy: Proxy,
    sandbox: Sandbox,
    bot: Running,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    *,
    known: bool,
) -> None:
    caplog.set_level(logging.DEBUG, "bot")
    member = sandbox.actor()
    if known:
        await member.command("topics")
    monkeypatch.setattr(arrivals, "ANSWERED_WITHIN", 0.3)
    back = await away(proxy)
    await member.start_command("topics", {})
    await asyncio.sleep(0.4)
    in_time = await member.start_command("topics", {})
    back.set()
    assert (await member.answered(in_time)).text()
    assert proxy.answers == 1 + known
    assert caplog.text.count("too late to be answered") == 1
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
    assert sum((await bot.counts()).values()) == 1 + known


@pytest.mark.usefixtures("bot")
async def test_a_clock_of_another_time_makes_nothing_too_late(proxy: Proxy, sandbox: Sandbox, clock: Clock) -> None:
    clock.ahead = -40
    member = sandbox.actor()
    await member.command("topics")
    back = await away(proxy)
    missed = await member.start_command("topics", {})
    back.set()
    assert (await member.answered(missed)).text()


async def test_what_arrives_twice_is_answered_once(
    proxy: Proxy, sandbox: Sandbox, bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    member = sandbox.actor()
    proxy.at_frame("INTERACTION_CREATE", frames.twice)
    assert (await member.command("topics")).text()
    # Without its sequence number it is delivered once more when the session is taken up.
    proxy.at_frame("INTERACTION_CREATE", frames.replace(s=None))
    assert (await member.command("topics")).text()
    await proxy.line.cut()
    await proxy.until(lambda: proxy.seen["RESUMED"] == 1)
    assert (await member.command("topics")).text()
    await bot.idle()
    assert proxy.seen["INTERACTION_CREATE"] == 4
    assert proxy.answers == 3
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.usefixtures("bot")
async def test_events_that_arrive_in_another_order_are_all_answered_once(proxy: Proxy, sandbox: Sandbox) -> None:
    member = sandbox.actor()
    proxy.at_frame("INTERACTION_CREATE", frames.behind_the_next)
    asked = [await member.start_command("topics", {}) for _ in range(2)]
    assert all([(await member.answered(one)).text() for one in asked])
    await proxy.line.cut()
    await proxy.until(lambda: proxy.seen["RESUMED"] == 1)
    assert (await member.command("topics")).text()
    assert proxy.answers == 3
