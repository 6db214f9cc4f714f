"""The moderators' desk: reading everything again, and what is in force."""

import asyncio
import gc
import os
import signal
import weakref
from dataclasses import replace
from datetime import date
from pathlib import Path
from textwrap import dedent

import aiohttp
import pytest

from bot.cards.address import Address
from bot.cards.desk import SHORT
from bot.charts.charts import Charts
from bot.content.load import sound_library
from bot.domain.problem import Problem
from discord_sandbox import NotOfferedError, Reply, Sandbox, Upload
from tests.checks_under_way import check_begun
from tests.journeys.conftest import Running, Start, server_id, whole
from tests.journeys.presses import pressed

TITLE = "title: Why did the ferry stop?"
NEW_TITLE = "title: Why does the ferry not run?"


@pytest.fixture
async def desk(start: Start, content: Path, today: date, small_charts: Charts) -> Running:
    small = sound_library(content / "seeds", content / "briefs", today)
    return await start(snapshot=whole(small), content=content, charts=small_charts)


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


async def test_a_good_reload_swaps_everything_and_tells_the_difference(
    sandbox: Sandbox, desk: Running, content: Path
) -> None:
    before = desk.current.snapshot.library.digest[:SHORT]
    changed(content / "briefs/topics/ferry.yaml", TITLE, NEW_TITLE)
    reply = await (await sandbox.actor("moderator").command("desk reload")).settled()
    now = desk.current.snapshot.library.digest[:SHORT]
    assert reply.ephemeral
    assert "`ferry`" in reply.text()
    assert "`title`" in reply.text()
    assert now in reply.text()
    assert now != before
    assert "Why does the ferry not run?" in (await sandbox.actor().command("brief", topic="ferry")).text()
    assert (await desk.counts())["desk reload", "reloaded", ""] == 1


async def test_a_reload_puts_the_moderators_file_in_force_too(sandbox: Sandbox, desk: Running) -> None:
    (desk.folder / "moderation.yaml").write_text("visibility: public\n", encoding="utf-8")
    reply = await (await sandbox.actor("moderator").command("desk reload")).settled()
    assert "moderat" in reply.text()
    assert not (await sandbox.actor().command("brief", topic="ferry")).ephemeral


@pytest.mark.parametrize("broken", ["content", "moderation"])
async def test_a_reload_with_a_problem_keeps_everything_old_and_names_file_and_line(
    sandbox: Sandbox, desk: Running, content: Path, broken: str
) -> None:
    before = desk.current.snapshot
    file = content / "briefs/topics/ferry.yaml" if broken == "content" else desk.folder / "moderation.yaml"
    if broken == "content":
        changed(file, TITLE, "titel: Why did the ferry stop?")
        (desk.folder / "moderation.yaml").write_text("visibility: public\n", encoding="utf-8")
    else:
        changed(content / "briefs/topics/ferry.yaml", TITLE, NEW_TITLE)
        file.write_text("visibilty: public\n", encoding="utf-8")
    reply = await (await sandbox.actor("moderator").command("desk reload")).settled()
    assert f"{file.name}:1" in reply.text().replace("\\", "")
    assert desk.current.snapshot is before
    member = await sandbox.actor().command("brief", topic="ferry")
    assert member.ephemeral
    assert "Why did the ferry stop?" in member.text()
    assert (await desk.counts())["desk reload", "failed", ""] == 1


async def test_a_check_that_is_killed_changes_nothing_and_is_told_in_words(sandbox: Sandbox, desk: Running) -> None:
    before = desk.current.snapshot
    reply = await sandbox.actor("moderator", locale="ko").command("desk reload")
    os.kill(await check_begun(), signal.SIGKILL)
    assert "다시 불러오지 못했습니다" in (await reply.settled()).text()
    assert desk.current.snapshot is before
    assert (await desk.counts())["desk reload", "failed", ""] == 1


async def test_many_problems_go_out_as_a_file_and_old_buttons_to_their_pages_are_answered(
    sandbox: Sandbox, desk: Running, content: Path
) -> None:
    glossary = content / "briefs/glossary.yaml"
    unknown = "".join(f"word-{number}:\n  nothing: at all\n" for number in range(80))
    glossary.write_text(glossary.read_text(encoding="utf-8") + unknown, encoding="utf-8")
    moderator = sandbox.actor("moderator")
    reply = await (await moderator.command("desk reload")).settled()
    assert not reply.buttons
    (file,) = reply.payload["attachments"]
    async with aiohttp.ClientSession() as session, session.get(file["url"]) as answer:
        whole = await answer.text()
    assert file["filename"] == "problems.txt"
    assert all(str(problem) in whole for problem in desk.current.problems)
    assert len(desk.current.problems) >= 80
    old = [str(Address("desk", view="problems", page=2))]
    told = [said async for _, said in pressed(desk.client, moderator, desk.idle, old)]
    assert told == ["## From an older version"]


OPERATORS = "operators_server: 7\n"


async def test_elsewhere_than_in_the_operators_server_nobody_reloads_or_sees_paths(
    sandbox: Sandbox, start: Start, content: Path, today: date, small_charts: Charts
) -> None:
    warning = Problem("seeds/documents.yaml", 12, "something is old", "look at it", warning=True, code="V101")
    small = sound_library(content / "seeds", content / "briefs", today)
    warned = replace(whole(small), warnings=(warning,))
    bot = await start(OPERATORS, snapshot=warned, content=content, charts=small_charts)
    before = bot.current.snapshot
    reply = await sandbox.actor("moderator").command("desk reload")
    assert "Only moderators of the server that operates this bot" in reply.text()
    assert bot.current.snapshot is before
    status = (await sandbox.actor("moderator").command("desk status")).text()
    assert "V101 something is old; look at it" in status
    assert "documents.yaml" not in status
    assert "operators" not in status
    assert (await bot.counts())["desk reload", "denied", ""] == 1
    await bot.stop()
    await start(OPERATORS.replace("7", server_id(sandbox)), snapshot=warned, content=content, charts=small_charts)
    status = (await sandbox.actor("moderator").command("desk status")).text()
    assert "`seeds/documents.yaml:12` V101" in status
    reply = await (await sandbox.actor("moderator").command("desk reload")).settled()
    assert "Only moderators" not in reply.text()


async def test_a_reload_names_the_keys_that_changed(sandbox: Sandbox, desk: Running) -> None:
    text = f"manage_server: true\nposting: nobody\nservers:\n  {server_id(sandbox)}: {{visibility: public}}\n"
    (desk.folder / "moderation.yaml").write_text(text, encoding="utf-8")
    reply = await (await sandbox.actor("moderator").command("desk reload")).settled()
    assert "in force: `posting`, `servers.…visibility`" in reply.text()
    assert "Warning" not in reply.text()
    (desk.folder / "moderation.yaml").write_text(OPERATORS, encoding="utf-8")
    reply = await (await sandbox.actor("moderator").command("desk reload")).settled()
    assert "`operators_server` is 7 now, which is not this server" in reply.text()


async def test_a_file_that_leaves_nobody_to_reload_is_not_put_in_force(sandbox: Sandbox, desk: Running) -> None:
    (desk.folder / "moderation.yaml").write_text("cooldown: 3\nmanage_server: no\n", encoding="utf-8")
    moderator = sandbox.actor("moderator")
    assert "`moderation.yaml:2` V803" in (await (await moderator.command("desk reload")).settled()).text()
    assert "Moderators of this server" not in (await moderator.command("desk status")).text()


@pytest.mark.usefixtures("desk")
async def test_a_reload_while_answers_are_given_drops_none(sandbox: Sandbox, content: Path) -> None:
    changed(content / "briefs/topics/ferry.yaml", TITLE, NEW_TITLE)
    member, moderator = sandbox.actor(), sandbox.actor("moderator")
    reload = asyncio.create_task(moderator.command("desk reload"))
    replies: list[Reply] = []
    while not reload.done() or (await reload).message.loading:
        replies += await asyncio.gather(*(member.command("brief", topic="ferry") for _ in range(8)))
    replies.append(await member.command("brief", topic="ferry"))
    titles = {reply.text().splitlines()[0] for reply in replies}
    assert titles <= {"## Why did the ferry stop?", "## Why does the ferry not run?"}
    assert replies[-1].text().startswith("## Why does the ferry not run?")
    assert not sandbox.refusals


async def test_a_reload_leaves_nothing_of_what_was_in_force_before(
    sandbox: Sandbox, desk: Running, content: Path
) -> None:
    """What is read is kept from the collector for good, and so is every cycle that is there at the time."""
    before = [weakref.ref(part) for part in (desk.current.snapshot, desk.current.snapshot.finder)]
    changed(content / "briefs/topics/ferry.yaml", TITLE, NEW_TITLE)
    gc.disable()
    try:
        await (await sandbox.actor("moderator").command("desk reload")).settled()
        await desk.idle()
        assert [part() for part in before] == [None, None]
    finally:
        gc.enable()


async def test_the_status_says_which_library_and_which_settings_hold_here_and_why(
    sandbox: Sandbox, start: Start
) -> None:
    places = sandbox.population.places
    server, channel = server_id(sandbox), places["server"].channel.id
    rules = f"""
        cooldown: 3
        servers:
          {server}:
            posting: moderators
            channels:
              {channel}:
                visibility: public
    """
    bot = await start(dedent(rules))
    reply = await sandbox.actor("moderator").command("desk status")
    assert reply.ephemeral
    assert bot.current.snapshot.library.digest[:SHORT] in reply.text()
    assert bot.current.snapshot.settings_digest(server)[:SHORT] in reply.text()
    assert f"server `{server}`, channel `{channel}`" in reply.text()
    assert "**For this channel**\n- `visibility`: public" in reply.text()
    assert "**For this server**\n- `posting`: moderators" in reply.text()
    assert "**For everywhere, in the moderators' file**\n- `cooldown`: 3" in reply.text()
    elsewhere = await sandbox.actor("moderator", "desk").command("desk status")
    assert channel not in elsewhere.text()


@pytest.mark.parametrize("command", ["desk reload", "desk status"])
async def test_members_are_turned_away_even_where_discord_offers_the_desk(
    sandbox: Sandbox, bot: Running, command: str
) -> None:
    with pytest.raises(NotOfferedError):
        await sandbox.actor().command(command)
    sandbox.open_to_everyone("desk")
    before = bot.current.snapshot
    reply = await sandbox.actor().command(command)
    assert reply.ephemeral
    assert "Moderators" in reply.text()
    assert bot.current.snapshot is before
    assert (await bot.counts())[command, "denied", ""] == 1


async def test_a_role_of_the_moderators_file_makes_a_moderator(sandbox: Sandbox, start: Start) -> None:
    guild = sandbox.population.places["server"].channel.guild
    assert guild is not None
    role = next(role for role in guild.roles.values() if role.name == "Moderators")
    await start(f"manage_server: false\nservers:\n  {guild.id}:\n    moderator_roles: [{role.id}]\n")
    reply = await sandbox.actor("moderator").command("desk status")
    assert "Moderators of this server" not in reply.text()


async def test_without_that_role_manage_server_is_not_enough_where_the_file_says_so(
    sandbox: Sandbox, start: Start
) -> None:
    await start("manage_server: false\nservers:\n  1: {moderator_roles: [2]}\n")
    reply = await sandbox.actor("moderator").command("desk status")
    assert "Moderators of this server" in reply.text()


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("place", ["dm", "elsewhere", "group"])
async def test_the_desk_is_offered_in_servers_that_have_the_bot_alone(sandbox: Sandbox, place: str) -> None:
    with pytest.raises(NotOfferedError):
        await sandbox.actor("moderator", place).command("desk status")


async def give(sandbox: Sandbox, text: str) -> None:
    file = Upload("settings.yaml", text.encode())
    await (await sandbox.actor("moderator").command("desk settings", file=file)).settled()


async def test_a_reload_leaves_what_was_given_from_discord_in_force(sandbox: Sandbox, desk: Running) -> None:
    await give(sandbox, "posting: nobody\n")
    (desk.folder / "moderation.yaml").write_text("cooldown: 0\nlength: full\n", encoding="utf-8")
    await (await sandbox.actor("moderator").command("desk reload")).settled()
    policy = desk.current.snapshot.in_force(server_id(sandbox))
    assert (policy.posting, policy.length) == ("nobody", "full")


async def test_what_was_given_is_set_aside_where_the_hosts_new_file_would_shut_the_server_out_with_it(
    sandbox: Sandbox, desk: Running
) -> None:
    await give(sandbox, "cooldown: 5\n")
    guild = sandbox.population.places["server"].channel.guild
    assert guild is not None
    role = next(role for role in guild.roles.values() if role.name == "Moderators")
    (desk.folder / "moderation.yaml").write_text(
        f"manage_server: no\nservers:\n  {guild.id}: {{moderator_roles: [{role.id}]}}\n", encoding="utf-8"
    )
    await (await sandbox.actor("moderator").command("desk reload")).settled()
    assert "can be used no more" in (await sandbox.actor("moderator").command("desk status")).text()
    assert not desk.current.snapshot.uploaded


async def test_a_reload_looks_at_the_channels_again(sandbox: Sandbox, desk: Running) -> None:
    file = desk.folder / "moderation.yaml"
    file.write_text(f"servers: {{ {server_id(sandbox)}: {{ reports_channel: 404 }} }}\n", encoding="utf-8")
    moderator = sandbox.actor("moderator")
    assert (
        "`reports_channel`: `404` does not exist" in (await (await moderator.command("desk reload")).settled()).text()
    )
    file.write_text("cooldown: 0\n", encoding="utf-8")
    assert "404" not in (await (await moderator.command("desk reload")).settled()).text()
    assert desk.current.amiss == {}


async def test_after_a_reload_as_much_is_counted_as_the_file_says(sandbox: Sandbox, desk: Running) -> None:
    assert (desk.usage.counting, desk.usage.kept_days) == (True, 400)
    file = desk.folder / "moderation.yaml"
    file.write_text("log: {counts: no, days: 30}\n", encoding="utf-8")
    await (await sandbox.actor("moderator").command("desk reload")).settled()
    await sandbox.actor().command("brief", topic="ferry")
    assert desk.usage.kept_days == 30
    assert await desk.counts() == {}
