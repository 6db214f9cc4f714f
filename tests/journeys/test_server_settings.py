"""`/desk settings`: given out as a file, changed, given back, refused by line, returned; what outlives a restart."""

import asyncio
import sqlite3
from contextlib import closing

import aiohttp
import pytest

from bot.server_settings import KEPT, SET_ASIDE
from discord_sandbox import Actor, Permission, Reply, Sandbox, Upload
from tests.journeys.conftest import Running, Start, server_id


def moderator(sandbox: Sandbox) -> Actor:
    return sandbox.actor("moderator")


async def given(actor: Actor, text: str | bytes, name: str = "settings.yaml", **more: object) -> Reply:
    content = text.encode() if isinstance(text, str) else text
    return await (await actor.command("desk settings", file=Upload(name, content), **more)).settled()


async def file_of(reply: Reply, name: str = "settings.yaml") -> str:
    (url,) = [each["url"] for each in reply.payload["attachments"] if each["filename"] == name]
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return await answer.text()


async def settings_of(actor: Actor) -> str:
    return await file_of(await (await actor.command("desk settings")).settled())


async def test_the_hosts_part_is_given_out_and_taken_back_as_it_is(sandbox: Sandbox, start: Start) -> None:
    bot = await start(f"servers:\n  {server_id(sandbox)}:\n    cooldown: 7\n    posting: moderators\n")
    text = await settings_of(moderator(sandbox))
    assert "\ncooldown: 7\n" in text
    assert "\n# visibility: private\n" in text
    reply = await given(moderator(sandbox), text)
    assert "Nothing is different" in reply.text()
    assert bot.current.snapshot.in_force(server_id(sandbox)).cooldown == 7
    assert not sandbox.refusals


async def test_what_is_given_replaces_the_hosts_part_at_once_and_after_a_restart(
    sandbox: Sandbox, start: Start
) -> None:
    host = f"length: full\nservers:\n  {server_id(sandbox)}:\n    posting: nobody\n"
    bot = await start(host)
    text = "# Ours.\nvisibility: public\nhidden: [numbers]\n"
    reply = await given(moderator(sandbox), text)
    assert reply.ephemeral
    assert "Changed: `visibility`, `posting`, `hidden`" in reply.text()
    assert not (await sandbox.actor().command("brief", topic="non-refoulement")).ephemeral
    assert await settings_of(moderator(sandbox)) == text
    await bot.stop()
    again = await start(host)
    policy = again.current.snapshot.in_force(server_id(sandbox))
    assert (policy.visibility, policy.posting, policy.length) == ("public", "everyone", "full")
    assert "given with `/desk settings`" in (await moderator(sandbox).command("desk status")).text()
    reply = await (await moderator(sandbox).command("desk settings", reset=True)).settled()
    assert "Changed: `visibility`, `posting`, `hidden`" in reply.text()
    assert again.current.snapshot.in_force(server_id(sandbox)).posting == "nobody"
    assert await again.desk_state.of(server_id(sandbox)) == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("cooldown: 1\nvisibilty: public\n", "`settings.yaml:2` V020 'visibilty'"),
        ("servers:\n  1: {cooldown: 3}\n", "`settings.yaml:1` V806 'servers'"),
        ("operators_server: 1\n", "`settings.yaml:1` V806 'operators_server'"),
        ("log: {counts: no}\n", "`settings.yaml:1` V806 'log'"),
        ("manage_server: no\n", "`settings.yaml:1` V803 nobody in this server"),
        ("hidden: [nmbers]\n", "`settings.yaml:1` V805 the library has no briefing 'nmbers'; did you mean 'numbers'?"),
        ("# one\nreports_channel: 404\n", "`settings.yaml:2` V807 Discord knows no such channel"),
        ("channels: {\n", "`settings.yaml:"),
    ],
)
async def test_what_cannot_be_used_is_told_by_line_and_changes_nothing(
    sandbox: Sandbox, bot: Running, text: str, told: str
) -> None:
    before = bot.current.snapshot
    reply = await given(moderator(sandbox), text)
    assert told in reply.text().replace("\\", "")
    assert bot.current.snapshot is before
    assert await bot.desk_state.of(server_id(sandbox)) == {}
    assert (await bot.counts())["desk settings", "failed", ""] == 1


async def test_an_empty_file_takes_no_settings_away_and_one_of_notes_alone_does(sandbox: Sandbox, bot: Running) -> None:
    await given(moderator(sandbox), "cooldown: 3\n")
    for nothing in (" \n", "\ufeff\n"):
        reply = await given(moderator(sandbox), nothing)
        assert reply.text().startswith("## The file is empty")
        assert bot.current.snapshot.in_force(server_id(sandbox)).cooldown == 3
    assert "Changed: `cooldown`" in (await given(moderator(sandbox), "# cooldown: 3\n")).text()


async def test_every_channel_must_be_of_this_server_and_seen_by_the_bot(sandbox: Sandbox, bot: Running) -> None:
    places, population = sandbox.population.places, sandbox.population
    home = places["server"].channel.guild
    assert home is not None
    hidden = population.add_channel(home, "hidden")
    hidden.deny(population.bot, Permission.VIEW_CHANNEL)
    away = next(guild for guild in population.guilds.values() if guild is not home)
    away.join(population.bot)
    elsewhere = population.add_channel(away, "theirs")
    reply = await given(
        moderator(sandbox),
        f"reports_channel: {places['desk'].channel.id}\n"
        f"corrections_channel: {elsewhere.id}\n"
        f"channels:\n  {hidden.id}: {{cooldown: 3}}\n",
    )
    text = reply.text().replace("\\", "")
    assert "settings.yaml:1" not in text
    assert "`settings.yaml:2` V807 that channel is of another server" in text
    assert "`settings.yaml:4` V807 the bot cannot see that channel" in text
    assert not bot.current.snapshot.uploaded


async def test_only_manage_server_may_give_whatever_the_roles_say(sandbox: Sandbox, start: Start) -> None:
    guild = sandbox.population.places["server"].channel.guild
    assert guild is not None
    role = next(role for role in guild.roles.values() if role.name == "Moderators")
    guild.roles["77"] = type(role)("77", "Readers", guild.roles[guild.id].permissions)
    guild.join(sandbox.population.people["member"], guild.roles["77"])
    bot = await start(f"servers:\n  {guild.id}:\n    manage_server: no\n    moderator_roles: ['77']\n")
    sandbox.open_to_everyone("desk")
    reader = sandbox.actor()
    assert "cooldown" in await settings_of(reader)
    reply = await given(reader, "cooldown: 3\n")
    assert "Manage Server" in reply.text()
    reply = await (await reader.command("desk settings", reset=True)).settled()
    assert "Manage Server" in reply.text()
    assert not bot.current.snapshot.uploaded
    reply = await given(moderator(sandbox), "cooldown: 3\n")
    assert "in force in this server" in reply.text()
    assert (await sandbox.actor("other").command("desk settings")).text().count("Moderators of this server") == 1


async def test_the_host_can_switch_it_off_and_what_was_given_rests(sandbox: Sandbox, start: Start) -> None:
    bot = await start()
    await given(moderator(sandbox), "cooldown: 9\n")
    await bot.stop()
    bot = await start("settings_from_discord: no\n")
    reply = await given(moderator(sandbox), "cooldown: 3\n")
    assert "settings_from_discord" in reply.text().replace("\\", "")
    assert bot.current.snapshot.in_force(server_id(sandbox)).cooldown == 0
    assert "\n# cooldown: 0\n" in await settings_of(moderator(sandbox))
    await bot.stop()
    bot = await start()
    assert bot.current.snapshot.in_force(server_id(sandbox)).cooldown == 9


async def test_what_loads_no_more_is_set_aside_and_the_bot_starts(sandbox: Sandbox, start: Start) -> None:
    bot = await start()
    await bot.stop()
    await bot.desk_state.put(server_id(sandbox), KEPT, "# Ours.\nan_old_key: yes\n")
    bot = await start(f"servers:\n  {server_id(sandbox)}:\n    cooldown: 4\n")
    assert bot.current.snapshot.in_force(server_id(sandbox)).cooldown == 4
    assert "can be used no more" in (await moderator(sandbox).command("desk status")).text()
    reply = await (await moderator(sandbox).command("desk settings")).settled()
    assert "`settings.yaml:2` V020 'an_old_key'" in reply.text().replace("\\", "")
    assert await file_of(reply, "set-aside.yaml") == "# Ours.\nan_old_key: yes\n"
    assert "cooldown: 4" in await file_of(reply)
    assert (await bot.desk_state.of(server_id(sandbox))).keys() == {SET_ASIDE}
    await given(moderator(sandbox), "cooldown: 5\n")
    assert (await bot.desk_state.of(server_id(sandbox))).keys() == {KEPT}


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("settings.docx", b"cooldown: 3\n", "`.yaml`"),
        ("settings.yaml", b"#" * (64 * 1024 + 1), "larger than 64 KB"),
        ("settings.yaml", "cooldown: 3\n".encode("utf-16"), "not UTF-8"),
    ],
)
async def test_a_file_that_is_no_settings_is_refused(
    sandbox: Sandbox, bot: Running, name: str, content: bytes, told: str
) -> None:
    reply = await given(moderator(sandbox), content, name)
    assert told in reply.text()
    assert not bot.current.snapshot.uploaded


async def test_settings_that_cannot_be_kept_are_not_put_in_force(sandbox: Sandbox, bot: Running) -> None:
    before = bot.current.snapshot
    await bot.count_no_more()
    database = bot.folder / "usage.sqlite3"
    database.unlink()
    database.mkdir()
    reply = await given(moderator(sandbox), "cooldown: 3\n")
    assert "Everything stays as it was" in reply.text()
    assert bot.current.snapshot is before
    assert "## Status" in (await moderator(sandbox).command("desk status")).text()
    database.rmdir()


async def test_what_cannot_be_read_is_told_and_the_log_has_the_reason(
    sandbox: Sandbox, bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    actor = moderator(sandbox)
    await given(actor, "cooldown: 3\n")
    await bot.count_no_more()
    database = bot.folder / "usage.sqlite3"
    database.unlink()
    database.mkdir()
    for command in ("desk settings", "desk schedule list"):
        caplog.clear()
        reply = await (await actor.command(command)).settled()
        assert "could not be read from the database" in reply.text(), command
        assert "is no file" in caplog.text, command
    database.rmdir()


async def _alone_with(database: sqlite3.Connection) -> None:
    """Keep everybody else out. The bot looks into it of its own accord for a moment after settings have changed."""
    while not database.in_transaction:
        try:
            database.execute("PRAGMA journal_mode = DELETE")
            database.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            await asyncio.sleep(0.01)


async def test_a_locked_database_is_waited_for_and_told(sandbox: Sandbox, bot: Running) -> None:
    actor = moderator(sandbox)
    await given(actor, "cooldown: 3\n")
    await bot.count_no_more()
    with closing(sqlite3.connect(bot.folder / "usage.sqlite3", isolation_level=None, timeout=0)) as another:
        await _alone_with(another)
        for command in ("desk status", "desk schedule list"):
            reply = await (await actor.command(command)).settled()
            assert "could not be read from the database" in reply.text(), command
    assert not sandbox.refusals


async def test_what_cannot_be_read_at_the_start_is_told_and_the_bot_starts(sandbox: Sandbox, start: Start) -> None:
    bot = await start()
    await bot.count_no_more()
    database = bot.folder / "usage.sqlite3"
    database.unlink()
    database.mkdir()
    await bot.client.gate.server_settings.begin()
    assert "could not be read from the database" in (await moderator(sandbox).command("desk status")).text()
    database.rmdir()


async def test_a_file_and_reset_at_once_are_neither(sandbox: Sandbox, bot: Running) -> None:
    reply = await given(moderator(sandbox), "cooldown: 3\n", reset=True)
    assert "not both" in reply.text()
    assert not bot.current.snapshot.uploaded


async def test_one_key_can_be_changed_by_the_bot_and_the_comments_stay(sandbox: Sandbox, bot: Running) -> None:
    own, server = bot.client.gate.server_settings, server_id(sandbox)
    await given(moderator(sandbox), "# Ours.\ncooldown: 3  # slowly\n")
    assert await own.change(server, ("hidden",), ["numbers"]) == ("hidden",)
    assert await settings_of(moderator(sandbox)) == "# Ours.\ncooldown: 3  # slowly\nhidden:\n  - numbers\n"
    assert bot.current.snapshot.in_force(server).hidden == ("numbers",)


async def test_many_problems_go_out_whole_as_a_file(sandbox: Sandbox, bot: Running) -> None:
    text = "".join(f"no_such_key_{number}: 1\n" for number in range(200))
    reply = await given(moderator(sandbox), text)
    assert "200 problems" in reply.text()
    whole = await file_of(reply, "problems.txt")
    assert all(f"settings.yaml:{line}: V020" in whole for line in range(1, 201))
    assert not reply.buttons
    assert not sandbox.refusals
    assert bot.current.problems == ()


async def test_korean_moderators_read_korean(sandbox: Sandbox, bot: Running) -> None:
    actor = sandbox.actor("moderator", locale="ko")
    reply = await (await actor.command("desk settings")).settled()
    assert reply.text().startswith("## 이 서버의 설정")
    assert "설정 적용" in (await given(actor, "cooldown: 3\n")).text()
    assert bot.current.snapshot.uploaded
