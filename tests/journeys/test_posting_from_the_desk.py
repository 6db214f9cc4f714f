"""`/desk post` and `/desk preview`: any card, to a channel or in answer to a message, by those who may write there."""

import pytest

from discord_sandbox import Actor, Message, NotOfferedError, Permission, Sandbox
from tests.journeys.conftest import Running, Start, asked, server_id


def moderator(sandbox: Sandbox, where: str = "server") -> Actor:
    return sandbox.actor("moderator", where)


def public(sandbox: Sandbox, where: str = "desk") -> list[Message]:
    return [message for message in moderator(sandbox, where).messages() if not message.ephemeral]


def link_to(message: Message) -> str:
    guild = message.channel.guild
    assert guild is not None
    return f"https://discord.com/channels/{guild.id}/{message.channel.id}/{message.id}"


@pytest.mark.parametrize(
    "what",
    [
        "non-refoulement",
        "brief:numbers",
        "timeline:non-refoulement",
        "What is non-refoulement?",
        "term:refoulement",
    ],
)
async def test_any_card_is_posted_to_the_channel_that_was_chosen(sandbox: Sandbox, bot: Running, what: str) -> None:
    there = sandbox.population.places["desk"].channel
    reply = await asked(moderator(sandbox), "desk post", what=what, channel=there)
    assert reply.ephemeral
    assert f"Posted in <#{there.id}>" in reply.text()
    (message,) = public(sandbox)
    assert link_to(message) in reply.text()
    assert message.author == sandbox.bot_user
    assert "Grace" in message.text()
    assert "Remove" in [button.label for button in message.buttons]
    assert message.payload["mentions"] == []
    assert [key[1] for key in await bot.counts() if key[0] == "desk post"] == ["posted"]
    assert not sandbox.refusals


async def test_without_a_channel_it_is_posted_here_and_whoever_posted_it_removes_it(
    sandbox: Sandbox, bot: Running
) -> None:
    actor = moderator(sandbox)
    await asked(actor, "desk post", what="numbers", length="full")
    (message,) = public(sandbox, "server")
    await actor.press(message, "Remove")
    await bot.idle()
    assert message.deleted


async def test_a_message_is_answered_without_calling_its_author(sandbox: Sandbox, bot: Running) -> None:
    said = sandbox.actor("other").say("how many were there?")
    reply = await asked(moderator(sandbox), "desk post", what="numbers", message=link_to(said))
    assert "Posted in" in reply.text()
    message = public(sandbox, "server")[-1]
    assert message.payload["message_reference"]["message_id"] == said.id
    assert message.payload["mentions"] == []
    assert not sandbox.refusals
    assert bot.task


@pytest.mark.usefixtures("bot")
async def test_a_link_elsewhere_or_to_nothing_is_said_and_nothing_is_posted(sandbox: Sandbox) -> None:
    actor = moderator(sandbox)
    elsewhere = sandbox.actor("moderator", "desk").say("a word")
    for link, told in (
        (link_to(elsewhere), "in another channel"),
        (link_to(elsewhere).replace(server_id(sandbox), "1" * 18), "in another server"),
        ("yesterday's message", "no link to a message"),
        (link_to(sandbox.actor("other").say("gone")).rsplit("/", 1)[0] + "/123456789012345678", "answer is gone"),
    ):
        assert told in (await asked(actor, "desk post", what="numbers", message=link)).text()
    assert sandbox.bot_user not in {message.author for message in public(sandbox, "server")}
    there = sandbox.population.places["desk"].channel
    reply = await asked(actor, "desk post", what="numbers", message=link_to(elsewhere), channel=there)
    assert "Posted in" in reply.text()


@pytest.mark.parametrize("command", ["desk post", "desk preview"])
async def test_where_moderators_may_not_write_themselves_the_bot_does_not_write_for_them(
    sandbox: Sandbox, bot: Running, command: str
) -> None:
    actor, there = moderator(sandbox), sandbox.population.places["desk"].channel
    there.deny(actor.user, Permission.SEND_MESSAGES)
    reply = await asked(actor, command, what="numbers", channel=there)
    assert "You may not write in that channel yourself" in reply.text()
    assert public(sandbox) == []
    assert (await bot.counts())[command, "denied", "numbers"] == 1


@pytest.mark.parametrize(
    ("status", "code", "told"),
    [
        (403, 50001, "View Channel"),
        (403, 50013, "Send Messages"),
        (404, 10003, "That channel is gone"),
        (400, 50083, "That thread is closed"),
        (400, 160002, "Read Message History"),
        (400, 77777, "77777"),
        (501, 0, "Try again later"),
    ],
)
async def test_what_discord_refuses_is_said_with_what_is_missing(
    sandbox: Sandbox, bot: Running, status: int, code: int, told: str
) -> None:
    there = sandbox.population.places["desk"].channel
    sandbox.trouble(f"/channels/{there.id}/messages", status=status, code=code)
    reply = await asked(moderator(sandbox), "desk post", what="numbers", channel=there)
    assert "Not sent" in reply.text()
    assert told in reply.text()
    outcome = "failed" if status >= 500 else "denied"
    assert (await bot.counts())["desk post", outcome, "numbers"] == 1


@pytest.mark.usefixtures("bot")
async def test_what_the_bot_may_not_do_there_is_said(sandbox: Sandbox) -> None:
    there = sandbox.population.places["desk"].channel
    sandbox.deny_bot(there, Permission.SEND_MESSAGES)
    reply = await asked(moderator(sandbox), "desk post", what="numbers", channel=there)
    assert "I may not write there" in reply.text()
    here = sandbox.population.places["server"].channel
    sandbox.deny_bot(here, Permission.SEND_MESSAGES)
    reply = await asked(moderator(sandbox), "desk post", what="numbers")
    assert "I lack *Send Messages* in this channel" in reply.text()


async def test_what_is_not_found_asks_and_what_is_for_the_asker_alone_is_not_posted(
    sandbox: Sandbox, bot: Running
) -> None:
    actor = moderator(sandbox)
    assert "None of these" in (await asked(actor, "desk post", what="the nine")).text()
    assert "Not in our library" in (await asked(actor, "desk post", what="zebra crossings")).text()
    assert (await asked(actor, "desk post", what="boundary:routes-and-crossings")).ephemeral
    assert (await asked(actor, "desk post", what="how do i cross the river safely")).ephemeral
    assert (
        "Lists and fixed replies" in (await asked(actor, "desk post", what="which treaties is china a party to")).text()
    )
    assert public(sandbox, "server") == []
    assert bot.task


async def test_what_is_hidden_here_is_not_posted(sandbox: Sandbox, start: Start) -> None:
    await start(f"servers:\n  {server_id(sandbox)}:\n    hidden: [numbers]\n")
    reply = await asked(moderator(sandbox), "desk post", what="numbers")
    assert "Posted" not in reply.text()
    assert public(sandbox, "server") == []


async def test_a_channel_in_which_nobody_posts_is_left_alone(sandbox: Sandbox, start: Start) -> None:
    there = sandbox.population.places["desk"].channel
    await start(f"servers:\n  {server_id(sandbox)}:\n    channels:\n      {there.id}: {{posting: nobody}}\n")
    reply = await asked(moderator(sandbox), "desk post", what="numbers", channel=there)
    assert "posting: nobody" in reply.text()
    assert public(sandbox) == []
    assert "Posted in" in (await asked(moderator(sandbox), "desk post", what="numbers")).text()


async def test_a_preview_is_the_posted_card_in_the_language_of_the_channel_for_the_moderator_alone(
    sandbox: Sandbox, start: Start
) -> None:
    there = sandbox.population.places["desk"].channel
    await start(f"servers:\n  {server_id(sandbox)}:\n    channels:\n      {there.id}: {{language: ko}}\n")
    actor = moderator(sandbox)
    preview = await asked(actor, "desk preview", what="numbers", channel=there)
    assert preview.ephemeral
    assert "삭제" in [button.label for button in preview.buttons]
    assert public(sandbox) == []
    await asked(actor, "desk post", what="numbers", channel=there)
    (message,) = public(sandbox)
    assert message.text() == preview.text()
    here = await asked(actor, "desk preview", what="numbers")
    assert "Remove" in [button.label for button in here.buttons]


@pytest.mark.usefixtures("bot")
async def test_content_notes_stay_before_what_they_hide(sandbox: Sandbox) -> None:
    for command in ("desk preview", "desk post"):
        await asked(moderator(sandbox), command, what="punishment-on-return")
    (message,) = public(sandbox, "server")
    assert "Content note" in message.text()
    assert "infanticide" not in message.text()


@pytest.mark.usefixtures("bot")
async def test_what_is_suggested_is_of_every_kind(sandbox: Sandbox) -> None:
    actor = moderator(sandbox)
    values = [one.value for one in await actor.type("desk post", "what", "non-refoulement")]
    assert "non-refoulement" in values
    assert "timeline:non-refoulement" in values
    assert any(str(one.value).startswith("article:") for one in await actor.type("desk post", "what", "CAT 3"))


@pytest.mark.parametrize("command", ["desk post", "desk preview"])
async def test_members_may_neither(sandbox: Sandbox, bot: Running, command: str) -> None:
    with pytest.raises(NotOfferedError):
        await sandbox.actor().command(command, what="numbers")
    sandbox.open_to_everyone("desk")
    reply = await sandbox.actor().command(command, what="numbers")
    assert "Moderators of this server" in reply.text()
    assert public(sandbox, "server") == []
    assert (await bot.counts())[command, "denied", ""] == 1
