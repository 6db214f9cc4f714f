"""Right-click on a message: *Check quotation* and *Find a briefing*."""

import pytest

from discord_sandbox import Permission, Sandbox
from tests.journeys.conftest import Running

REPLY = "Reply with this"


async def test_each_quotation_of_a_message_is_checked(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    said = sandbox.actor("other").say(
        'He says “persistently sought” and "the moon is made of green cheese, as all know".'
    )
    reply = await member.menu("Check quotation", said)
    assert reply.ephemeral
    assert "2 quotations" in reply.text()
    assert "Ann Buwalda" in reply.text()
    assert (await bot.counts())["Check quotation", "absent", ""] == 1


@pytest.mark.usefixtures("bot")
async def test_up_to_three_briefings_are_found_for_a_message(sandbox: Sandbox) -> None:
    said = sandbox.actor("other").say("did the UN declare them refugees in 2005?")
    member = sandbox.actor()
    reply = await member.menu("Find a briefing", said)
    assert reply.ephemeral
    titles = [option.label for option in reply.selects[0].options]
    assert "Did the UN declare them refugees in 2005?" in titles
    assert len(titles) <= 3
    assert not [button for button in reply.buttons if button.label.startswith(REPLY)]
    opened = await member.choose(reply, reply.selects[0].custom_id, titles[0])
    assert titles[0] in opened.text()


@pytest.mark.usefixtures("bot")
async def test_a_message_about_nothing_we_have_is_told_so(sandbox: Sandbox) -> None:
    said = sandbox.actor("other").say("who wins the cricket on saturday")
    reply = await sandbox.actor().menu("Find a briefing", said)
    assert "Not in our library" in reply.text()


async def test_a_moderator_answers_a_message_with_a_briefing(sandbox: Sandbox, bot: Running) -> None:
    said = sandbox.actor("other").say("did the UN declare them refugees in 2005?")
    moderator = sandbox.actor("moderator")
    found = await moderator.menu("Find a briefing", said)
    button = next(button for button in found.buttons if button.label.startswith(REPLY))
    pressed = await moderator.press(found, button.custom_id)
    await pressed.settled()
    assert "Sent" in pressed.text()
    message = sandbox.actor("other").messages()[-1]
    assert message.author == sandbox.bot_user
    assert message.payload["message_reference"]["message_id"] == said.id
    assert message.payload["mentions"] == []
    assert "Did the UN declare them refugees in 2005?" in message.text()
    assert "Grace" in message.text()
    removed = await moderator.press(message, "Remove")
    assert removed.acknowledgement["type"] == 6
    await bot.stop()
    assert message.deleted
    assert not sandbox.refusals


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("denied", [Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.READ_MESSAGE_HISTORY])
async def test_the_reply_button_is_absent_where_the_bot_may_not_write(sandbox: Sandbox, denied: Permission) -> None:
    said = sandbox.actor("other").say("did the UN declare them refugees in 2005?")
    sandbox.deny_bot(sandbox.population.places["server"].channel, denied)
    found = await sandbox.actor("moderator").menu("Find a briefing", said)
    assert not [button for button in found.buttons if button.label.startswith(REPLY)]


@pytest.mark.usefixtures("bot")
async def test_the_reply_button_is_absent_where_the_bot_is_no_member(sandbox: Sandbox) -> None:
    said = sandbox.actor("other", "elsewhere").say("did the UN declare them refugees in 2005?")
    found = await sandbox.actor("moderator", "elsewhere").menu("Find a briefing", said)
    assert found.selects
    assert not [button for button in found.buttons if button.label.startswith(REPLY)]


@pytest.mark.usefixtures("bot")
async def test_a_reply_to_a_message_that_is_gone_is_said_to_have_failed(sandbox: Sandbox) -> None:
    channel = sandbox.population.places["server"].channel
    said = sandbox.actor("other").say("did the UN declare them refugees in 2005?")
    moderator = sandbox.actor("moderator")
    found = await moderator.menu("Find a briefing", said)
    button = next(button for button in found.buttons if button.label.startswith(REPLY))
    del channel.messages[said.id]
    pressed = await moderator.press(found, button.custom_id)
    await pressed.settled()
    assert "Not sent" in pressed.text()
