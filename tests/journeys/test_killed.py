"""A bot that is killed while it posts: what was kept before says that, and nothing is posted twice."""

import asyncio
import os
import shutil
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.chat.unasked.schedules import DUE, courses
from bot.domain.due import Course, digest_of
from bot.domain.schedule import Schedule
from bot.usage.desk_state import DeskState
from discord_sandbox import Channel, Sandbox
from tests.journeys.conftest import server_id


@pytest.fixture
def reading(sandbox: Sandbox) -> Channel:
    return sandbox.add_channel("server", "reading")


@pytest.fixture
def environment(sandbox: Sandbox, root: Path, tmp_path: Path, reading: Channel) -> Mapping[str, str]:
    moderation = tmp_path / "moderation.yaml"
    moderation.write_text(
        f"servers:\n  {server_id(sandbox)}:\n    schedules:\n"
        f"      daily: {{brief: ferry, days: all, time: '09:00', zone: UTC, channel: {reading.id}}}\n",
        encoding="utf-8",
    )
    small = shutil.copytree(root / "tests/content/small", tmp_path / "content")
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(("DISCORD_", "VERBATIM_"))},
        "DISCORD_TOKEN": sandbox.token,
        "DISCORD_API_URL": sandbox.api_url,
        "VERBATIM_SEEDS": str(small / "seeds"),
        "VERBATIM_BRIEFS": str(small / "briefs"),
        "VERBATIM_MODERATION": str(moderation),
        "VERBATIM_USAGE_DB": str(tmp_path / "state/usage.sqlite3"),
    }


async def started(environment: Mapping[str, str]) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=dict(environment), stderr=asyncio.subprocess.DEVNULL
    )


async def test_killed_between_keeping_and_sending_it_posts_at_most_once_and_tells(
    sandbox: Sandbox, environment: Mapping[str, str], tmp_path: Path, reading: Channel
) -> None:
    kept, server = DeskState(tmp_path / "state/usage.sqlite3"), server_id(sandbox)
    schedule = Schedule.model_validate(
        {"brief": "ferry", "days": "all", "time": "09:00", "zone": "UTC", "channel": reading.id}
    )
    past = datetime.now(UTC).replace(hour=9, minute=0, second=0, microsecond=0) - timedelta(days=2)
    (tmp_path / "state").mkdir()
    await kept.put(server, f"{DUE}daily", Course(of=digest_of(schedule), waiting=past).model_dump_json())
    sandbox.trouble(f"/channels/{reading.id}/messages", retry_after=600.0, times=1)
    process = await started(environment)
    async with asyncio.timeout(60):
        # A database tells nobody when it is written to.
        while not (found := (await courses(kept, server)).get("daily")) or not found.sending:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    process.kill()
    await process.wait()
    assert not reading.messages
    again = await started(environment)
    try:
        async with asyncio.timeout(60):
            while (await courses(kept, server))["daily"].fault != "unheard":  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        assert "is not sent again" in (await sandbox.actor("moderator").command("desk status")).text()
        assert not reading.messages
    finally:
        again.terminate()
        await again.wait()
