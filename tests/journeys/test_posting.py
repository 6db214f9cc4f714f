"""Showing an answer to everyone, and taking it away again."""

import pytest

from bot.domain import receipts
from discord_sandbox import Actor, Callback, Message, Reply, Sandbox
from tests.journeys.conftest import Running, Start, public


async def posted(actor: Actor, topic: str = "non-refoulement") -> tuple[Reply, Message]:
    reply = await actor.command("brief", topic=topic)
    pressed = await actor.press(reply, "Post to channel")
    await pressed.settled(follow_ups=1)
    return pressed, pressed.follow_ups[0]


async def test_a_card_is_posted_with_its_sources_and_who_posted_it(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    private = (await member.command("brief", topic="non-refoulement")).text()
    pressed, message = await posted(member)
    assert not message.ephemeral
    assert message.text().splitlines()[:5] == private.splitlines()[:5]
    assert receipts.of_brief(bot.current.snapshot.library, "non-refoulement") in message.text()
    assert "Mina (\\@mina)" in message.text()
    assert message.payload["mentions"] == []
    assert pressed.callback is Callback.UPDATE
    assert message in public(sandbox.actor("other"))
    assert not sandbox.refusals


async def test_the_private_card_says_so_once_it_is_posted(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    pressed, _ = await posted(member)
    await bot.stop()
    assert "Posted to the channel" in pressed.text()
    assert "Post to channel" not in [button.label for button in pressed.buttons]
    assert (await bot.counts())["brief", "posted", "non-refoulement"] == 1


async def test_where_discord_keeps_it_private_the_member_is_told_what_to_do(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor("member", "quiet")
    reply = await member.command("brief", topic="non-refoulement")
    pressed = await member.press(reply, "Post to channel")
    await pressed.settled(follow_ups=1)
    await bot.stop()
    assert "Use External Apps" in pressed.text()
    assert "Posted to the channel" not in pressed.text()
    assert public(sandbox.actor("other", "quiet")) == []
    assert pressed.follow_ups[0].deleted
    assert (await bot.counts())["brief", "denied", "non-refoulement"] == 1


async def test_where_the_bot_is_only_user_installed_posting_works_if_allowed(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor("member", "elsewhere")
    _, message = await posted(member)
    assert not message.ephemeral
    removed = await member.press(message, "Remove")
    assert removed.callback is Callback.DEFERRED_UPDATE
    await bot.stop()
    assert message.deleted


@pytest.mark.usefixtures("bot")
async def test_a_public_answer_is_public_at_once_and_says_who_asked(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("brief", topic="numbers", public=True)
    assert not reply.ephemeral
    assert "Mina" in reply.text()
    labels = [button.label for button in reply.buttons]
    assert "Remove" in labels
    assert "Post to channel" not in labels


async def test_a_public_answer_that_discord_makes_private_says_so(sandbox: Sandbox, bot: Running) -> None:
    reply = await sandbox.actor("member", "quiet").command("brief", topic="numbers", public=True)
    await bot.stop()
    assert reply.ephemeral
    assert "Use External Apps" in reply.text()
    assert "Remove" not in [button.label for button in reply.buttons]


@pytest.mark.parametrize(("who", "may"), [("member", True), ("moderator", True), ("other", False)])
async def test_the_poster_and_moderators_remove_a_posted_card_and_nobody_else(
    sandbox: Sandbox, bot: Running, who: str, may: bool
) -> None:
    _, message = await posted(sandbox.actor())
    pressed = await sandbox.actor(who).press(message, "Remove")
    await bot.stop()
    assert message.deleted is may
    if not may:
        assert pressed.ephemeral
        assert "moderators" in pressed.text()


@pytest.mark.usefixtures("bot")
async def test_a_button_on_a_public_card_answers_whoever_presses_it_privately(sandbox: Sandbox) -> None:
    _, message = await posted(sandbox.actor())
    before = message.text()
    for who in ("other", "member"):
        pressed = await sandbox.actor(who).press(message, "Quotations")
        assert pressed.callback is Callback.MESSAGE
        assert pressed.ephemeral
    assert message.text() == before


@pytest.mark.usefixtures("bot")
async def test_what_is_distressing_stays_covered_in_public_and_opens_privately(sandbox: Sandbox) -> None:
    _, message = await posted(sandbox.actor(), "punishment-on-return")
    assert "Content note" in message.text()
    shown = await sandbox.actor("other").press(message, "Show")
    assert shown.ephemeral
    assert "infanticide" in shown.text()
    assert "infanticide" not in message.text()
    assert "Show" in [button.label for button in message.buttons]


async def test_where_moderators_alone_may_post_members_have_no_button_and_are_told(
    sandbox: Sandbox, start: Start
) -> None:
    await start("posting: moderators\n")
    reply = await sandbox.actor().command("brief", topic="numbers", public=True)
    assert reply.ephemeral
    assert "moderators decide" in reply.text()
    assert "Post to channel" not in [button.label for button in reply.buttons]
    moderators = await sandbox.actor("moderator").command("brief", topic="numbers", public=True)
    assert not moderators.ephemeral


async def test_a_button_from_before_the_rules_changed_obeys_the_new_ones(sandbox: Sandbox, start: Start) -> None:
    first = await start()
    member = sandbox.actor()
    reply = await member.command("brief", topic="numbers")
    await first.stop()
    await start("posting: nobody\n")
    pressed = await member.press(reply, "Post to channel")
    assert pressed.callback is Callback.MESSAGE
    assert pressed.ephemeral
    assert public(sandbox.actor("other")) == []


async def test_answers_are_public_where_the_moderators_say_so_but_lists_and_errors_never(
    sandbox: Sandbox, start: Start
) -> None:
    await start("visibility: public\n")
    member = sandbox.actor()
    assert not (await member.command("brief", topic="numbers")).ephemeral
    assert not (await member.command("define", term="refoulement")).ephemeral
    assert (await member.command("brief", topic="numbers", public=False)).ephemeral
    for command, options in [
        ("topics", {}),
        ("help", {}),
        ("about", {}),
        ("privacy", {}),
        ("quote", {"speaker": "ann-buwalda"}),
        ("check", {"text": "persistently sought"}),
        ("brief", {"topic": "the nine"}),
        ("brief", {"topic": "zebra crossings"}),
        ("brief", {"topic": "how do i cross the river safely"}),
    ]:
        assert (await member.command(command, **options)).ephemeral, command


@pytest.mark.usefixtures("bot")
async def test_in_a_direct_message_there_is_nobody_to_post_to(sandbox: Sandbox) -> None:
    reply = await sandbox.actor("member", "dm").command("brief", topic="numbers")
    assert "Post to channel" not in [button.label for button in reply.buttons]


@pytest.mark.usefixtures("bot")
async def test_a_posted_card_speaks_the_language_of_the_server(sandbox: Sandbox) -> None:
    korean = sandbox.actor(locale="ko")
    reply = await korean.command("brief", topic="numbers")
    pressed = await korean.press(reply, "채널에 올리기")
    await pressed.settled(follow_ups=1)
    assert "Remove" in [button.label for button in pressed.follow_ups[0].buttons]
