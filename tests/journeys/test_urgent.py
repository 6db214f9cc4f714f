"""Whoever may be in danger is shown where to turn, whatever they typed it into, and nobody else learns of it."""

import sqlite3
from collections.abc import Mapping

import pytest

from discord_sandbox import Reply, Sandbox
from tests.journeys.conftest import Running, Start

TITLE = "Where to turn now"
DANGER = "i want to die"
SUPPORT = "support: {en: Talk to us in help-desk., ko: help-desk에서 이야기해 주세요.}\n"


def is_urgent(reply: Reply) -> bool:
    return reply.ephemeral and TITLE in reply.text() and not reply.buttons and not reply.selects


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("brief", {"topic": DANGER}),
        ("brief", {"topic": DANGER, "public": True}),
        ("brief", {"topic": "i wnat to die, what is non-refoulement"}),
        ("figures", {"topic": "i am being sent back tomorrow, how many are sent back"}),
        ("timeline", {"topic": DANGER}),
        ("define", {"term": DANGER}),
        ("source", {"document": DANGER}),
        ("quote", {"search": DANGER}),
        ("quote", {"speaker": DANGER}),
        ("quote", {"document": DANGER}),
        ("treaty", {"reference": f"{DANGER} art. 33 refugee convention"}),
        ("check", {"text": DANGER}),
    ],
)
async def test_danger_is_answered_first_whatever_it_is_typed_into(
    sandbox: Sandbox, command: str, options: Mapping[str, str | bool]
) -> None:
    assert is_urgent(await sandbox.actor().command(command, **options))
    assert not sandbox.refusals


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("menu", ["Find a briefing", "Check quotation"])
async def test_a_message_of_somebody_in_danger_shows_where_to_turn(sandbox: Sandbox, menu: str) -> None:
    said = sandbox.actor("other").say("they are sending me back to north korea tomorrow, please help")
    assert is_urgent(await sandbox.actor().menu(menu, said))


@pytest.mark.usefixtures("bot")
async def test_a_document_that_tells_of_death_is_checked_as_ever(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("check", text="“persistently sought”, i want to die")
    assert TITLE not in reply.text()
    assert "Ann Buwalda" in reply.text()


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("typed", [DANGER, "names of the nine", "where to cross the tumen safely"])
async def test_nothing_is_suggested_in_place_of_a_question_that_is_not_answered(sandbox: Sandbox, typed: str) -> None:
    assert await sandbox.actor().type("brief", "topic", typed[:9]) != []
    assert await sandbox.actor().type("brief", "topic", typed) == []


@pytest.mark.parametrize(
    ("locale", "typed", "first"),
    [
        ("en-US", DANGER, (TITLE, "Talk to us in help-desk.")),
        ("ko", DANGER, ("지금 도움을 받을 수 있는 곳", "help-desk에서 이야기해 주세요.")),
        ("en-US", "죽고 싶어요", ("지금 도움을 받을 수 있는 곳", "help-desk에서 이야기해 주세요.")),
        ("en-US", "我不想活了", ("现在可以求助的地方", "Talk to us in help-desk.")),
        ("zh-TW", "我想自殺", ("现在可以求助的地方", "Talk to us in help-desk.")),
        ("en-GB", "死にたい", ("いま頼れるところ", "Talk to us in help-desk.")),
    ],
)
async def test_the_moderators_own_support_comes_first_in_the_language_of_whoever_asks(
    sandbox: Sandbox, start: Start, locale: str, typed: str, first: tuple[str, str]
) -> None:
    running = await start(SUPPORT)
    reply = await sandbox.actor(locale=locale).command("brief", topic=typed)
    title, support, *_ = (line for line in reply.text().splitlines() if line)
    assert first[0] in title
    assert first[1] in support.replace("\\", "")
    await running.stop()


async def test_urgent_and_personal_questions_are_counted_without_the_server(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    await member.command("brief", topic=DANGER)
    await member.command("define", term="am i a refugee")
    await member.command("figures", topic="how do i cross the river safely")
    await bot.count_no_more()
    with sqlite3.connect(bot.folder / "usage.sqlite3") as database:
        rows = {
            subject: (server, place)
            for subject, server, place in database.execute("SELECT subject, server, place FROM counts")
        }
    assert rows["urgent"] == ("", "")
    assert rows["is-this-person-a-refugee"] == ("", "")
    assert rows["routes-and-crossings"][0]
    assert rows["routes-and-crossings"][1] == "server"
