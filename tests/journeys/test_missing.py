"""*None of these* and *Not what I meant*: counted with what came nearest, and nothing else is kept."""

import sqlite3

import pytest

from discord_sandbox import Callback, Sandbox
from tests.journeys.conftest import Running, Start


async def test_none_of_these_counts_what_came_nearest_and_tells_what_to_do(sandbox: Sandbox, start: Start) -> None:
    bot = await start("contact: Write to @desk-of-ours.\n")
    member = sandbox.actor()
    asked = await member.command("brief", topic="the nine")
    nearest = next(each for each in asked.buttons if each.label == "None of these").custom_id.split(":")[2]
    pressed = await member.press(asked, "None of these")
    assert pressed.callback is Callback.UPDATE
    assert pressed.ephemeral
    assert "Write to" in pressed.text()
    assert "/topics" in pressed.text()
    assert "the nine" not in pressed.text()
    menu = next(select for select in pressed.message.selects)
    assert await member.choose(pressed, menu.custom_id, menu.options[0].value)
    counts = await bot.counts()
    assert counts["brief", "none_of_these", nearest] == 1
    assert not sandbox.refusals


async def test_where_nothing_was_near_that_is_counted_without_a_topic(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    nothing = await member.command("brief", topic="zzqx vvkj")
    pressed = await member.press(nothing, "None of these")
    assert "None of these" in pressed.text()
    assert (await bot.counts())["help", "none_of_these", ""] == 1


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("brief", {"topic": "zebra crossings"}),
        ("treaty", {"reference": "CAT 199"}),
        ("quote", {"search": "zzqx vvkj"}),
        ("quote", {"speaker": "nobody at all"}),
        ("define", {"term": "zebra crossings"}),
        ("source", {"document": "zebra crossings"}),
        ("timeline", {"topic": "1066"}),
    ],
)
@pytest.mark.usefixtures("bot")
async def test_every_command_that_does_not_find_takes_none_of_these(
    sandbox: Sandbox, command: str, options: dict[str, object]
) -> None:
    member = sandbox.actor()
    pressed = await member.press(await member.command(command, **options), "None of these")
    assert pressed.text().startswith("## None of these")


async def test_a_message_menu_that_asks_takes_none_of_these(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    message = sandbox.actor("other").say("Why are people sent back to North Korea? Is non-refoulement not the law?")
    found = await member.menu("Find a briefing", message)
    await member.press(found, "None of these")
    assert [key for key in await bot.counts() if key[1] == "none_of_these" and key[2]]


async def test_what_was_found_for_free_text_takes_not_what_i_meant_and_what_was_chosen_does_not(
    sandbox: Sandbox, bot: Running
) -> None:
    member = sandbox.actor()
    chosen = await member.command("brief", topic="non-refoulement")
    typed = await member.command("brief", topic="What is non-refoulement?")
    assert chosen.text().splitlines()[0] == typed.text().splitlines()[0]
    (more,) = typed.message.selects
    label = more.options[-1].label
    assert label == "Not what I meant"
    assert label not in [option.label for select in chosen.message.selects for option in select.options]
    pressed = await member.choose(typed, more.custom_id, label)
    assert pressed.callback is Callback.UPDATE
    assert pressed.text().startswith("## Not what you meant")
    assert (await bot.counts())["brief", "not_meant", "non-refoulement"] == 1


async def test_a_card_without_more_takes_it_as_a_button(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    found = await member.command("define", term="what is a kyohwaso")
    await member.press(found, "Not what I meant")
    assert [key for key in await bot.counts() if key[:2] == ("define", "not_meant")]


@pytest.mark.usefixtures("bot")
async def test_an_answer_for_everyone_takes_it_from_nobody(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("brief", topic="What is non-refoulement?", public=True)
    assert not reply.ephemeral
    assert not any(option.label == "Not what I meant" for one in reply.message.selects for option in one.options)


@pytest.mark.usefixtures("bot")
async def test_boundaries_take_neither(sandbox: Sandbox) -> None:
    reply = await sandbox.actor().command("brief", topic="how do i cross the river safely")
    assert not {"None of these", "Not what I meant"} & {button.label for button in reply.buttons}


async def test_nothing_that_was_typed_is_kept(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    await member.press(await member.command("brief", topic="zebra crossings qqfw"), "None of these")
    await bot.count_no_more()
    with sqlite3.connect(bot.folder / "usage.sqlite3") as database:
        kept = "\n".join(database.iterdump())
    assert "none_of_these" in kept
    assert "zebra" not in kept
    assert "qqfw" not in kept


async def test_an_id_that_the_library_does_not_have_is_not_counted(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    asked = await member.command("brief", topic="the nine")
    for part in asked.message.payload["components"][0]["components"]:
        for button in part.get("components", ()):
            if button.get("label") == "None of these":
                button["custom_id"] = "v1:brief:mina-was-here:none-of-these:1:card"
    await member.press(asked, "None of these")
    assert (await bot.counts())["brief", "none_of_these", ""] == 1


@pytest.mark.usefixtures("bot")
async def test_it_is_said_in_korean_too(sandbox: Sandbox) -> None:
    member = sandbox.actor(locale="ko")
    pressed = await member.press(await member.command("brief", topic="얼룩말 횡단보도"), "이 중에 없음")
    assert "운영진은" in pressed.text()
