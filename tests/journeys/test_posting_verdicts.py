"""Showing a verdict to everyone: it is read back from the private message, because nothing typed is remembered."""

import pytest

from discord_sandbox import Actor, Callback, Message, Reply, Sandbox
from tests.journeys.conftest import Running, Start, public

WORDS = "Everyone has the right to leave any country, including his own, and to return to his country."


async def posted(actor: Actor, reply: Reply) -> Message:
    pressed = await actor.press(reply, "Post to channel")
    await pressed.settled(follow_ups=1)
    return pressed.follow_ups[0]


async def test_a_verdict_is_posted_as_it_stood_with_who_posted_it(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    private = await member.command("check", text=WORDS)
    before = private.text()
    message = await posted(member, private)
    assert message in public(sandbox.actor("other"))
    assert message.text().splitlines()[:4] == before.splitlines()[:4]
    assert "Mina (\\@mina)" in message.text()
    assert message.payload["mentions"] == []
    await bot.idle()
    assert "Posted to the channel" in private.text()
    assert "Post to channel" not in [button.label for button in private.buttons]
    assert [button.label for button in message.buttons] == ["Remove"]
    (menu,) = message.selects
    opened = await sandbox.actor("other").choose(message, menu.custom_id, menu.options[0].label)
    assert opened.ephemeral
    assert not sandbox.refusals
    assert (await bot.counts())["check", "posted", ""] == 1


@pytest.mark.usefixtures("bot")
async def test_nothing_of_whoever_wrote_the_checked_message_is_posted(sandbox: Sandbox) -> None:
    other = sandbox.actor("other")
    said = other.say(f"“{WORDS}” <@{other.user.id}>")
    member = sandbox.actor()
    message = await posted(member, await member.menu("Check quotation", said))
    assert other.user.id not in str(message.payload["components"])
    assert other.user.display_name not in message.text()
    assert message.payload["mentions"] == []


@pytest.mark.usefixtures("bot")
async def test_words_that_mention_everyone_mention_nobody_when_posted(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    text = "@everyone the moon is made of [cheese](https://example.org) **today**"
    message = await posted(member, await member.command("check", text=text))
    assert not message.payload["mention_everyone"]
    assert "](https" not in str(message.payload["components"])


async def test_a_posted_verdict_is_removed_by_whoever_posted_it(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    message = await posted(member, await member.command("check", text=WORDS))
    refused = await sandbox.actor("other").press(message, "Remove")
    assert refused.ephemeral
    assert not message.deleted
    removed = await member.press(message, "Remove")
    assert removed.callback is Callback.DEFERRED_UPDATE
    await bot.stop()
    assert message.deleted


async def test_where_posting_is_off_there_is_no_button_and_an_old_one_is_refused(
    sandbox: Sandbox, start: Start
) -> None:
    first = await start()
    member = sandbox.actor()
    reply = await member.command("check", text=WORDS)
    await first.stop()
    await start("posting: nobody\n")
    pressed = await member.press(reply, "Post to channel")
    assert pressed.ephemeral
    assert "moderators" in pressed.text()
    assert public(sandbox.actor("other")) == []
    fresh = await member.command("check", text=WORDS)
    assert "Post to channel" not in [button.label for button in fresh.buttons]


@pytest.mark.usefixtures("bot")
async def test_a_public_check_is_public_at_once_if_that_is_allowed(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("check", text=WORDS, public=True)
    assert not reply.ephemeral
    assert "Mina" in reply.text()
    assert "Remove" in [button.label for button in reply.buttons]
    dm = await sandbox.actor("member", "dm").command("check", text=WORDS, public=True)
    assert "Post to channel" not in [button.label for button in dm.buttons]
    assert "moderators decide" not in dm.text()


async def test_where_discord_keeps_it_private_the_member_is_told(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor("member", "quiet")
    reply = await member.command("check", text=WORDS)
    pressed = await member.press(reply, "Post to channel")
    await pressed.settled(follow_ups=1)
    await bot.stop()
    assert "Use External Apps" in pressed.text()
    assert public(sandbox.actor("other", "quiet")) == []


async def test_after_a_refused_posting_the_verdict_is_as_before_with_its_button(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    reply = await member.command("check", text=WORDS)
    sandbox.trouble("/webhooks/", status=403)
    await member.press(reply, "Post to channel")
    await bot.idle()
    assert "Post to channel" in [button.label for button in reply.buttons]
    assert public(sandbox.actor("other")) == []
