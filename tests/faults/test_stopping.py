"""A bot that is told to stop while something is still on its way to it."""

import asyncio

import pytest

from bot.chat.connection import gateway
from discord_sandbox import Sandbox
from tests.faults import frames
from tests.faults.proxy import Proxy
from tests.journeys.conftest import Running


async def test_what_was_sent_before_it_was_told_to_stop_is_heard_and_answered(
    bot: Running, proxy: Proxy, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gateway, "FAREWELL", 20)
    on_its_way, beats = asyncio.Event(), proxy.seen["HEARTBEAT"]
    proxy.at_frame("INTERACTION_CREATE", frames.hold(on_its_way))
    asked = [await sandbox.actor().start_command("topics", {}) for _ in range(5)]
    stopping = asyncio.create_task(bot.stop())
    await proxy.until(lambda: proxy.seen["HEARTBEAT"] > beats)
    assert not any(one.answer for one in asked)
    on_its_way.set()
    await stopping
    assert all(one.answer for one in asked)
    assert (await bot.counts())["topics", "shown", ""] == 5


async def test_a_server_that_says_nothing_any_more_is_not_heard_out_for_long(bot: Running, proxy: Proxy) -> None:
    proxy.at_frame("HEARTBEAT", frames.silence)
    async with asyncio.timeout(20):
        await bot.stop()
