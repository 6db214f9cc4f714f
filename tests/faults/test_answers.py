"""What members, counts and the log have of it when answers meet trouble on their way."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.chat import failure
from bot.chat.connection import callback, errand, later
from bot.chat.connection import client as client_module
from bot.chat.connection.errand import Patience
from bot.chat.seldom import Seldom
from discord_sandbox import Reply, Sandbox, Upload
from discord_sandbox.records.channels import Channel
from discord_sandbox.records.interactions import Interaction
from tests.faults.conftest import LONG, PAUSES, SHORT
from tests.faults.proxy import Proxy
from tests.faults.requests import (
    TWICE,
    RequestFault,
    answer_late,
    drop,
    fail_late,
    garble,
    limit,
    lose,
    refuse,
    stall,
)
from tests.journeys.conftest import Running, Start
from tests.journeys.test_reporting import filled, opened, rules

FIRST, CHANGE, MORE = "callback$", "PATCH .*@original$", "POST .*/webhooks/"
FILE = Upload("draft.txt", b'He said "all the words that nobody may find in a log".\n')


def wait(monkeypatch: pytest.MonkeyPatch, patience: Patience) -> None:
    for module, name in ((callback, "FIRST"), (callback, "HASTY"), (later, "LATER"), (later, "BRIEFLY")):
        monkeypatch.setattr(module, name, patience)
    monkeypatch.setattr(later, "ONCE", replace(patience, twice=errand.ONCE.twice))


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """With little time for each."""
    wait(monkeypatch, SHORT)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """With short pauses, and every line of every logger to look at."""
    wait(monkeypatch, LONG)
    monkeypatch.setattr(errand, "PAUSES", PAUSES)
    monkeypatch.setattr(failure, "_seldom", Seldom(logging.getLogger(failure.__name__)))
    monkeypatch.setattr(failure, "_said_once", set[int]())
    for name in ("bot", "aiohttp", "discord.webhook.async_", "discord.interactions"):
        caplog.set_level(logging.DEBUG, name)


def lines(caplog: pytest.LogCaptureFixture, interactions: Sequence[Interaction]) -> list[str]:
    """What was said from WARNING up; at no level does the token of an interaction stand anywhere."""
    assert interactions
    for interaction in interactions:
        assert interaction.token not in caplog.text
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


async def asked(sandbox: Sandbox, proxy: Proxy, bot: Running) -> Interaction:
    """What became of the report on a file: a first answer, and a change of it."""
    before = proxy.answers
    interaction = await sandbox.actor().start_command("check", {"file": FILE})
    await proxy.until(lambda: proxy.answers > before)
    await bot.idle()
    return interaction


def public(channel: Channel) -> int:
    """How many messages everyone sees in it."""
    return sum(message.audience is None for message in channel.messages.values())


def told(interaction: Interaction) -> str:
    return interaction.original.text() if interaction.original else ""


@pytest.mark.parametrize(
    ("first", "change"),
    [
        ((lose,), (lose, lose)),
        ((drop, refuse(503)), (drop, refuse(500), refuse(503))),
        ((stall,), (stall,)),
        ((answer_late(0.4),), (answer_late(0.4),)),
        ((garble(),), (garble(b""),)),
        ((limit(0.1),), (limit(0.1), limit(0.1, everywhere=True))),
    ],
)
async def test_trouble_that_passes_changes_nothing(  # noqa: PLR0913, PLR0917 - what takes part
    sandbox: Sandbox,
    proxy: Proxy,
    bot: Running,
    caplog: pytest.LogCaptureFixture,
    first: Sequence[RequestFault],
    change: Sequence[RequestFault],
) -> None:
    proxy.at_request(FIRST, *first)
    proxy.at_request(CHANGE, *change)
    interaction = await asked(sandbox, proxy, bot)
    assert "1 quotation was checked" in told(interaction)
    assert lines(caplog, [interaction]) == []
    assert (await bot.counts())["check", "absent", ""] == 1


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (refuse(503), "Discord failed again and again (discord.errors.DiscordServerError (status 503, code 0))"),
        (drop, "Discord was not heard in time (bot.chat.connection.errand.UnheardError: ServerDisconnectedError)"),
        (limit(60), "longer than an answer may take (discord.errors.HTTPException (status 429, code 0))"),
    ],
)
@pytest.mark.usefixtures("short")
async def test_an_answer_that_never_arrives_is_counted_as_failed_and_said_once_in_a_minute(  # noqa: PLR0913, PLR0917 - the same
    sandbox: Sandbox, proxy: Proxy, bot: Running, caplog: pytest.LogCaptureFixture, fault: RequestFault, said: str
) -> None:
    proxy.at_request(FIRST, fault, always=True)
    interactions = [await asked(sandbox, proxy, bot) for _ in range(2)]
    [line] = lines(caplog, interactions)
    assert said in line
    assert (await bot.counts())["check", "failed", ""] == 2


@pytest.mark.usefixtures("short")
async def test_who_waits_for_an_answer_that_fails_hears_of_it_as_soon_as_anything_arrives(
    sandbox: Sandbox, proxy: Proxy, bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    proxy.at_request(CHANGE, *[refuse(503)] * 5)
    interaction = await asked(sandbox, proxy, bot)
    assert "Something went wrong" in told(interaction)
    [line] = lines(caplog, [interaction])
    assert line.startswith("Failed, reference ")
    proxy.at_request(CHANGE, refuse(503), always=True)
    interactions = [interaction, await asked(sandbox, proxy, bot)]
    assert "could not be told" in lines(caplog, interactions)[-1]
    assert (await bot.counts())["check", "failed", ""] == 2


async def test_the_first_answer_of_somebody_else_is_told_once_and_no_more(
    sandbox: Sandbox, proxy: Proxy, bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    sandbox.patience = 0.3
    proxy.at_request(FIRST, refuse(*TWICE), always=True)
    interactions = [await asked(sandbox, proxy, bot) for _ in range(2)]
    interactions.append(await sandbox.actor().start_typing("brief", "topic", "n", {}))
    await proxy.until(lambda: proxy.answers == 3)
    await bot.idle()
    [line] = lines(caplog, interactions)
    assert "second process" in line
    assert "reset the token" in line
    assert not any(outcome for _, outcome, _ in await bot.counts())


async def test_an_answer_that_hangs_does_not_keep_the_bot_from_ending(
    sandbox: Sandbox, proxy: Proxy, bot: Running, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "GRACE", 0.1)
    monkeypatch.setattr(callback, "FIRST", Patience(within=60, listening=60, silence=60))
    proxy.at_request(FIRST, stall, always=True)
    interaction = await sandbox.actor().start_command("check", {"file": FILE})
    await proxy.until(lambda: proxy.requests[-1].endswith("/callback"))
    async with asyncio.timeout(5):
        await bot.stop()
    assert [line for line in lines(caplog, [interaction]) if "were not finished" in line]


@pytest.mark.usefixtures("short")
async def test_a_message_to_a_channel_arrives_once_and_what_cannot_arrive_is_given_back(
    sandbox: Sandbox, proxy: Proxy, bot: Running
) -> None:
    moderator = sandbox.actor("moderator")
    channel = sandbox.population.places["server"].channel
    for faults in ((lose, lose), (refuse(503), drop), (stall,)):
        before = public(channel)
        proxy.calm()
        proxy.at_request("POST .*/channels/", *faults)
        reply = await (await moderator.command("desk post", what="numbers")).settled()
        assert "discord.com/channels" in reply.text()
        assert public(channel) == before + 1
    for fault in (drop, limit(600)):
        proxy.calm()
        proxy.at_request("POST .*/channels/", fault, always=True)
        reply = await (await moderator.command("desk post", what="numbers")).settled()
        assert "Discord" in reply.text()
    await bot.idle()


POSTED: tuple[tuple[str, tuple[RequestFault, ...]], ...] = (
    ("late", (answer_late(0.5),)),
    ("limited", (limit(0.1),)),
    ("taken and dropped", (lose,)),
    ("taken and failed", (fail_late,)),
    ("failed", (refuse(503),)),
    ("forbidden", (refuse(403, 50013),)),
)


async def test_what_everyone_sees_is_never_sent_twice_and_nothing_is_said_of_it_that_nobody_knows(
    sandbox: Sandbox, proxy: Proxy, bot: Running
) -> None:
    channel = sandbox.population.places["server"].channel
    member = sandbox.actor()
    became = dict[str, tuple[str, int]]()
    for what, faults in POSTED:
        reply = await member.command("brief", topic="numbers")
        before = public(channel)
        proxy.calm()
        proxy.at_request(MORE, *faults)
        pressed = await member.press(reply, "Post to channel")
        await bot.idle()
        [said] = [words for words in ("Posted to", "Not posted", "may have been posted") if words in pressed.text()]
        assert ("Post to channel" in [button.label for button in pressed.buttons]) is (said != "Posted to")
        became[what] = said, public(channel) - before
    assert became == {
        "late": ("Posted to", 1),
        "limited": ("Posted to", 1),
        "taken and dropped": ("may have been posted", 1),
        "taken and failed": ("may have been posted", 1),
        "failed": ("may have been posted", 0),
        "forbidden": ("Not posted", 0),
    }


@pytest.mark.usefixtures("short")
async def test_a_message_to_a_channel_of_which_nobody_knows_is_said_to_be_perhaps_there(
    sandbox: Sandbox, proxy: Proxy, bot: Running
) -> None:
    moderator = sandbox.actor("moderator")
    channel = sandbox.population.places["server"].channel
    for fault in (lose, fail_late):
        before = public(channel)
        proxy.calm()
        proxy.at_request("POST .*/channels/", fault, always=True)
        reply = await (await moderator.command("desk post", what="numbers")).settled()
        assert "Perhaps posted" in reply.text()
        assert public(channel) == before + 1
    await bot.idle()


@pytest.mark.usefixtures("short")
async def test_a_report_of_which_nobody_knows_is_given_back_as_perhaps_delivered(
    sandbox: Sandbox, proxy: Proxy, start: Start
) -> None:
    bot = await start(rules(sandbox))
    member = sandbox.actor()
    form = await opened(member)
    proxy.at_request("POST .*/channels/", lose, always=True)
    sent = await (await member.submit(form, filled("A slip."))).settled()
    assert "Perhaps delivered" in sent.text()
    assert "A slip." in sent.text()
    assert len(sandbox.population.places["desk"].channel.messages) == 1
    assert not bot.current.refusing


@pytest.mark.parametrize("fault", [lose, refuse(503), stall])
async def test_whatever_is_answered_first_is_answered_once_and_counted_once(
    sandbox: Sandbox, proxy: Proxy, bot: Running, caplog: pytest.LogCaptureFixture, fault: RequestFault
) -> None:
    member, quiet, direct = sandbox.actor(), sandbox.actor("member", "quiet"), sandbox.actor("member", "dm")
    answers = list[Reply]()
    for ask in (
        lambda: member.command("brief", topic="numbers"),
        lambda: member.press(answers[0], "Sources"),
        lambda: member.command("treaty", reference="CAT 3", public=True),
        lambda: quiet.command("treaty", reference="CAT 3", public=True),
        lambda: direct.command("topics"),
    ):
        proxy.calm()
        proxy.at_request(FIRST, fault)
        answers.append(await ask())
        await bot.idle()
    proxy.at_request(FIRST, fault)
    assert await member.type("brief", "topic", "n")
    await bot.idle()
    assert [one.ephemeral for one in answers] == [True, True, False, True, True]
    assert lines(caplog, sandbox.interactions) == []
    counts = await bot.counts()
    assert {counts["brief", outcome, "numbers"] for outcome in ("match", "shown")} == {1}
    assert sum(counts.values()) == 5
