"""`/desk forget`: all that is kept of a server goes, after a second question, and of no other."""

import sqlite3

import pytest

from discord_sandbox import Callback, NotOfferedError, Permission, Sandbox, Upload
from tests.journeys.conftest import Running, Start, asked, server_id

BUTTON = "Delete everything"


def servers_counted(bot: Running) -> list[str]:
    with sqlite3.connect(bot.folder / "usage.sqlite3") as database:
        return [server for (server,) in database.execute("SELECT DISTINCT server FROM counts")]


async def test_everything_of_this_server_goes_and_nothing_of_another(sandbox: Sandbox, bot: Running) -> None:
    actor, member = sandbox.actor("moderator"), sandbox.actor()
    kept, own = bot.desk_state, int(server_id(sandbox))
    await asked(actor, "desk settings", file=Upload("settings.yaml", b"cooldown: 9\n"))
    await kept.put("4711", "settings", "cooldown: 1\n")
    await kept.put(server_id(sandbox), "due:weekly", "2026-11-30")
    bot.usage.count("brief", "match", place="server", server=4711, subject="numbers")
    await member.command("brief", topic="numbers")
    reply = await asked(actor, "desk forget")
    assert reply.ephemeral
    assert "cannot be undone" in reply.text()
    assert bot.current.snapshot.in_force(server_id(sandbox)).cooldown == 9
    pressed = await actor.press(reply, BUTTON)
    await bot.idle()
    assert pressed.callback is Callback.DEFERRED_UPDATE
    for told in ("## Deleted", "2", "sums over all servers", "host's file", "copies of the database", "day 7"):
        assert told in pressed.text(), told
    assert BUTTON not in [button.label for button in pressed.buttons]
    assert await kept.of(server_id(sandbox)) == {}
    assert (await kept.of("4711"))["settings"] == "cooldown: 1\n"
    assert bot.current.snapshot.in_force(server_id(sandbox)).cooldown == 0
    counts = await bot.counts()
    assert set(servers_counted(bot)) == {bot.usage.keys.hash(4711), ""}
    assert bot.usage.keys.hash(own) not in servers_counted(bot)
    assert counts["desk forget", "removed", ""] == 1
    assert not sandbox.refusals


async def test_asking_alone_deletes_nothing(sandbox: Sandbox, bot: Running) -> None:
    await asked(sandbox.actor("moderator"), "desk settings", file=Upload("settings.yaml", b"cooldown: 9\n"))
    await asked(sandbox.actor("moderator"), "desk forget")
    assert bot.current.snapshot.in_force(server_id(sandbox)).cooldown == 9


async def test_where_it_could_not_be_deleted_that_is_said(sandbox: Sandbox, bot: Running) -> None:
    actor = sandbox.actor("moderator")
    reply = await asked(actor, "desk forget")
    await bot.count_no_more()
    (bot.folder / "usage.sqlite3").unlink()
    (bot.folder / "usage.sqlite3").mkdir()
    pressed = await actor.press(reply, BUTTON)
    await bot.idle()
    assert "## Not deleted" in pressed.text()


async def test_members_may_not(sandbox: Sandbox, bot: Running) -> None:
    with pytest.raises(NotOfferedError):
        await sandbox.actor().command("desk forget")
    sandbox.open_to_everyone("desk")
    assert "Moderators of this server" in (await sandbox.actor().command("desk forget")).text()
    assert (await bot.counts())["desk forget", "denied", ""] == 1


async def test_a_moderator_by_role_alone_needs_manage_server_for_it(sandbox: Sandbox, start: Start) -> None:
    channel = sandbox.population.places["server"].channel
    assert channel.guild is not None
    role = next(role for role in channel.guild.roles.values() if role.name == "Moderators")
    bot = await start(f"servers:\n  {channel.guild.id}: {{moderator_roles: [{role.id}], cooldown: 9}}\n")
    actor = sandbox.actor("moderator")
    reply = await asked(actor, "desk forget")
    sandbox.open_to_everyone("desk")
    channel.deny(actor.user, Permission.MANAGE_GUILD)
    assert "library" in (await asked(actor, "desk status")).text().lower()
    assert "Manage Server" in (await asked(actor, "desk forget")).text()
    pressed = await actor.press(reply, BUTTON)
    assert "Manage Server" in pressed.text()
    assert bot.task


@pytest.mark.usefixtures("bot")
async def test_it_is_said_in_korean_too(sandbox: Sandbox) -> None:
    korean = sandbox.actor("moderator", locale="ko")
    reply = await asked(korean, "desk forget")
    assert "모두 삭제" in [button.label for button in reply.buttons]
