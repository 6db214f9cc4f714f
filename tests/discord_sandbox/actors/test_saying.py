"""What people and other apps post, as the real discord.py client reads it when somebody uses a menu on it."""

import pytest

from discord_sandbox import Actor, DiscordError, Message, NotOfferedError, Permission, Sandbox, Upload

pytestmark = pytest.mark.usefixtures("bot")

EMBED = {"title": "News", "description": "Words of a page."}
TEXT = {"type": 10, "content": "Words of a card."}


@pytest.fixture
def other(sandbox: Sandbox) -> Actor:
    return sandbox.actor("other")


@pytest.fixture
def app(sandbox: Sandbox) -> Actor:
    return sandbox.actor(sandbox.population.another_app)


async def spelled(sandbox: Sandbox, message: Message) -> list[str]:
    """What the bot reads of a message."""
    reply = await sandbox.actor().menu("Spell out", message)
    content: str = reply.payload["content"]
    assert not sandbox.refusals
    return content.splitlines()


async def test_text_with_files_stickers_and_previews_is_read(sandbox: Sandbox, other: Actor) -> None:
    files = [Upload("a.txt", b"a"), Upload("b.txt", b"b")]
    said = other.say("See this.", files=files, stickers=["Wave"], embeds=[EMBED])
    assert await spelled(sandbox, said) == [
        "text See this.",
        "embed News: Words of a page.",
        "file a.txt",
        "file b.txt",
        "sticker Wave",
    ]
    assert said.text().splitlines() == [
        "See this.",
        "News",
        "Words of a page.",
        "[file: a.txt]",
        "[file: b.txt]",
        "[sticker: Wave]",
    ]


async def test_a_message_may_have_no_text_at_all(sandbox: Sandbox, other: Actor) -> None:
    assert await spelled(sandbox, other.say(stickers=["Wave"])) == ["sticker Wave"]
    assert await spelled(sandbox, other.say(embeds=[EMBED])) == ["embed News: Words of a page."]
    assert await spelled(sandbox, other.say(files=[Upload("a.txt", b"a")])) == ["file a.txt"]
    with pytest.raises(DiscordError, match="50006"):
        other.say()


async def test_a_poll_is_read_with_its_answers(sandbox: Sandbox, other: Actor) -> None:
    poll = other.poll("Is it so?", "Yes", "No")
    assert await spelled(sandbox, poll) == ["poll Is it so?: Yes, No"]
    assert poll.text().splitlines() == ["Is it so?", "[ ] Yes", "[ ] No"]
    assert (poll.payload["timestamp"][8:10], poll.payload["poll"]["expiry"][8:10]) == ("15", "16")
    with pytest.raises(DiscordError, match="50035"):
        other.poll("x" * 301, "Yes")


async def test_cards_of_another_app_are_read(sandbox: Sandbox, app: Actor) -> None:
    card = app.say(components=[TEXT])
    assert await spelled(sandbox, card) == ["component Words of a card."]
    assert card.payload["author"]["bot"]
    assert card.payload["application_id"] == app.user.id != sandbox.application_id
    assert card.payload["flags"] == 1 << 15


async def test_another_app_posts_components_below_its_words(app: Actor) -> None:
    button = {"type": 2, "style": 5, "label": "Open", "url": "https://example.org"}
    said = app.say("Words", components=[{"type": 1, "components": [button]}])
    assert said.text().splitlines() == ["Words", "[Open](https://example.org)"]
    assert said.payload["flags"] == 0


async def test_people_post_no_components_and_apps_use_no_commands(other: Actor, app: Actor) -> None:
    with pytest.raises(NotOfferedError, match="Only apps post components"):
        other.say(components=[TEXT])
    with pytest.raises(NotOfferedError, match="it offers: none"):
        await app.command("slow")


async def test_what_is_forwarded_arrives_as_a_snapshot(sandbox: Sandbox, other: Actor, app: Actor) -> None:
    said = sandbox.actor("member", "elsewhere").say("First.", embeds=[EMBED], files=[Upload("a.txt", b"a")])
    forwarded = other.forward(said)
    read = ["forwarded text First.", "forwarded embed News: Words of a page.", "forwarded file a.txt"]
    assert await spelled(sandbox, forwarded) == read
    assert forwarded.payload["content"] == ""
    where = {"channel_id": said.channel.id, "guild_id": said.channel.payload()["guild_id"]}
    assert forwarded.payload["message_reference"] == {"type": 1, "message_id": said.id, **where}
    assert forwarded.text().splitlines()[0] == "[forwarded] First."
    assert await spelled(sandbox, other.forward(forwarded)) == read
    assert await spelled(sandbox, other.forward(app.say(components=[TEXT]))) == ["forwarded component Words of a card."]


async def test_a_snapshot_does_not_change_with_its_message(sandbox: Sandbox, other: Actor) -> None:
    said = other.say("First.", embeds=[EMBED])
    forwarded = other.forward(said)
    said.payload["content"] = "Second."
    said.payload["embeds"][0]["title"] = "Olds"
    assert await spelled(sandbox, forwarded) == ["forwarded text First.", "forwarded embed News: Words of a page."]


async def test_polls_and_private_answers_are_not_forwarded(sandbox: Sandbox, other: Actor) -> None:
    private = (await other.command("fruit", name="apple")).message
    for message in (private, other.poll("Is it so?", "Yes")):
        with pytest.raises(NotOfferedError, match="cannot be forwarded"):
            other.forward(message)
    assert len(sandbox.actor("member").messages()) == 1


async def test_who_may_not_write_forwards_and_polls_nothing(other: Actor) -> None:
    said = other.say("First.")
    other.place.channel.deny(other.user, Permission.SEND_MESSAGES)
    with pytest.raises(NotOfferedError, match="may not send messages"):
        other.poll("Is it so?", "Yes")
    with pytest.raises(NotOfferedError, match="may not send messages"):
        other.forward(said)
