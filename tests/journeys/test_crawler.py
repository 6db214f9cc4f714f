"""Whoever tries everything everywhere is answered every time, validly and once.

`make crawl` tries all of it for everybody, which takes some minutes; here most people are soon tired.
"""

import logging
import os
import time
from math import inf
from random import Random

import pytest

from discord_sandbox import Sandbox
from tests.journeys.conftest import Clock, Start, server_id
from tests.journeys.crawler import Crawler

UNTIRING = "VERBATIM_CRAWL" in os.environ
SEED = int(os.environ.get("VERBATIM_CRAWL") or 20261122)


class Work(Clock):
    """A clock that goes while this process works: where others keep the machine busy, nobody is late for that."""

    def __init__(self) -> None:
        self._begun = time.time() - time.process_time()

    def __call__(self) -> float:
        return self._begun + time.process_time() + self.ahead


@pytest.fixture
def clock() -> Clock:
    return Work()


def chance(*about: str) -> Random:
    return Random(" ".join((str(SEED), *about)))  # noqa: S311 - chance that can be repeated


def assert_no_harm(sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    """Every request was valid and none came twice, nothing failed, and nobody was called."""
    assert not sandbox.refusals
    assert not [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    for channel in sandbox.population.channels.values():
        for message in channel.messages.values():
            if message.author == sandbox.bot_user:
                assert message.payload["mentions"] == []
                assert message.payload["mention_roles"] == []
                assert not message.payload["mention_everyone"]


@pytest.mark.parametrize(
    "person",
    [
        ("moderator", "server", "en-US"),
        ("moderator", "desk", "ko"),
        ("member", "dm", "ko"),
        ("member", "elsewhere", "fr"),
        ("member", "quiet", "ja"),
        ("other", "group", "zh-CN"),
    ],
)
async def test_whoever_tries_this_and_that_is_always_answered(
    sandbox: Sandbox, start: Start, caplog: pytest.LogCaptureFixture, person: tuple[str, str, str]
) -> None:
    who, where, locale = person
    bot = await start()
    crawler = Crawler(sandbox.actor(who, where, locale=locale), bot.idle, inf if UNTIRING else 60)
    await crawler.everything(chance(*person), 1 if UNTIRING else 0.1)
    assert len(crawler.taken) >= 40
    assert_no_harm(sandbox, caplog)


@pytest.mark.parametrize(
    "rules",
    [
        "visibility: public\ncontent_notes: spoiler\nposting: moderators\n",
        "commands: [brief, check, Check quotation]\nposting: nobody\n",
    ],
)
async def test_whatever_the_moderators_decide_everyone_is_answered(
    sandbox: Sandbox, start: Start, caplog: pytest.LogCaptureFixture, rules: str
) -> None:
    bot = await start(rules)
    crawler = Crawler(sandbox.actor(), bot.idle, inf if UNTIRING else 60)
    await crawler.everything(chance(rules), 1 if UNTIRING else 0.1)
    assert_no_harm(sandbox, caplog)


async def test_a_member_who_tries_everything_is_always_answered(
    sandbox: Sandbox, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    places = sandbox.population.places
    reports = f"servers: {{{server_id(sandbox)}: {{reports_channel: {places['desk'].channel.id}}}}}\n"
    bot = await start(reports)
    crawler = Crawler(sandbox.actor(), bot.idle, inf if UNTIRING else 300)
    await crawler.everything(chance())
    assert len(crawler.taken) >= 300
    assert_no_harm(sandbox, caplog)
