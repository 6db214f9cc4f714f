"""What Discord refuses: the button comes back, and the card says why; whatever the code."""

import pytest

from discord_sandbox import Message, Permission, Sandbox
from tests.journeys.conftest import Running, Start, server_id

POST = "Post to channel"
CODES = [
    (403, 50001, "View Channel"),
    (403, 50013, "Send Messages"),
    (404, 10003, "That channel is gone"),
    (404, 10008, "The message to answer is gone"),
    (400, 50083, "That thread is closed"),
    (400, 160002, "Read Message History"),
    (400, 200000, "AutoMod"),
    (400, 99999, "Discord refused it"),
    (501, 0, "Try again later"),
]


def public(sandbox: Sandbox) -> list[Message]:
    return [message for message in sandbox.actor("other").messages() if not message.ephemeral]


@pytest.mark.parametrize(("status", "code", "told"), CODES[:-1])  # discord.py tries again for half a minute after 5xx
async def test_a_posting_that_is_refused_gives_the_button_back_and_says_why(
    sandbox: Sandbox, bot: Running, status: int, code: int, told: str
) -> None:
    member = sandbox.actor()
    reply = await member.command("brief", topic="numbers")
    before = reply.text().splitlines()[0]
    sandbox.trouble("/webhooks/", status=status, code=code)
    pressed = await member.press(reply, POST)
    await bot.idle()
    assert "Not posted. " in pressed.text()
    assert told in pressed.text()
    assert str(code or status) in pressed.text()
    assert pressed.text().splitlines()[0] == before
    assert POST in [button.label for button in reply.buttons]
    assert public(sandbox) == []
    again = await member.press(reply, POST)
    await again.settled(follow_ups=1)
    assert len(public(sandbox)) == 1
    counts = await bot.counts()
    assert counts["brief", "denied", "numbers"] == 1
    assert counts["brief", "posted", "numbers"] == 1


async def test_a_verdict_that_is_refused_gives_the_button_back_and_says_why(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    reply = await member.command("check", text="persistently sought")
    sandbox.trouble("/webhooks/", status=403, code=50013)
    await member.press(reply, POST)
    await bot.idle()
    assert "I may not write there" in reply.text()
    assert POST in [button.label for button in reply.buttons]


@pytest.mark.parametrize(("status", "code", "told"), CODES)
async def test_a_reply_that_is_refused_says_why(
    sandbox: Sandbox, bot: Running, status: int, code: int, told: str
) -> None:
    said = sandbox.actor("other").say("did the UN declare them refugees in 2005?")
    moderator = sandbox.actor("moderator")
    found = await moderator.menu("Find a briefing", said)
    button = next(button for button in found.buttons if button.label.startswith("Reply with this"))
    sandbox.trouble(f"/channels/{said.channel.id}/messages", status=status, code=code)
    pressed = await (await moderator.press(found, button.custom_id)).settled()
    await bot.idle()
    answered = moderator.messages()[-1]
    assert "Not sent" in answered.text()
    assert told in answered.text()
    assert pressed
    again = await (await moderator.press(found, button.custom_id)).settled()
    assert "Sent" in again.text()


@pytest.mark.usefixtures("bot")
async def test_what_the_bot_lacks_in_this_channel_is_named(sandbox: Sandbox) -> None:
    channel = sandbox.population.places["server"].channel
    said = sandbox.actor("other").say("did the UN declare them refugees in 2005?")
    moderator = sandbox.actor("moderator")
    found = await moderator.menu("Find a briefing", said)
    button = next(button for button in found.buttons if button.label.startswith("Reply with this"))
    sandbox.deny_bot(channel, Permission.SEND_MESSAGES)
    pressed = await (await moderator.press(found, button.custom_id)).settled()
    assert "I lack *Send Messages* in this channel" in pressed.text()
    assert "Embed Links" not in pressed.text()


@pytest.mark.parametrize(("status", "code", "told"), CODES)
async def test_a_report_that_is_refused_is_given_back_with_the_reason(
    sandbox: Sandbox, start: Start, status: int, code: int, told: str
) -> None:
    desk = sandbox.population.places["desk"].channel
    await start(f"servers: {{{server_id(sandbox)}: {{reports_channel: {desk.id}}}}}\n")
    member = sandbox.actor()
    reply = await member.command("brief", topic="numbers")
    form = await member.choose(reply, reply.selects[0].custom_id, "Report a problem")
    sandbox.trouble(f"/channels/{desk.id}/messages", status=status, code=code)
    sent = await (await member.submit(form, {"kind": "number", "words": "It says four."})).settled()
    assert "It says four." in sent.text()
    assert told in sent.text()
