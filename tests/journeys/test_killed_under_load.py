"""A bot that is killed again and again while many ask: it loses a second at most, and counts nothing twice.

`make kill` kills it some hundred times, at other moments each time.
"""

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from random import Random

import pytest

from bot.chat.unasked.schedules import DUE
from bot.content.moderation import load_moderation
from bot.content.upload import settings_in
from bot.domain.due import Course
from bot.server_settings import KEPT, SET_ASIDE
from discord_sandbox import Sandbox
from tests.journeys.conftest import server_id
from tests.journeys.lives import NOTHING, Home, Left, Life, left

KILLS = int(os.environ.get("VERBATIM_KILLS") or 20)
SEED = os.environ.get("VERBATIM_KILLS_SEED") or "20261127"
IN_A_ROW = 20
"""Kills of one bot, before another begins in a folder of its own."""


def rows_of_kills() -> list[tuple[str, int]]:
    """The seed of the moments of each row, and how many there are."""
    return [(f"{SEED}.{first}", min(IN_A_ROW, KILLS - first)) for first in range(0, KILLS, IN_A_ROW)]


async def killed(home: Home, chance: Random) -> Life:
    """A life that ends at some moment: while it starts, while it serves, or in the middle of writing."""
    when = chance.random()
    if when < 0.15:
        life = await home.started()
        await asyncio.sleep(chance.uniform(0.2, 1.2))
        await life.end(signal.SIGKILL)
        return life
    life = await home.served()
    async with home.asked(life):
        await asyncio.sleep(chance.uniform(0, 1.6))
        if when > 0.6:
            journal = Path(f"{home.database}-wal")
            for _ in range(2000):  # for two seconds at most
                if journal.exists():
                    break
                await asyncio.sleep(0.001)
            await asyncio.sleep(chance.uniform(0, 0.006))
        await life.end(signal.SIGKILL)
        await asyncio.sleep(0.02)  # what was sent before may still be under way
    return life


def assert_whole(home: Home, now: Left, before: Left) -> None:
    """What was counted and kept before is there, and what moderators were told was done."""
    assert all(now.rows.get(row, 0) >= count for row, count in before.rows.items())
    host = load_moderation(Path(home.bot.environment["VERBATIM_MODERATION"]))
    for (server, name), value in now.kept.items():
        if name == KEPT:
            settings_in(value, host, server)
        elif name.startswith(DUE):
            Course.model_validate_json(value)
        assert name != SET_ASIDE
    assert before.kept.keys() <= now.kept.keys()
    if home.hidden is not None:
        assert now.hides() is home.hidden
    home.hidden = now.hides()


@pytest.mark.parametrize(("seed", "kills"), rows_of_kills())
async def test_whenever_it_is_killed_no_count_goes_back_or_doubles_and_a_second_is_lost_at_most(
    sandbox: Sandbox, tmp_path: Path, seed: str, kills: int
) -> None:
    posts = (
        f"{{brief: ferry, days: all, time: '00:00', zone: UTC, channel: {sandbox.add_channel('server', 'reading').id}}}"
    )
    rules = f"cooldown: 0\nservers: {{{server_id(sandbox)}: {{schedules: {{daily: {posts}}}}}}}\n"
    chance, before = Random(seed), NOTHING  # noqa: S311 - chance that can be repeated
    async with Home(sandbox, tmp_path, rules) as home:
        for number in range(kills):
            seen = home.answers()
            life = await killed(home, chance)
            now = await left(home.database)
            assert_whole(home, now, before)
            counted, answered = now.counts() - before.counts(), home.answers() - seen
            assert counted <= answered, f"kill {number}: counted twice"
            assert life.surely_counted() <= counted, f"kill {number}: more than the last second was lost"
            before = now
    assert " ERROR " not in home.bot.log.decode()
    printed = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "usage", "--json", env=home.bot.environment, stdout=asyncio.subprocess.PIPE
    )
    assert json.loads((await printed.communicate())[0]) == before.summary
