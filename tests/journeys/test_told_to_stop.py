"""A bot that is told to stop at any moment ends with code 0, and loses nothing that it was asked before."""

import asyncio
import signal
import sys
from pathlib import Path

import pytest

from discord_sandbox import Sandbox
from tests.journeys.lives import ASKED, Home, left
from tests.journeys.process import Bot, small_content

OPERATED = "cooldown: 0\noperators_server: '{}'\n"
ALL = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@pytest.mark.parametrize("number", ALL)
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("streams", ["<&- >&- 2>&-", ">/dev/full 2>/dev/full"])
async def test_it_serves_and_ends_as_well_where_nothing_takes_what_it_writes(
    sandbox: Sandbox, tmp_path: Path, streams: str
) -> None:
    program = ("sh", "-c", f'unset PYTHONUNBUFFERED; exec "$0" -m bot run --live {streams}', sys.executable)
    bot = Bot(sandbox, tmp_path, "cooldown: 0\n", program=program, more=small_content())
    try:
        process = await bot.start()
        await sandbox.actor().command("topics")
        process.terminate()
        async with asyncio.timeout(30):
            assert await process.wait() == 0
    finally:
        await bot.end(killed=True)
    assert (await left(bot.database)).counts() == {"topics": 1}


async def test_whoever_has_hangups_ignored_is_not_ended_by_one(sandbox: Sandbox, tmp_path: Path) -> None:
    program = ("sh", "-c", 'trap "" HUP; exec "$0" -m bot run --live', sys.executable)
    bot = Bot(sandbox, tmp_path, "cooldown: 0\n", program=program, more=small_content())
    try:
        process = await bot.start()
        process.send_signal(signal.SIGHUP)
        assert await sandbox.actor().command("topics")
        process.terminate()
        assert await process.wait() == 0
    finally:
        await bot.end(killed=True)


@pytest.mark.parametrize("number", ALL)
async def test_it_ends_as_well_while_it_still_reads(sandbox: Sandbox, tmp_path: Path, number: signal.Signals) -> None:
    async with Home(sandbox, tmp_path) as home, asyncio.timeout(60):
        life = await home.started()
        while not home.database.with_name("running").exists():  # noqa: ASYNC110 - it is made before anything is read
            await asyncio.sleep(0.002)
        assert await life.end(number) == 0
    assert "Traceback" not in home.bot.log.decode()
    assert not sandbox.gateway.identified
