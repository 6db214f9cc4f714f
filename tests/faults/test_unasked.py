"""What the bot sends and asks by itself: each post comes once, and nobody waits long for a server that says nothing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import discord
import pytest

from bot.chat.channels import look_at_channels
from bot.chat.connection import errand, later, login
from bot.chat.connection.login import log_in
from bot.chat.connection.patience import LONGEST_WISH, passes, wished_pause
from bot.chat.connection.server import turn_to
from bot.chat.unasked.corrections import Corrections
from bot.chat.unasked.schedules import courses
from bot.chat.unasked.unkept import Unkept
from bot.content.moderation import load_moderation
from discord_sandbox import Channel, Sandbox
from tests.faults.conftest import LONG, PAUSES, SHORT
from tests.faults.proxy import Proxy
from tests.faults.requests import (
    RequestFault,
    answer_late,
    drop,
    garble,
    limit,
    lose,
    refuse,
    stall,
    tear,
)
from tests.journeys.conftest import Start, content, server_id, small_charts
from tests.journeys.schedules import MONDAY, WEEK, Now, posts, rounds, rules, status
from tests.journeys.test_corrections import begin, channel, put, wanted

__all__ = ["begin", "channel", "content", "small_charts"]

POST, SERVER, CHANNEL = "POST .*/channels/", "GET .*/guilds/", "GET .*/channels/"

BRIEF = replace(SHORT, listening=0.9)

PASSING: dict[str, tuple[RequestFault, ...]] = {
    "dropped": (drop, drop),
    "taken and dropped": (lose, lose),
    "taken, dropped, and failed": (lose, refuse(502)),
    "failed": (refuse(500), refuse(503, body=b"<html>")),
    "never answered": (stall,),
    "slow to come back": (answer_late(0.3),),
    "limited": (limit(0.1),),
    "no JSON": (garble(),),
}

LOST: dict[str, tuple[RequestFault, str | None, int]] = {
    "never answered": (stall, "unheard", 0),
    "dropped": (drop, "unheard", 0),
    "failed": (refuse(503), "unheard", 0),
    "limited for long": (limit(60), "refused", 429),
    "refused": (refuse(403, 50013), "refused", 50013),
}


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """With short pauses, and no hurry."""
    for name in ("LATER", "UNASKED"):
        monkeypatch.setattr(later, name, LONG)
    monkeypatch.setattr(errand, "PAUSES", PAUSES)


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def reading(sandbox: Sandbox) -> Channel:
    return sandbox.add_channel("server", "reading")


def asked_for(proxy: Proxy) -> list[str]:
    """The channels that were asked for."""
    return [name for name in proxy.requests if re.match(CHANNEL, name)]


async def test_a_post_by_schedule_comes_once_through_whatever_passes(
    sandbox: Sandbox, proxy: Proxy, start: Start, now: Now, reading: Channel
) -> None:
    bot = await start(rules(sandbox, reading.id), now=now)
    await rounds(bot)
    became = dict[str, int]()
    for weeks, (what, faults) in enumerate(PASSING.items()):
        proxy.calm()
        proxy.at_request(POST, *faults)
        before = len(posts(reading))
        now.time = MONDAY + weeks * WEEK
        await rounds(bot)
        became[what] = len(posts(reading)) - before
    assert became == dict.fromkeys(PASSING, 1)
    assert "post of <t:" not in await status(sandbox)


async def test_a_post_that_cannot_come_is_given_up_and_told_and_not_sent_again(  # noqa: PLR0913, PLR0917 - what takes part
    sandbox: Sandbox, proxy: Proxy, start: Start, now: Now, reading: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(later, "UNASKED", BRIEF)
    bot = await start(rules(sandbox, reading.id), now=now)
    await rounds(bot)
    became = dict[str, tuple[str | None, int]]()
    for weeks, (what, (fault, *_)) in enumerate(LOST.items()):
        proxy.at_request(POST, fault, always=True)
        now.time = MONDAY + weeks * WEEK
        await rounds(bot)
        course = (await courses(bot.desk_state, server_id(sandbox)))["weekly"]
        became[what] = course.fault, course.code
        proxy.calm()
        await rounds(bot)
    assert became == {what: (fault, code) for what, (_, fault, code) in LOST.items()}
    assert posts(reading) == []


async def test_where_discord_is_not_heard_the_corrections_of_other_servers_wait(  # noqa: PLR0913, PLR0917 - the same
    sandbox: Sandbox, proxy: Proxy, begin: Start, content: Path, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(content, "one")
    bot = await begin()
    file = content / "wanted.yaml"
    file.write_text(wanted(sandbox, channel, f"  7: {{corrections_channel: {channel.id}}}\n"), encoding="utf-8")
    bot.current.snapshot = replace(bot.current.snapshot, moderation=load_moderation(file))
    corrections = Corrections(bot.client, bot.client.gate, Unkept())
    monkeypatch.setattr(later, "UNASKED", BRIEF)
    proxy.at_request(POST, stall, always=True)
    assert not await corrections.round()
    proxy.calm()
    assert await corrections.round()
    assert len(channel.messages) == 1


@pytest.mark.parametrize(
    ("faults", "language"),
    [
        ((stall,), "ko"),
        ((tear, refuse(503)), "ko"),
        ((garble(b'{"preferred_locale":"ko","roles":["%b"]}' % (b"x" * 2**19)),), "ko"),
        ((garble(),), "en"),
        ((garble(b'{"preferred_locale":7}'),), "en"),
        ((refuse(403, 50001),), "en"),
    ],
)
async def test_the_language_of_a_server_is_learnt_through_what_passes_and_english_where_it_cannot_be(  # noqa: PLR0913, PLR0917 - the same
    sandbox: Sandbox,
    proxy: Proxy,
    start: Start,
    now: Now,
    reading: Channel,
    faults: Sequence[RequestFault],
    language: str,
) -> None:
    assert reading.guild is not None
    reading.guild.locale = "ko"
    bot = await start(rules(sandbox, reading.id), now=now)
    await rounds(bot)
    proxy.at_request(SERVER, *faults)
    now.time = MONDAY
    await rounds(bot)
    (message,) = posts(reading)
    assert ("예약 `weekly`" if language == "ko" else "schedule `weekly`") in message.text()


async def test_where_discord_says_nothing_of_one_channel_no_other_is_asked_for(
    sandbox: Sandbox, proxy: Proxy, start: Start, reading: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot = await start(f"servers:\n  {server_id(sandbox)}: {{reports_channel: 7, corrections_channel: {reading.id}}}\n")
    monkeypatch.setattr(later, "LATER", BRIEF)
    await proxy.until(lambda: len(asked_for(proxy)) == 2)  # at the start
    proxy.at_request(CHANNEL, stall, always=True)
    await look_at_channels(bot.client, bot.current)
    assert len(set(asked_for(proxy)[2:])) == 1


async def test_a_server_that_says_nothing_to_a_login_or_a_registration_is_asked_again(
    sandbox: Sandbox, proxy: Proxy, start: Start, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(login, "ATTEMPT", 0.5)
    for what in ("GET .*/users/@me$", "GET .*/applications/@me$", "PUT .*/commands$"):
        proxy.at_request(what, stall)
    await start()
    assert (await sandbox.actor().command("topics")).text()
    assert caplog.text.count("(no answer in time); trying again") == 3


async def test_a_long_limit_on_logging_in_is_waited_for_outside_of_discord_py(sandbox: Sandbox, proxy: Proxy) -> None:
    await turn_to(proxy.api_url)
    async with discord.Client(intents=discord.Intents.none()) as client:
        for seconds, wished in ((60, 60), (10**9, LONGEST_WISH)):
            proxy.at_request("users/@me", limit(seconds, everywhere=True))
            with pytest.raises(discord.RateLimited) as told:
                await log_in(client, sandbox.token)
            assert passes(told.value)
            assert wished_pause(told.value) == wished
        await log_in(client, sandbox.token)
