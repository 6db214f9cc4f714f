"""Corrections of the library: announced once where a server wants them, and told to whoever has kept the answer."""

from datetime import date
from pathlib import Path

import pytest

from bot.charts.charts import Charts
from bot.content.load import sound_library
from bot.domain.correction import Announced
from discord_sandbox import Channel, Permission, Sandbox
from tests.journeys.conftest import Running, Start, server_id, whole

WAS = "ferry@3f9c2afa"
ENTRY = f"""
{{name}}:
  day: 2026-02-04
  item: brief:ferry
  was: {WAS}
  wrong: {{{{en: It said that the ferry stopped for good., ko: 배가 영영 멈췄다고 했습니다.}}}}
  now: It says when the ferry ran again.
  why: We had read *one* document only.
"""


@pytest.fixture
def channel(sandbox: Sandbox) -> Channel:
    return sandbox.add_channel("server", "corrections")


def put(content: Path, *names: str) -> None:
    text = "".join(ENTRY.format(name=name) for name in names)
    (content / "briefs/corrections.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def begin(start: Start, content: Path, today: date, small_charts: Charts) -> Start:
    """Starts a bot on the small library as it stands then, and waits until it has announced."""

    async def begin(moderation: str = "{}\n") -> Running:
        library = sound_library(content / "seeds", content / "briefs", today)
        bot = await start(moderation, snapshot=whole(library), content=content, charts=small_charts)
        await bot.client.unasked.look()
        return bot

    return begin


def wanted(sandbox: Sandbox, channel: Channel, more: str = "") -> str:
    return f"servers:\n  {server_id(sandbox)}:\n    corrections_channel: {channel.id}\n{more}"


async def test_each_correction_is_announced_once_at_the_start_and_after_a_reload(
    sandbox: Sandbox, begin: Start, content: Path, channel: Channel
) -> None:
    put(content, "one")
    bot = await begin(wanted(sandbox, channel))
    (message,) = channel.messages.values()
    assert "## Correction" in message.text()
    assert "Why did the ferry stop?" in message.text()
    assert "What was wrong: It said that the ferry stopped for good." in message.text().replace("*", "")
    assert WAS in message.text()
    await bot.stop()
    bot = await begin(wanted(sandbox, channel))
    assert len(channel.messages) == 1
    put(content, "one", "two")
    reply = await (await sandbox.actor("moderator").command("desk reload")).settled()
    assert "+1 correction" in reply.text()
    await bot.client.unasked.look()
    assert len(channel.messages) == 2
    assert not sandbox.refusals


async def test_none_is_announced_twice_though_the_database_is_lost_meanwhile(
    sandbox: Sandbox, begin: Start, content: Path, channel: Channel
) -> None:
    put(content, "one")
    bot = await begin(wanted(sandbox, channel))
    bot.usage.path.unlink()
    put(content, "one", "two")
    await (await sandbox.actor("moderator").command("desk reload")).settled()
    await bot.client.unasked.look()
    assert [message.text().count("What was wrong") for message in channel.messages.values()] == [1, 1]


async def test_servers_that_do_not_want_them_get_none_and_one_that_begins_to_is_told(
    sandbox: Sandbox, begin: Start, content: Path, channel: Channel
) -> None:
    put(content, "one")
    bot = await begin()
    assert not channel.messages
    await bot.client.gate.server_settings.change(server_id(sandbox), ("corrections_channel",), channel.id)
    await bot.client.unasked.look()
    assert len(channel.messages) == 1


async def test_an_announcement_that_is_refused_is_told_and_not_made_again(
    sandbox: Sandbox, begin: Start, content: Path, channel: Channel
) -> None:
    sandbox.deny_bot(channel, Permission.SEND_MESSAGES)
    put(content, "one")
    bot = await begin(wanted(sandbox, channel))
    told = (await sandbox.actor("moderator").command("desk status")).text()
    assert "refused to take the last corrections (code 50013)" in told
    channel.denied.clear()
    bot.current.changed.set()
    await bot.client.unasked.look()
    assert not channel.messages


async def test_an_announcement_that_was_never_heard_of_is_told_and_not_made_again(
    sandbox: Sandbox, begin: Start, content: Path, channel: Channel
) -> None:
    bot = await begin()
    sending = Announced(told=("one",), sending=True).model_dump_json()
    await bot.client.gate.server_settings.kept.put(server_id(sandbox), "corrections", sending)
    await bot.stop()
    put(content, "one")
    await begin(wanted(sandbox, channel))
    assert not channel.messages
    assert "may not have been announced" in (await sandbox.actor("moderator").command("desk status")).text()


async def test_it_is_announced_in_the_language_of_the_channel(
    sandbox: Sandbox, begin: Start, content: Path, channel: Channel
) -> None:
    put(content, "one")
    rules = wanted(sandbox, channel, f"    channels: {{ {channel.id}: {{language: ko}} }}\n")
    await begin(rules)
    (message,) = channel.messages.values()
    assert "배가 영영 멈췄다고 했습니다." in message.text()
    assert "틀렸던 점" in message.text()


async def test_whoever_has_kept_the_answer_is_told_what_was_corrected_and_others_that_it_changed(
    sandbox: Sandbox, begin: Start, content: Path
) -> None:
    put(content, "one")
    await begin()
    told = (await sandbox.actor().command("about", receipt=WAS)).text()
    assert "something in that answer has changed since" in told
    assert "Corrected on 4 February 2026" in told
    assert "It says when the ferry ran again." in told
    assert "배가 영영" in (await sandbox.actor(locale="ko").command("about", receipt=WAS)).text()
    other = (await sandbox.actor().command("about", receipt="ferry@000000f2")).text()
    assert "Corrected" not in other
