"""`/desk stats` and `/desk gaps`: this server alone, complete days and weeks, and nothing that is rare."""

import csv
import io
import re
import sqlite3
from datetime import UTC, date, datetime, timedelta

import aiohttp
import pytest

from bot.usage.weeks import monday_of
from discord_sandbox import Actor, Callback, NotOfferedError, Reply, Sandbox
from tests.journeys.conftest import Running, Start, asked, server_id

Counted = tuple[date, str, str, int]


def today() -> date:
    return datetime.now(UTC).date()


def last_monday() -> date:
    return monday_of(today()) - timedelta(weeks=1)


def counted(bot: Running, server: int, *rows: Counted) -> None:
    """Rows as the log would have written them: day, subject, outcome, count."""
    hashed = bot.usage.keys.hash(server)
    with sqlite3.connect(bot.folder / "usage.sqlite3") as database:
        database.executemany(
            "INSERT INTO counts (day, server, command, subject, outcome, locale, place, count) "
            "VALUES (?, ?, 'brief', ?, ?, 'en-GB', 'server', ?) "
            "ON CONFLICT DO UPDATE SET count = count + excluded.count",
            [(day.isoformat(), hashed, subject, outcome, count) for day, subject, outcome, count in rows],
        )


def moderator(sandbox: Sandbox, locale: str = "en-GB") -> Actor:
    return sandbox.actor("moderator", locale=locale)


async def file_of(reply: Reply) -> list[list[str]]:
    (url,) = [each["url"] for each in reply.payload["attachments"] if each["filename"] == "stats.csv"]
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return list(csv.reader(io.StringIO(await answer.text())))


async def test_days_are_a_chart_and_a_table_and_today_is_no_part_of_them(sandbox: Sandbox, bot: Running) -> None:
    monday = last_monday()
    counted(
        bot,
        int(server_id(sandbox)),
        (monday, "non-refoulement", "match", 41),
        (monday + timedelta(days=1), "numbers", "match", 2),
        (monday + timedelta(days=2), "numbers", "match", 2),
        (today(), "numbers", "match", 888),
    )
    reply = await asked(moderator(sandbox), "desk stats")
    assert reply.ephemeral
    assert "45 counts since" in reply.text()
    rows = {line[:2]: line[2:].split() for line in reply.text().splitlines() if line[:2] in {"Mo", "Tu"}}
    week = 3  # of four complete ones the last
    assert rows["Mo"][week] == "41"
    assert rows["Tu"][week] == "·"
    assert "each with fewer than 3: 4" in reply.text()
    assert "888" not in reply.text()
    assert [each["filename"] for each in reply.payload["attachments"]] == ["days.png"]
    assert f"{monday.isoformat()}: 41" in str(reply.payload["components"])
    assert not sandbox.refusals


async def test_a_week_shows_topics_and_outcomes_by_name_and_folds_what_is_rare(sandbox: Sandbox, bot: Running) -> None:
    monday = last_monday()
    counted(
        bot,
        int(server_id(sandbox)),
        (monday, "non-refoulement", "match", 7),
        (monday + timedelta(days=6), "numbers", "match", 2),
        (monday + timedelta(days=6), "the-law", "shown", 1),
        (monday + timedelta(days=6), "no-longer-there", "match", 3),
        (monday, "numbers", "none", 1),
    )
    actor = moderator(sandbox)
    reply = await asked(actor, "desk stats")
    (menu,) = reply.selects
    pressed = await actor.choose(reply, menu.custom_id, menu.options[0].value)
    await bot.idle()
    text = pressed.text()
    assert pressed.callback is Callback.DEFERRED_UPDATE
    assert "**Topics shown**: 13" in text
    title = bot.current.snapshot.library.briefs["non-refoulement"].title
    assert f"- {title}: 7" in text.replace("\\", "")
    assert "- no-longer-there: 3" in text.replace("\\", "")
    assert "- Other: 3" in text
    assert "- found: 12" in text
    assert "not found" not in text
    back = await actor.press(pressed, "By day")
    await bot.idle()
    assert "14 counts" in back.text()


async def test_the_file_has_what_the_cards_show(sandbox: Sandbox, bot: Running) -> None:
    monday = last_monday()
    counted(
        bot,
        int(server_id(sandbox)),
        (monday, "non-refoulement", "match", 7),
        (monday, "numbers", "match", 1),
        (monday, "the-law", "match", 2),
    )
    actor = moderator(sandbox)
    reply = await asked(actor, "desk stats")
    sent = await (await actor.press(reply, "As a CSV file")).settled()
    assert sent.ephemeral
    rows = await file_of(sent)
    sunday = (monday + timedelta(days=6)).isoformat()
    assert rows[0] == ["since", "until", "what", "name", "count"]
    assert [monday.isoformat(), monday.isoformat(), "day", "", "10"] in rows
    assert [monday.isoformat(), sunday, "topic", "non-refoulement", "7"] in rows
    assert [monday.isoformat(), sunday, "topic", "other", "3"] in rows
    assert not [row for row in rows if "numbers" in row]


async def test_another_servers_counts_are_in_neither(sandbox: Sandbox, bot: Running) -> None:
    counted(bot, 4_711, (last_monday(), "non-refoulement", "match", 70), (last_monday(), "numbers", "none", 70))
    for command in ("desk stats", "desk gaps"):
        assert "70" not in (await asked(moderator(sandbox), command)).text()
    assert "0 counts" in (await asked(moderator(sandbox), "desk stats")).text()
    assert "Nothing that can be shown" in (await asked(moderator(sandbox), "desk gaps")).text()


async def test_gaps_name_the_nearest_topics_with_every_outcome_and_no_boundary(sandbox: Sandbox, bot: Running) -> None:
    day = last_monday() + timedelta(days=3)
    counted(
        bot,
        int(server_id(sandbox)),
        (day, "numbers", "none", 4),
        (day, "numbers", "ask", 3),
        (day, "numbers", "none_of_these", 2),
        (day, "numbers", "not_meant", 1),
        (day, "the-law", "ask", 2),
        (day, "the-nine", "ask", 2),
        (day, "", "none", 5),
        (day, "crossing-routes", "boundary", 99),
        (today(), "numbers", "none", 50),
    )
    text = (await asked(moderator(sandbox), "desk gaps")).text()
    title = bot.current.snapshot.library.briefs["numbers"].title
    assert f"**{title}**: 10" in text.replace("\\", "")
    assert "not found 4 · asked back 3 · none of these 2 · not what was meant 1" in text
    assert "**Nothing was near**: 5" in text
    assert "**Other**: 4" in text
    assert "99" not in text
    assert not sandbox.refusals


async def test_what_was_pressed_last_week_stands_in_the_gaps(sandbox: Sandbox, bot: Running) -> None:
    """The way from a press to the card, with the day put back in between."""
    member = sandbox.actor()
    for _ in range(3):
        await member.press(await member.command("brief", topic="the nine"), "None of these")
    await bot.count_no_more()
    with sqlite3.connect(bot.folder / "usage.sqlite3") as database:
        database.execute("UPDATE counts SET day = ?", (last_monday().isoformat(),))
    text = (await asked(moderator(sandbox), "desk gaps")).text()
    assert re.search(r"asked back 3 · none of these 3", text)


async def test_many_topics_turn_pages_and_lose_none(sandbox: Sandbox, bot: Running) -> None:
    topics = list(bot.current.snapshot.library.briefs)[:20]
    day = last_monday()
    counted(bot, int(server_id(sandbox)), *((day, topic, "ask", 3 + number) for number, topic in enumerate(topics)))
    actor = moderator(sandbox)
    reply = await asked(actor, "desk gaps")
    texts = [reply.text()]
    while any(button.label.startswith("Next") for button in reply.buttons):
        label = next(button.label for button in reply.buttons if button.label.startswith("Next"))
        reply = await actor.press(reply, label)
        await bot.idle()
        texts.append(reply.text())
    whole = "\n".join(texts).replace("\\", "")
    assert len(texts) > 1
    assert all(bot.current.snapshot.library.briefs[topic].title in whole for topic in topics)


async def test_with_counting_off_they_say_so(sandbox: Sandbox, start: Start) -> None:
    await start("log: {counts: no}\n")
    for command in ("desk stats", "desk gaps"):
        assert "Counting is off" in (await asked(moderator(sandbox), command)).text()


async def test_a_database_that_cannot_be_read_is_said(sandbox: Sandbox, bot: Running) -> None:
    await bot.count_no_more()
    (bot.folder / "usage.sqlite3").write_bytes(b"no database" * 1_000)
    assert "could not be read" in (await asked(moderator(sandbox), "desk stats")).text()
    assert "could not be read" in (await asked(moderator(sandbox), "desk gaps")).text()


async def test_a_week_of_long_ago_leads_to_the_days(sandbox: Sandbox, bot: Running) -> None:
    counted(bot, int(server_id(sandbox)), (last_monday(), "numbers", "match", 5))
    actor = moderator(sandbox)
    reply = await asked(actor, "desk stats")
    (menu,) = reply.selects
    menu_payload = next(
        part
        for row in reply.payload["components"][0]["components"]
        for part in row.get("components", ())
        if part.get("custom_id") == menu.custom_id
    )
    menu_payload["options"][0]["value"] = "v1:stats:2020-01-06:card:1"
    pressed = await actor.choose(reply, menu.custom_id, "v1:stats:2020-01-06:card:1")
    await bot.idle()
    assert "5 counts since" in pressed.text()


@pytest.mark.parametrize("command", ["desk stats", "desk gaps"])
async def test_members_get_neither_and_their_presses_are_turned_away(
    sandbox: Sandbox, bot: Running, command: str
) -> None:
    with pytest.raises(NotOfferedError):
        await sandbox.actor().command(command)
    sandbox.open_to_everyone("desk")
    reply = await sandbox.actor().command(command)
    assert "Moderators of this server" in reply.text()
    assert (await bot.counts())[command, "denied", ""] == 1


async def test_they_speak_korean(sandbox: Sandbox, bot: Running) -> None:
    counted(bot, int(server_id(sandbox)), (last_monday(), "numbers", "none", 5))
    actor = moderator(sandbox, "ko")
    assert "월" in (await asked(actor, "desk stats")).text()
    assert "찾지 못함 5" in (await asked(actor, "desk gaps")).text()
