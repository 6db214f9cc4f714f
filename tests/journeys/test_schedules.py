"""What is posted by schedule: once, at its time or made up for, whatever becomes of the bot and its clock."""

from datetime import timedelta

import pytest

from bot.chat.unasked.gone import DAYS
from bot.chat.unasked.schedules import DUE, courses
from bot.server_settings import KEPT
from discord_sandbox import Channel, Permission, Sandbox
from tests.journeys.conftest import Start, server_id
from tests.journeys.schedules import BRIEF, FRIDAY, MONDAY, WEEK, Now, added, at, posts, rounds, rules, status


@pytest.fixture
def now() -> Now:
    return Now()


async def test_a_briefing_is_posted_at_its_time_once_and_says_by_which_schedule(
    sandbox: Sandbox, start: Start, now: Now, reading: Channel
) -> None:
    bot = await start(rules(sandbox, reading.id), now=now)
    await rounds(bot)
    assert posts(reading) == []
    await at(bot, now, MONDAY - timedelta(seconds=1))
    assert posts(reading) == []
    await at(bot, now, MONDAY)
    await at(bot, now, MONDAY + timedelta(minutes=1))
    (message,) = posts(reading)
    assert bot.current.snapshot.library.briefs[BRIEF].title in message.text()
    assert "schedule `weekly`" in message.text()
    assert message.payload["nonce"]
    await at(bot, now, MONDAY + WEEK)
    assert len(posts(reading)) == 2
    assert not sandbox.refusals
    assert "did not come" not in await status(sandbox)


async def test_the_task_itself_wakes_when_it_is_time(
    sandbox: Sandbox, start: Start, now: Now, reading: Channel
) -> None:
    bot = await start(rules(sandbox, reading.id), now=now)
    await rounds(bot)
    now.time = MONDAY
    bot.current.changed.set()
    await sandbox.until(lambda: len(posts(reading)) == 1)


async def test_a_moderator_can_take_it_away_and_a_member_cannot(sandbox: Sandbox, start: Start, now: Now) -> None:
    channel = sandbox.population.places["server"].channel
    bot = await start(rules(sandbox, channel.id), now=now)
    await rounds(bot)
    await at(bot, now, MONDAY)
    (message,) = posts(channel)
    await sandbox.actor().press(message, "Remove")
    assert message in posts(channel)
    await sandbox.actor("moderator").press(message, "Remove")
    await sandbox.until(lambda: message not in posts(channel))


async def test_after_a_restart_what_was_missed_is_made_up_for_once(
    sandbox: Sandbox, start: Start, now: Now, reading: Channel
) -> None:
    bot = await start(rules(sandbox, reading.id), now=now)
    await rounds(bot)
    await bot.stop()
    now.time = MONDAY + 3 * WEEK + timedelta(hours=5)
    bot = await start(rules(sandbox, reading.id), now=now)
    await rounds(bot)
    await rounds(bot)
    assert len(posts(reading)) == 1
    await bot.stop()
    bot = await start(rules(sandbox, reading.id), now=now)
    await rounds(bot)
    assert len(posts(reading)) == 1


async def test_what_was_missed_is_left_out_where_the_moderators_want_that(
    sandbox: Sandbox, start: Start, now: Now, reading: Channel
) -> None:
    text = rules(sandbox, reading.id, "missed: skip")
    bot = await start(text, now=now)
    await rounds(bot)
    await bot.stop()
    now.time = MONDAY + timedelta(hours=5)
    bot = await start(text, now=now)
    await rounds(bot)
    assert posts(reading) == []
    await at(bot, now, MONDAY + WEEK)
    assert len(posts(reading)) == 1


async def test_a_clock_that_jumps_makes_nothing_come_twice(
    sandbox: Sandbox, start: Start, now: Now, reading: Channel
) -> None:
    bot = await start(rules(sandbox, reading.id), now=now)
    await rounds(bot)
    await at(bot, now, MONDAY + timedelta(minutes=1))
    await at(bot, now, FRIDAY)
    await at(bot, now, MONDAY + timedelta(minutes=2))
    assert len(posts(reading)) == 1
    await at(bot, now, MONDAY + 60 * WEEK)
    assert len(posts(reading)) == 2
    await at(bot, now, MONDAY + WEEK)
    await at(bot, now, MONDAY + 2 * WEEK)
    assert len(posts(reading)) == 3


async def test_a_post_that_was_kept_and_never_heard_of_is_told_and_not_sent_again(
    sandbox: Sandbox, start: Start, now: Now, reading: Channel
) -> None:
    text = rules(sandbox, reading.id)
    bot = await start(text, now=now)
    await rounds(bot)
    server = server_id(sandbox)
    course = (await courses(bot.desk_state, server))["weekly"]
    await bot.stop()
    sending = course.model_copy(update={"last": MONDAY, "waiting": MONDAY + WEEK, "sending": True})
    await bot.desk_state.put(server, f"{DUE}weekly", sending.model_dump_json())
    now.time = MONDAY + timedelta(minutes=1)
    bot = await start(text, now=now)
    await rounds(bot)
    assert posts(reading) == []
    told = await status(sandbox)
    assert "`weekly`: The post of <t:" in told
    assert "is not sent again" in told


async def test_while_nothing_can_be_kept_nothing_is_posted_and_soon_afterwards_it_is(
    sandbox: Sandbox, start: Start, now: Now, reading: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    bot = await start(rules(sandbox, reading.id), now=now)
    await rounds(bot)
    await bot.count_no_more()
    path = bot.usage.path
    path.rename(path.with_name("elsewhere"))
    path.mkdir()
    now.time = MONDAY
    for _ in range(2):
        due = await bot.client.unasked.look()
        assert due is not None
        assert due <= MONDAY + timedelta(minutes=1)
    assert posts(reading) == []
    path.rmdir()
    path.with_name("elsewhere").rename(path)
    await rounds(bot)
    assert len(posts(reading)) == 1
    assert caplog.text.count("What schedules of a server have posted could not be read or kept") == 1


async def test_every_kind_of_refusal_is_told_and_three_of_what_is_gone_stop_it(
    sandbox: Sandbox, start: Start, now: Now, reading: Channel
) -> None:
    bot = await start(rules(sandbox, reading.id), now=now)
    await rounds(bot)
    sandbox.deny_bot(reading, Permission.SEND_MESSAGES)
    await at(bot, now, MONDAY)
    assert "(code 50013)" in await status(sandbox)
    sandbox.population.channels.pop(reading.id)
    for weeks in (1, 2, 3):
        await at(bot, now, MONDAY + weeks * WEEK)
    assert "**Stopped** after three refusals in a row (Discord's code 10003)" in await status(sandbox)
    tried = len(sandbox.refusals)
    sandbox.population.channels[reading.id] = reading
    reading.denied.clear()
    await at(bot, now, MONDAY + 4 * WEEK)
    assert len(sandbox.refusals) == tried
    assert posts(reading) == []


async def test_a_server_fault_is_tried_again_under_the_same_nonce_and_posts_once(
    sandbox: Sandbox, start: Start, now: Now, reading: Channel
) -> None:
    bot = await start(rules(sandbox, reading.id), now=now)
    await rounds(bot)
    sandbox.trouble(f"/channels/{reading.id}/messages", status=502, times=1)
    await at(bot, now, MONDAY)
    assert len(posts(reading)) == 1


async def test_what_fails_in_one_server_stops_no_other(
    sandbox: Sandbox, start: Start, now: Now, reading: Channel
) -> None:
    broken = """
  "7":
    schedules:
      gone: {brief: non-refoulement, days: all, time: "09:00", zone: UTC, channel: "8"}
"""
    bot = await start(rules(sandbox, reading.id) + broken, now=now)
    await bot.desk_state.put("7", f"{DUE}gone", "{")
    await rounds(bot)
    await at(bot, now, MONDAY + timedelta(hours=10))
    assert len(posts(reading)) == 1


async def test_hidden_briefings_and_those_with_a_content_note_are_never_posted_unless_asked_for(
    sandbox: Sandbox, start: Start, now: Now, reading: Channel
) -> None:
    bot = await start()
    noted = next(key for key, one in bot.current.snapshot.library.briefs.items() if one.content_note)
    await bot.stop()
    hiding = f"\n    hidden: [{BRIEF}]\n"
    bot = await start(rules(sandbox, reading.id, brief=f"rotate: [{BRIEF}, {noted}]") + hiding, now=now)
    await rounds(bot)
    await at(bot, now, MONDAY)
    assert posts(reading) == []
    assert "nothing to post" in await status(sandbox)
    await bot.stop()
    text = rules(sandbox, reading.id, "content_notes: yes", f"rotate: [{BRIEF}, {noted}]") + hiding
    bot = await start(text, now=now)
    await rounds(bot)
    await at(bot, now, MONDAY + WEEK)
    assert bot.current.snapshot.library.briefs[noted].title in posts(reading)[0].text()


async def test_a_server_that_refuses_for_thirty_days_has_its_settings_deleted_and_one_that_comes_back_has_not(
    sandbox: Sandbox, start: Start, now: Now, reading: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    bot = await start(now=now)
    server = server_id(sandbox)
    await bot.client.gate.server_settings.change(server, ("cooldown",), 3)
    await bot.client.gate.server_settings.change("7", ("cooldown",), 3)
    for day in range(1, DAYS):
        await at(bot, now, FRIDAY + timedelta(days=day))
    assert KEPT in await bot.desk_state.of("7")
    await at(bot, now, FRIDAY + timedelta(days=DAYS))
    assert await bot.desk_state.of("7") == {}
    assert "7" not in bot.current.snapshot.uploaded
    assert KEPT in await bot.desk_state.of(server)
    told = [each.getMessage() for each in caplog.records if "30 days" in each.getMessage()]
    assert told == ["What was kept for a server that has refused for 30 days was deleted."]
    del reading


@pytest.mark.parametrize("days", [1, 365])
async def test_a_clock_that_jumps_to_and_fro_deletes_no_settings(
    sandbox: Sandbox, start: Start, now: Now, days: int
) -> None:
    bot = await start(now=now)
    await bot.client.gate.server_settings.change("7", ("cooldown",), 3)
    await rounds(bot)
    for _ in range(DAYS):
        await at(bot, now, FRIDAY + timedelta(days=days))
        await at(bot, now, FRIDAY)
    assert KEPT in await bot.desk_state.of("7")
    del sandbox


async def test_the_language_is_that_of_the_server_or_of_the_settings(
    sandbox: Sandbox, start: Start, now: Now, reading: Channel
) -> None:
    assert reading.guild is not None
    reading.guild.locale = "ko"
    bot = await start(rules(sandbox, reading.id), now=now)
    await rounds(bot)
    await at(bot, now, MONDAY)
    assert "예약 `weekly`에 따라 게시됨" in posts(reading)[0].text()
    await bot.stop()
    bot = await start(rules(sandbox, reading.id) + "    language: en\n", now=now)
    await rounds(bot)
    await at(bot, now, MONDAY + WEEK)
    assert "Posted by the schedule" in posts(reading)[1].text()


async def test_new_settings_are_planned_at_once(sandbox: Sandbox, start: Start, now: Now, reading: Channel) -> None:
    bot = await start(now=now)
    await rounds(bot)
    server = server_id(sandbox)
    await added(sandbox, channel=reading.id)
    await rounds(bot)
    (name,) = bot.current.snapshot.in_force(server).schedules
    assert (await courses(bot.desk_state, server))[name].waiting == MONDAY
