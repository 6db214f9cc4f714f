"""What is answered when something is not allowed, too soon, too old, or broken."""

import asyncio
import re
from dataclasses import replace

import discord
import pytest
from discord import ui

from bot.domain.search import Finder
from bot.domain.verdict import Checker
from bot.snapshot import Snapshot
from discord_sandbox import Callback, Message, NoAnswerError, Sandbox
from tests.journeys.conftest import Clock, Running, Start, server_id

TYPED = "words that nobody may find in a log"


def broken(snapshot: Snapshot) -> Snapshot:
    """A snapshot with a fault in it, as a mistake in the program would make one."""
    return replace(snapshot, checker=None)


async def old_button(sandbox: Sandbox, bot: Running, *custom_ids: str) -> Message:
    """A message of the bot's with buttons as some other edition of it had them."""
    view = ui.LayoutView(timeout=None)
    for custom_id in custom_ids:
        view.add_item(ui.ActionRow(ui.Button(label="Old", custom_id=custom_id)))
    channel = sandbox.population.places["server"].channel
    sent = await bot.client.get_partial_messageable(int(channel.id)).send(view=view)
    return channel.messages[str(sent.id)]


async def test_a_fault_is_answered_with_a_reference_that_is_in_the_log_without_what_was_typed(
    sandbox: Sandbox, start: Start, snapshot: Snapshot, caplog: pytest.LogCaptureFixture
) -> None:
    bot = await start(snapshot=broken(snapshot))
    reply = await sandbox.actor().command("check", text=TYPED)
    assert reply.ephemeral
    reference = re.search(r"[0-9a-f]{8}", reply.text())
    assert reference
    assert reference[0] in caplog.text
    assert "AttributeError" in caplog.text
    assert TYPED not in caplog.text
    assert "Traceback" not in reply.text()
    (record,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert record.getMessage().splitlines()[0] == f"Failed, reference {reference[0]}"
    assert "chat/commands/" not in caplog.text, "the files of commands would tell what was asked"
    assert server_id(sandbox) not in caplog.text
    assert (await bot.counts())["check", "failed", ""] == 1


async def test_a_fault_in_one_place_leaves_the_rest_working(sandbox: Sandbox, start: Start, snapshot: Snapshot) -> None:
    await start(snapshot=broken(snapshot))
    member = sandbox.actor()
    await member.command("check", text=TYPED)
    reply = await member.command("brief", topic="numbers")
    assert bot_title(snapshot) in reply.text()


def bot_title(snapshot: Snapshot) -> str:
    return snapshot.library.briefs["numbers"].title


async def test_suggestions_never_fail(
    sandbox: Sandbox, start: Start, snapshot: Snapshot, caplog: pytest.LogCaptureFixture
) -> None:
    await start(snapshot=replace(snapshot, finder=None))
    assert await sandbox.actor().type("brief", "topic", TYPED) == []
    assert "Failed, reference" in caplog.text
    assert TYPED not in caplog.text


@pytest.mark.parametrize("custom_id", ["v0:brief:numbers:card:1", "v2:x:y:z:1", "page-2", "v1:brief", "v1:" + "a" * 97])
async def test_a_button_of_another_edition_gets_an_ordinary_answer(
    sandbox: Sandbox, bot: Running, custom_id: str, caplog: pytest.LogCaptureFixture
) -> None:
    message = await old_button(sandbox, bot, custom_id)
    pressed = await sandbox.actor().press(message, "Old")
    assert pressed.callback is Callback.MESSAGE
    assert pressed.ephemeral
    assert "ERROR" not in {record.levelname for record in caplog.records}


@pytest.mark.parametrize(
    "custom_id",
    [
        "v1:brief:no-such-brief:card:1",
        "v1:brief:numbers:no-such-view:1",
        "v1:nothing::card:1",
        "v1:brief:no-such-brief:post:1:card",
        "v1:brief:numbers:post:1:nonsense",
        "v1:topics::post:1:card",
        "v1:brief:no-such-brief:report:1:card",
        "v1:brief:numbers:reply:1:123",
        "v1:brief:numbers:reply:1:x",
        "v1:brief::remove:1:1",
        "v1:desk::problems:1",
        "v1:desk::nothing:3",
        "v1:quotes::card:1:nobody",
        "v1:quotes:no-such-document:card:1",
        "v1:brief:numbers:card:999",
        "v1:brief:numbers:card:0",
        "v1:timeline:no-such-brief:card:1",
        "v1:brief:numbers:reported:1:card",
    ],
)
async def test_a_button_that_leads_nowhere_gets_an_ordinary_answer(
    sandbox: Sandbox, bot: Running, custom_id: str, caplog: pytest.LogCaptureFixture
) -> None:
    message = await old_button(sandbox, bot, custom_id)
    pressed = await sandbox.actor().press(message, "Old")
    assert pressed.ephemeral
    assert "ERROR" not in {record.levelname for record in caplog.records}
    assert not sandbox.refusals


async def test_a_menu_choice_of_another_edition_gets_an_ordinary_answer(sandbox: Sandbox, bot: Running) -> None:
    view = ui.LayoutView(timeout=None)
    options = [discord.SelectOption(label="Old", value="something else")]
    view.add_item(ui.ActionRow(ui.Select(custom_id="v1:search::menu:1", placeholder="Pick", options=options)))
    channel = sandbox.population.places["server"].channel
    sent = await bot.client.get_partial_messageable(int(channel.id)).send(view=view)
    pressed = await sandbox.actor().choose(channel.messages[str(sent.id)], "Pick", "Old")
    assert pressed.ephemeral


async def test_a_briefing_that_was_withdrawn_is_said_to_be_gone(
    sandbox: Sandbox, start: Start, snapshot: Snapshot
) -> None:
    contact = "contact: the editors\n"
    first = await start(contact)
    member = sandbox.actor()
    reply = await member.command("brief", topic="un-voices")
    await first.stop()
    briefs = {key: brief for key, brief in snapshot.library.briefs.items() if key != "un-voices"}
    library = replace(snapshot.library, briefs=briefs)
    await start(contact, snapshot=replace(snapshot, library=library, finder=Finder(library), checker=Checker(library)))
    more = reply.selects[0].custom_id
    for pressed in [
        await member.press(reply, "Sources"),
        await member.press(reply, "Post to channel"),
        await member.choose(reply, more, "Report a problem"),
        await member.choose(reply, more, "Everything"),
    ]:
        assert pressed.callback is Callback.MESSAGE
        assert pressed.ephemeral
        assert "No longer in the library" in pressed.text()


async def test_a_command_that_is_switched_off_here_says_so(sandbox: Sandbox, start: Start) -> None:
    bot = await start("commands: [brief]\n")
    member = sandbox.actor()
    for command, options in [("topics", {}), ("check", {"text": "words"})]:
        reply = await member.command(command, **options)
        assert reply.ephemeral
        assert "moderators" in reply.text()
    menu = await member.menu("Check quotation", member.say("words"))
    assert "moderators" in menu.text()
    assert "What is non-refoulement?" in (await member.command("brief", topic="non-refoulement")).text()
    assert (await member.command("privacy")).text()
    assert (await bot.counts())["check", "denied", ""] == 1


async def test_members_wait_between_uses_and_are_told_how_long(sandbox: Sandbox, start: Start) -> None:
    bot = await start("cooldown: 600\n")
    member = sandbox.actor()
    reply = await member.command("brief", topic="numbers")
    again = await member.command("brief", topic="numbers")
    assert again.ephemeral
    assert re.search(r"(600|599) s", again.text())
    assert "Sources" not in [button.label for button in again.buttons]
    pressed = await member.press(reply, "Sources")
    assert pressed.callback is Callback.UPDATE
    once_more = await member.press(pressed, pressed.buttons[0].custom_id)
    assert once_more.callback is Callback.MESSAGE
    assert re.search(r"(600|599) s", once_more.text())
    assert bot_title(bot.current.snapshot) in (await sandbox.actor("other").command("brief", topic="numbers")).text()
    counts = await bot.counts()
    assert counts["brief", "cooldown", ""] == 2


async def test_moderators_do_not_wait(sandbox: Sandbox, start: Start) -> None:
    bot = await start("cooldown: 600\n")
    moderator = sandbox.actor("moderator")
    for _ in range(3):
        assert bot_title(bot.current.snapshot) in (await moderator.command("brief", topic="numbers")).text()


async def test_a_command_that_discord_still_shows_but_we_no_longer_have_is_answered(
    sandbox: Sandbox, bot: Running
) -> None:
    bot.client.tree.remove_command("brief")
    member = sandbox.actor()
    reply = await member.command("brief", topic="numbers")
    assert reply.ephemeral
    assert await member.type("brief", "topic", "n") == []


async def test_an_answer_that_comes_too_late_is_no_error(
    sandbox: Sandbox, bot: Running, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    interaction = await sandbox.actor().start_command("brief", {"topic": "numbers"})
    clock.ahead = 4
    await sandbox.gateway.drop(4000)
    await sandbox.resumed(1)
    await bot.stop()
    assert interaction.answer is None
    assert "too late" in caplog.text
    assert "ERROR" not in {record.levelname for record in caplog.records}


@pytest.mark.parametrize("patience", [0.3])
async def test_suggestions_that_come_too_late_are_no_error(
    sandbox: Sandbox, bot: Running, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    typing = asyncio.create_task(sandbox.actor().type("brief", "topic", "n"))
    clock.ahead = -4
    await asyncio.sleep(0)
    clock.ahead = 0
    with pytest.raises(NoAnswerError):
        await typing
    await bot.stop()
    said = [record for record in caplog.records if record.name.startswith("bot.") and record.levelname != "DEBUG"]
    assert not said


@pytest.mark.usefixtures("bot")
async def test_when_discord_itself_fails_the_member_still_hears_of_it(
    sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    sandbox.trouble("/callback", status=403)
    reply = await sandbox.actor().command("brief", topic="numbers")
    assert "went wrong" in reply.text()
    assert "status 403" in caplog.text


async def test_a_form_of_another_edition_gets_an_ordinary_answer(sandbox: Sandbox, start: Start) -> None:
    places = sandbox.population.places
    server, channel = server_id(sandbox), places["desk"].channel.id
    await start(f"servers: {{{server}: {{reports_channel: {channel}}}}}\n")
    member = sandbox.actor()
    reply = await member.command("brief", topic="numbers")
    form = await member.choose(reply, reply.selects[0].custom_id, "Report a problem")
    opened = form.interaction.modal
    assert opened
    opened["custom_id"] = opened["custom_id"].replace("v1:", "v0:")
    sent = await member.submit(form, {"What is wrong?": "A slip.", "What kind of problem is it?": "other"})
    assert sent.ephemeral
    assert not places["desk"].channel.messages
    assert not sandbox.refusals


async def test_a_form_about_a_card_that_is_gone_still_reaches_the_moderators(sandbox: Sandbox, start: Start) -> None:
    places = sandbox.population.places
    server, channel = server_id(sandbox), places["desk"].channel.id
    await start(f"servers: {{{server}: {{reports_channel: {channel}}}}}\n")
    member = sandbox.actor()
    reply = await member.command("brief", topic="numbers")
    form = await member.choose(reply, reply.selects[0].custom_id, "Report a problem")
    opened = form.interaction.modal
    assert opened
    opened["custom_id"] = opened["custom_id"].replace(":numbers:", ":withdrawn:")
    sent = await member.submit(form, {"What is wrong?": "A slip.", "What kind of problem is it?": "other"})
    await sent.settled()
    [arrived] = places["desk"].channel.messages.values()
    assert "withdrawn" in arrived.text()
