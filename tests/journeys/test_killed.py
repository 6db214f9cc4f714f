"""A bot that is killed while it posts: what was kept before says that, and nothing is posted twice."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.chat.unasked.schedules import DUE, courses
from bot.domain.due import Course, digest_of
from bot.domain.schedule import Schedule
from bot.usage.desk_state import DeskState
from discord_sandbox import Channel, Sandbox
from tests.journeys.conftest import server_id
from tests.journeys.process import Bot, small_content


@pytest.fixture
async def bot(sandbox: Sandbox, tmp_path: Path, reading: Channel) -> AsyncGenerator[Bot]:
    daily = f"{{brief: ferry, days: all, time: '09:00', zone: UTC, channel: {reading.id}}}"
    host = f"servers: {{{server_id(sandbox)}: {{schedules: {{daily: {daily}}}}}}}\n"
    bot = Bot(sandbox, tmp_path, host, more=small_content())
    yield bot
    await bot.end(killed=True)


async def test_killed_between_keeping_and_sending_it_posts_at_most_once_and_tells(
    sandbox: Sandbox, bot: Bot, reading: Channel
) -> None:
    kept, server = DeskState(bot.database), server_id(sandbox)
    schedule = Schedule.model_validate(
        {"brief": "ferry", "days": "all", "time": "09:00", "zone": "UTC", "channel": reading.id}
    )
    past = datetime.now(UTC).replace(hour=9, minute=0, second=0, microsecond=0) - timedelta(days=2)
    bot.state.mkdir()
    await kept.put(server, f"{DUE}daily", Course(of=digest_of(schedule), waiting=past).model_dump_json())
    sandbox.trouble(f"/channels/{reading.id}/messages", retry_after=30.0, times=1)
    await bot.launch()
    async with asyncio.timeout(60):
        # A database tells nobody when it is written to.
        while not (found := (await courses(kept, server)).get("daily")) or not found.sending:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    await bot.end(killed=True)
    assert not reading.messages
    await bot.launch()
    async with asyncio.timeout(60):
        while (await courses(kept, server))["daily"].fault != "unheard":  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    assert "is not sent again" in (await sandbox.actor("moderator").command("desk status")).text()
    assert not reading.messages
