"""What the bot does by itself ends when the bot does, also in the moment in which something wakes it."""

import asyncio

import pytest

from tests.journeys.conftest import Running


@pytest.mark.parametrize("ticks", range(2))
async def test_it_ends_however_soon_after_it_was_woken(bot: Running, ticks: int) -> None:
    (task,) = (one for one in asyncio.all_tasks() if one.get_name() == "unasked")
    while bot.current.changed.is_set():  # noqa: ASYNC110 # until its first round is over
        await asyncio.sleep(0.01)
    await bot.client.unasked.look()
    bot.current.changed.set()
    for _ in range(ticks):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait({task}, timeout=5)
    assert task.cancelled()
