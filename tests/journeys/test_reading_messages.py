"""What the message menus read: everything in a message that is text; what is not text is named."""

import pytest

from discord_sandbox import Sandbox, Upload
from tests.journeys.conftest import Running

KING = (
    "These returnees often face serious consequences, including the possibility of imprisonment, torture, "
    "and even execution"
)
PNG = Upload("photo.png", b"\x89PNG\r\n\x1a\n")


@pytest.mark.usefixtures("bot")
async def test_the_words_of_an_embed_are_checked(sandbox: Sandbox) -> None:
    other = sandbox.actor("other")
    embed = {"title": "A page", "description": KING, "footer": {"text": "2013"}}
    for said in (other.say(embeds=[embed]), other.say("look at this", embeds=[{"description": f"“{KING}”"}])):
        reply = await sandbox.actor().menu("Check quotation", said)
        assert "## Exact" in reply.text()
    altered = other.say("look", embeds=[{"description": KING.replace("often", "never")}])
    assert "Altered" in (await sandbox.actor().menu("Check quotation", altered)).text()


@pytest.mark.usefixtures("bot")
async def test_what_was_forwarded_is_checked_with_its_embeds(sandbox: Sandbox) -> None:
    other = sandbox.actor("other")
    for said in (other.say(KING), other.say(embeds=[{"description": KING}])):
        reply = await sandbox.actor().menu("Check quotation", other.forward(said))
        assert "## Exact" in reply.text()


@pytest.mark.usefixtures("bot")
async def test_the_cards_of_other_apps_and_our_own_are_checked(sandbox: Sandbox) -> None:
    app = sandbox.actor(sandbox.population.another_app)
    said = app.say(components=[{"type": 17, "components": [{"type": 10, "content": f"“{KING}”"}]}])
    member = sandbox.actor()
    assert "## Exact" in (await member.menu("Check quotation", said)).text()
    ours = await member.command("brief", topic="non-refoulement", public=True)
    reply = await member.menu("Check quotation", ours.message)
    assert "Nothing to check" not in reply.text()
    assert "Altered" not in reply.text()


@pytest.mark.usefixtures("bot")
async def test_a_briefing_is_found_for_the_question_of_a_poll(sandbox: Sandbox) -> None:
    poll = sandbox.actor("other").poll("Did the UN declare them refugees in 2005?", "Yes", "No")
    reply = await sandbox.actor().menu("Find a briefing", poll)
    assert "Did the UN declare them refugees in 2005?" in [option.label for option in reply.selects[0].options]
    assert "Not read: the poll's answers." in reply.text()


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    "text", ["https://example.org/a-page", "👍🏽 ❤️", "<:flag:123456789012345678>", "\u3164", "```\n```"]
)
async def test_where_no_words_are_left_there_is_nothing_to_check_or_to_find(sandbox: Sandbox, text: str) -> None:
    said = sandbox.actor("other").say(text)
    member = sandbox.actor()
    assert "Nothing to check" in (await member.menu("Check quotation", said)).text()
    assert "Nothing to look for" in (await member.menu("Find a briefing", said)).text()
    assert "Nothing to check" in (await member.command("check", text=text)).text()


async def test_stickers_pictures_and_files_are_named_as_not_read(sandbox: Sandbox, bot: Running) -> None:
    other, member = sandbox.actor("other"), sandbox.actor()
    nothing = await member.menu("Check quotation", other.say(files=[PNG], stickers=["Wave"]))
    assert "Nothing to check" in nothing.text()
    assert "Not read: pictures, stickers." in nothing.text()
    some = await member.menu("Check quotation", other.say(KING, files=[Upload("a.txt", b"a")]))
    assert "## Exact" in some.text()
    assert "Not read: attached files." in some.text()
    assert (await bot.counts())["Check quotation", "absent", ""] == 1
