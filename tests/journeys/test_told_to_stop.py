"""A bot that is told to stop at any moment ends with code 0, and loses nothing that it was asked before."""

import asyncio
import signal
from pathlib import Path

import pytest

from discord_sandbox import Sandbox
from tests.journeys.lives import ASKED, Home, left

OPERATED = "cooldown: 0\noperators_server: '{}'\n"
BOTH = (signal.SIGTERM, signal.SIGINT)


@pytest.mark.parametrize("number", BOTH)
async def test_all_that_was_asked_before_is_answered_and_counted_however_often_it_is_told(
    sandbox: Sandbox, tmp_path: Path, number: signal.Signals
) -> None:
    """Its charts are being drawn meanwhile, and a moderator has asked for a reload."""
    async with Home(sandbox, tmp_path, OPERATED.format(*sandbox.population.guilds)) as home:
        life = await home.served()
        member = sandbox.actor()
        asked = [await member.start_command(command, ASKED[command]) for command in list(ASKED) * 8]
        reload = await sandbox.actor("moderator").start_command("desk reload", {})
        for _ in range(3):
            life.process.send_signal(number)
            await asyncio.sleep(0.02)
        assert await life.end(number) == 0
    assert all(one.answer is not None for one in (*asked, reload))
    assert (await left(home.database)).counts() == home.answers()
    assert "ERROR" not in home.bot.log.decode()


@pytest.mark.parametrize("number", BOTH)
async def test_it_ends_as_well_while_it_still_reads(sandbox: Sandbox, tmp_path: Path, number: signal.Signals) -> None:
    async with Home(sandbox, tmp_path) as home, asyncio.timeout(60):
        life = await home.started()
        while not home.database.with_name("running").exists():  # noqa: ASYNC110 - it is made before anything is read
            await asyncio.sleep(0.002)
        assert await life.end(number) == 0
    assert "Traceback" not in home.bot.log.decode()
    assert not sandbox.gateway.identified
