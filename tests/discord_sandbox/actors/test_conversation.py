"""The real discord.py client answers people."""

import aiohttp
import pytest

from discord_sandbox import Callback, NoAnswerError, NotOfferedError, Permission, Sandbox

pytestmark = pytest.mark.usefixtures("bot")


async def test_a_command_is_answered_with_a_card_only_the_asker_sees(sandbox: Sandbox) -> None:
    member, other = sandbox.actor(), sandbox.actor("other")
    reply = await member.command("fruit", name="cherry")
    assert reply.text().splitlines() == [
        "## cherry",
        "---",
        "One text beside a button.",
        "[Where it stands](https://example.org/a)",
        "[Count to 1] [Report a problem] [Post to channel]",
        "[Pick fruit: Apple | Banana | Cherry | Date | Elderberry]",
    ]
    assert reply.ephemeral
    assert member.messages() == [reply.message]
    assert other.messages() == []
    assert not sandbox.refusals


async def test_a_public_answer_is_seen_by_everyone(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("fruit", name="date", loud=True, public=True)
    assert "## DATE" in reply.text()
    assert sandbox.actor("other").messages() == [reply.message]


async def test_typing_offers_choices(sandbox: Sandbox) -> None:
    choices = await sandbox.actor().type("fruit", "name", "rry")
    assert [(choice.name, choice.value) for choice in choices] == [("Cherry", "cherry"), ("Elderberry", "elderberry")]


async def test_a_button_updates_its_message(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    first = await member.command("fruit", name="apple")
    second = await member.press(first, "Count to 1")
    third = await member.press(second, "v1:count:2")
    assert third.callback is Callback.UPDATE
    assert third.message is first.message
    assert "Counted to 2." in first.text()


async def test_a_menu_takes_labels_and_values(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    card = await member.command("fruit", name="apple")
    reply = await member.choose(card, "Pick fruit", "Banana", "cherry")
    assert reply.text() == "You picked banana, cherry."
    with pytest.raises(NotOfferedError, match="takes 1 to 2 of"):
        await member.choose(card, "Pick fruit", "Apple", "Banana", "Cherry")
    with pytest.raises(NotOfferedError, match="takes 1 to 2 of"):
        await member.choose(card, "Pick fruit", "Fig")


async def test_a_form_is_filled_in_and_sent(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    form = await member.press(await member.command("fruit", name="apple"), "Report a problem")
    assert form.modal.title == "Report a problem"
    assert [field.label for field in form.modal.fields] == ["What is wrong?", "Kind", "I am sure"]
    reply = await member.submit(form, {"What is wrong?": "A comma", "Kind": "A wrong word", "I am sure": True})
    assert reply.text() == "Thank you: A comma / word / True"


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"Kind": "date"}, "'What is wrong\\?' is required"),
        ({"What is wrong?": "x"}, "'Kind' is required"),
        ({"What is wrong?": "x" * 201, "Kind": "date"}, "takes 0 to 200 characters"),
        ({"What is wrong?": "x", "Kind": "nothing"}, "takes up to 1 of: A wrong word, A wrong date"),
        ({"Where?": "here"}, "has no field 'Where\\?'"),
    ],
)
async def test_a_form_takes_only_what_it_asks_for(sandbox: Sandbox, values: dict[str, str], complaint: str) -> None:
    member = sandbox.actor()
    form = await member.press(await member.command("fruit", name="apple"), "Report a problem")
    with pytest.raises(NotOfferedError, match=complaint):
        await member.submit(form, values)


async def test_a_deferred_answer_settles_and_is_followed_up(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("slow")
    assert reply.callback is Callback.DEFERRED_MESSAGE
    await reply.settled(follow_ups=1)
    assert "Thought about it." in reply.text()
    assert reply.follow_ups[0].text() == "A second thought."
    assert reply.follow_ups[0].payload["message_reference"]["message_id"] == reply.message.id
    assert [message.ephemeral for message in reply.messages] == [True, True]


async def test_pictures_and_files_can_be_fetched_again(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("picture")
    assert reply.text() == "[image: A grey chart]\n[file: notes.txt]"
    gallery, file = reply.payload["components"]
    media = gallery["items"][0]["media"]
    assert (media["width"], media["height"], media["content_type"]) == (320, 120, "image/png")
    async with aiohttp.ClientSession() as session:
        async with session.get(media["url"]) as picture:
            assert (await picture.read()).startswith(b"\x89PNG")
        async with session.get(file["file"]["url"]) as notes:
            assert await notes.read() == b"words"


async def test_embeds_of_old_are_carried_too(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("old", text="Words")
    assert reply.text().splitlines() == ["Words", "Old", "Words", "Field: Value", "Foot"]


async def test_a_message_menu_gets_its_message(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    said = sandbox.actor("other").say("one two three")
    assert (await member.menu("Count words", said)).text() == "3 words"


async def test_a_bot_that_never_answers_is_an_error_that_names_the_command(sandbox: Sandbox) -> None:
    sandbox.patience = 0.05
    with pytest.raises(NoAnswerError, match=r"/silent: the bot did not answer within 0\.05 s"):
        await sandbox.actor().command("silent")


@pytest.mark.parametrize(
    ("name", "options", "complaint"),
    [
        ("vegetable", {}, "does not offer 'vegetable'"),
        ("fruit", {}, "The option name is required"),
        ("fruit", {"name": "x", "size": 2}, "has no option size; it has: name, loud, public"),
        ("fruit", {"name": "x", "loud": "yes"}, "loud does not take 'yes'"),
        ("old", {"text": "x" * 51}, "takes 1 to 50 characters, not 51"),
        ("desk", {}, "needs a subcommand: reload"),
        ("desk tidy", {}, "has no subcommand tidy"),
    ],
)
async def test_only_what_discord_offers_can_be_sent(
    sandbox: Sandbox, name: str, options: dict[str, object], complaint: str
) -> None:
    with pytest.raises(NotOfferedError, match=complaint):
        await sandbox.actor("moderator").command(name, **options)


async def test_links_are_not_pressed_and_private_messages_not_by_others(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    reply = await member.command("fruit", name="apple")
    with pytest.raises(NotOfferedError, match="opens a page"):
        await member.press(reply, "Where it stands")
    with pytest.raises(NotOfferedError, match="There is no button 'Dance'"):
        await member.press(reply, "Dance")
    with pytest.raises(NotOfferedError, match="Tomás does not see that message"):
        await sandbox.actor("other").press(reply, "Count to 1")


async def test_a_member_who_may_not_write_cannot_say_anything(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    member.place.channel.deny(member.user, Permission.SEND_MESSAGES)
    with pytest.raises(NotOfferedError, match="may not send messages"):
        member.say("hello")


async def test_a_rate_limit_is_waited_out_by_the_client(sandbox: Sandbox) -> None:
    sandbox.trouble("/callback", status=429, retry_after=0.01, times=2)
    reply = await sandbox.actor().command("fruit", name="apple")
    assert "## apple" in reply.text()
    assert not sandbox.refusals
