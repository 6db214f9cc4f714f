"""`/desk schedule add`, `list` and `stop`: what is to be posted, said by moderators."""

from datetime import UTC, datetime

import pytest

from bot.domain.due import planned
from discord_sandbox import Channel, Permission, Sandbox
from tests.journeys.conftest import Start, server_id
from tests.journeys.schedules import BRIEF, added


@pytest.mark.usefixtures("reading")
async def test_a_schedule_is_added_listed_and_stopped_and_says_what_comes_next_and_when(
    sandbox: Sandbox, start: Start
) -> None:
    bot = await start()
    server = server_id(sandbox)
    told = await added(sandbox)
    title = bot.current.snapshot.library.briefs[BRIEF].title
    schedule = bot.current.snapshot.in_force(server).schedules[f"{BRIEF}-monday"]
    due = int(planned(schedule, None, datetime.now(UTC)).waiting.timestamp())
    assert title in told
    assert f"<t:{due}:F> (<t:{due}:R>)" in told
    assert "Every Monday, 09:00 (Asia/Seoul)" in told
    moderator = sandbox.actor("moderator")
    assert f"<t:{due}:F>" in (await moderator.command("desk schedule list")).text()
    assert await moderator.type("desk schedule stop", "schedule", "mon")
    text = await bot.client.gate.server_settings.text(server)
    assert 'time: "09:00"' in text or "time: '09:00'" in text
    unknown = await (await moderator.command("desk schedule stop", schedule="monday")).settled()
    assert "Not stopped" in unknown.text()
    await (await moderator.command("desk schedule stop", schedule=f"{BRIEF}-monday")).settled()
    assert bot.current.snapshot.in_force(server).schedules == {}
    assert "Nothing is posted by schedule" in (await moderator.command("desk schedule list")).text()
    assert not sandbox.refusals


@pytest.mark.usefixtures("reading")
async def test_every_briefing_in_turn_leaves_out_those_with_content_notes(sandbox: Sandbox, start: Start) -> None:
    bot = await start()
    told = await added(sandbox, what="all", day="all", missed="skip")
    assert "Every day" in told
    (schedule,) = bot.current.snapshot.in_force(server_id(sandbox)).schedules.values()
    briefs = bot.current.snapshot.library.briefs
    assert not any(briefs[key].content_note for key in schedule.briefs)
    assert schedule.missed == "skip"
    assert 1 < len(schedule.briefs) < len(briefs)


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("zone", "KST", "no time zone"),
        ("time", "25:00", "no time"),
        ("time", "nine", "no time"),
        ("what", "zzzz qqqq", "no briefing"),
    ],
)
@pytest.mark.usefixtures("reading")
async def test_what_cannot_be_meant_is_said_and_changes_nothing(
    sandbox: Sandbox, start: Start, option: str, value: str, told: str
) -> None:
    bot = await start()
    assert told in await added(sandbox, **{option: value})
    assert not bot.current.snapshot.uploaded


@pytest.mark.usefixtures("reading")
async def test_a_briefing_with_a_content_note_has_to_be_asked_for_as_such(sandbox: Sandbox, start: Start) -> None:
    bot = await start()
    noted = next(key for key, one in bot.current.snapshot.library.briefs.items() if one.content_note)
    assert "`content_notes: True`" in await added(sandbox, what=noted)
    assert not bot.current.snapshot.uploaded
    assert "Schedule added" in await added(sandbox, what=noted, content_notes=True)


@pytest.mark.usefixtures("reading")
async def test_zones_are_found_by_city_in_the_readers_language(sandbox: Sandbox, start: Start) -> None:
    bot = await start()
    moderator = sandbox.actor("moderator", locale="ko")
    assert [one.value for one in await moderator.type("desk schedule add", "zone", "서울")] == ["Asia/Seoul"]
    assert (await sandbox.actor("moderator").type("desk schedule add", "zone", "new y"))[0].value == "America/New_York"
    assert (await moderator.type("desk schedule add", "what", ""))[0].value == "all"
    assert "예약을 추가했습니다" in await added(sandbox, "ko", zone="seoul")
    assert bot.current.snapshot.uploaded


async def test_nobody_has_anything_posted_where_they_cannot_write(
    sandbox: Sandbox, start: Start, reading: Channel
) -> None:
    bot = await start()
    reading.deny(sandbox.population.people["moderator"], Permission.SEND_MESSAGES)
    assert "cannot write in that channel" in await added(sandbox)
    assert not bot.current.snapshot.uploaded
