"""What differs from place to place: hidden briefings, the language of what everyone sees, channels that are named."""

import asyncio
import logging
import re

import pytest

from bot.cards.address import Action, Address
from discord_sandbox import Permission, Sandbox, Upload
from tests.journeys.conftest import Start, server_id
from tests.journeys.presses import pressed

HIDDEN = "non-refoulement"
HANGUL = re.compile("[\uac00-\ud7a3]")


def hiding(sandbox: Sandbox, *briefs: str) -> str:
    return f"servers:\n  {server_id(sandbox)}:\n    hidden: [{', '.join(briefs or (HIDDEN,))}]\n"


async def test_a_hidden_briefing_is_in_no_suggestion_search_or_list(sandbox: Sandbox, start: Start) -> None:
    bot = await start(hiding(sandbox))
    title = bot.current.snapshot.library.briefs[HIDDEN].title
    member = sandbox.actor()
    for typed in ("", "non-ref", "refoulement", title[:20]):
        assert HIDDEN not in [each.value for each in await member.type("brief", "topic", typed)]
    assert title not in (await member.command("topics")).text()
    for asked in (title, "What is non-refoulement?", "refoulement"):
        told = (await member.command("brief", topic=asked)).text()
        assert title not in told
        assert "Not shown" not in told
    away = sandbox.actor("member", "dm")
    assert title in (await away.command("brief", topic=HIDDEN)).text()
    assert HIDDEN in [each.value for each in await away.type("brief", "topic", "non-ref")]


async def test_no_card_leads_to_a_hidden_briefing(sandbox: Sandbox, start: Start) -> None:
    bot = await start()
    library = bot.current.snapshot.library
    leading = [brief.id for brief in library.briefs.values() if HIDDEN in brief.see_also]
    member = sandbox.actor()
    (other, *_) = leading
    assert f":brief:{HIDDEN}" in str((await member.command("brief", topic=other)).payload)
    await bot.stop()
    await start(hiding(sandbox))
    for command, option, key in (
        *(("brief", "topic", each) for each in leading),
        ("treaty", "reference", "33(1)"),
        ("timeline", "topic", None),
        ("topics", "", None),
    ):
        reply = await member.command(command, **({option: key} if key else {}))
        assert f":{HIDDEN}" not in str(reply.payload), (command, key)


async def test_an_old_button_to_a_hidden_briefing_says_that_it_is_not_shown_here(
    sandbox: Sandbox, start: Start
) -> None:
    bot = await start(hiding(sandbox))
    brief = Address("brief", HIDDEN)
    old = (
        brief,
        Address("brief", HIDDEN, "quotes"),
        Address("timeline", HIDDEN),
        *(Action(name, brief) for name in ("post", "report")),
        Action("reply", brief, "1"),
    )
    told = {
        custom_id: said
        async for custom_id, said in pressed(bot.client, sandbox.actor("moderator"), bot.idle, [*map(str, old)])
    }
    assert set(told.values()) == {"## Not shown in this server"}


async def test_the_id_of_a_hidden_briefing_is_told_apart_from_what_the_library_has_not(
    sandbox: Sandbox, start: Start
) -> None:
    await start(hiding(sandbox))
    assert "Not shown in this server" in (await sandbox.actor().command("brief", topic=HIDDEN)).text()
    assert "Not shown in this server" in (await sandbox.actor().command("timeline", topic=HIDDEN)).text()


async def test_what_everyone_sees_is_in_the_language_of_the_place_and_the_rest_in_the_askers(
    sandbox: Sandbox, start: Start
) -> None:
    channel = sandbox.population.places["server"].channel.id
    await start(f"servers:\n  {server_id(sandbox)}:\n    language: ko\n    channels: {{ {channel}: {{}} }}\n")
    asker = sandbox.actor()
    assert not HANGUL.search((await asker.command("brief", topic=HIDDEN)).text())
    for_all = await asker.command("brief", topic=HIDDEN, public=True)
    assert not for_all.ephemeral
    assert HANGUL.search(for_all.text())
    reader = sandbox.actor(locale="ko")
    assert HANGUL.search((await reader.command("brief", topic=HIDDEN)).text())


async def test_a_channel_has_the_last_word_on_its_language(sandbox: Sandbox, start: Start) -> None:
    channel = sandbox.population.places["server"].channel.id
    rules = f"language: ko\nservers:\n  {server_id(sandbox)}:\n    channels: {{ {channel}: {{language: server}} }}\n"
    await start(rules)
    assert not HANGUL.search((await sandbox.actor().command("brief", topic=HIDDEN, public=True)).text())


async def looked() -> None:
    """Wait until the channels have been looked at."""
    await asyncio.gather(*(task for task in asyncio.all_tasks() if task.get_name() == "channels"))


async def test_channels_that_are_not_as_they_should_be_are_warned_of_and_nothing_fails(
    sandbox: Sandbox, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    population = sandbox.population
    home = population.places["server"].channel.guild
    assert home is not None
    hidden = population.add_channel(home, "hidden")
    hidden.deny(population.bot, Permission.VIEW_CHANNEL)
    away = next(guild for guild in population.guilds.values() if guild is not home)
    away.join(population.bot)
    theirs, seen = population.add_channel(away, "theirs"), population.add_channel(home, "seen")
    with caplog.at_level(logging.WARNING, "bot"):
        bot = await start(
            f"servers:\n  {home.id}:\n    reports_channel: 404\n    corrections_channel: {hidden.id}\n"
            f"    channels:\n      {theirs.id}: {{cooldown: 0}}\n      {seen.id}: {{cooldown: 0}}\n"
        )
        await looked()
    said = [record.getMessage() for record in caplog.records if record.name == "bot.chat.channels"]
    assert said == [
        "moderation.yaml: servers.…reports_channel: Discord knows no such channel.",
        "moderation.yaml: servers.…corrections_channel: the bot cannot see that channel, or is not in its server.",
        "moderation.yaml: servers.…channels.…: that channel is of another server.",
    ]
    status = (await sandbox.actor("moderator").command("desk status")).text().replace("\\", "")
    assert "- `reports_channel`: `404` does not exist" in status
    assert f"- `corrections_channel`: `{hidden.id}` is hidden from the bot" in status
    assert f"`{theirs.id}` is in another server" in status
    assert seen.id not in status
    hidden.denied.clear()
    text = f"corrections_channel: {hidden.id}\n"
    file = Upload("settings.yaml", text.encode())
    await (await sandbox.actor("moderator").command("desk settings", file=file)).settled()
    assert bot.current.amiss == {}
    await (await sandbox.actor("moderator").command("desk settings", reset=True)).settled()
    assert [one.key for one in bot.current.amiss[home.id]] == ["reports_channel", "channels.…"]
