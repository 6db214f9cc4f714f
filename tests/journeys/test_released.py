"""What is answered goes at once, without the collector: what a reload finds in a cycle would stay for good."""

import gc
from collections.abc import Generator

import discord
import pytest

from discord_sandbox import Sandbox
from tests.journeys.conftest import Running


@pytest.fixture
def _without_the_collector() -> Generator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_without_the_collector")
async def test_nothing_is_left_of_what_was_answered(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    reply = await member.command("brief", topic="numbers")
    await member.type("brief", "topic", "num")
    await member.press(reply, "Quotations")
    await member.command("brief", topic="nothing that the library knows")
    await bot.idle()
    assert [one for one in gc.get_objects() if isinstance(one, discord.Interaction)] == []
