"""`/desk withdraw`: a briefing leaves a server and comes back, by the settings of the server and nothing else."""

from contextlib import suppress
from pathlib import Path

import pytest

from bot.server_settings import KEPT
from discord_sandbox import Actor, NotOfferedError, Sandbox, Upload
from tests.journeys.conftest import Running, Start, asked, server_id


def moderator(sandbox: Sandbox) -> Actor:
    return sandbox.actor("moderator")


async def test_a_briefing_is_hidden_and_shown_again_and_the_settings_say_so(sandbox: Sandbox, bot: Running) -> None:
    actor, member = moderator(sandbox), sandbox.actor()
    reply = await asked(actor, "desk withdraw", topic="numbers")
    assert reply.ephemeral
    assert "Hidden in this server" in reply.text()
    assert "</desk withdraw:" in reply.text()
    assert "`numbers` and `show: True`" in reply.text()
    assert "numbers" not in [one.value for one in await member.type("brief", "topic", "numbers")]
    assert "hidden:" in (await bot.desk_state.of(server_id(sandbox)))[KEPT]
    assert "How many?" not in (await member.command("brief", topic="numbers")).text().splitlines()[0]
    assert "Nothing has changed" in (await asked(actor, "desk withdraw", topic="numbers")).text()
    reply = await asked(actor, "desk withdraw", topic="numbers", show=True)
    assert "Shown again" in reply.text()
    assert "How many?" in (await member.command("brief", topic="numbers")).text()
    assert bot.current.snapshot.in_force(server_id(sandbox)).hidden == ()
    assert (await bot.counts())["desk withdraw", "reloaded", "numbers"] == 2
    assert not sandbox.refusals


async def test_what_the_host_hides_can_be_shown_again_here(sandbox: Sandbox, start: Start) -> None:
    bot = await start("hidden: [numbers]\n")
    await asked(moderator(sandbox), "desk withdraw", topic="numbers", show=True)
    assert bot.current.snapshot.in_force(server_id(sandbox)).hidden == ()
    assert bot.current.snapshot.in_force("4711").hidden == ("numbers",)
    assert "How many?" in (await sandbox.actor().command("brief", topic="numbers")).text()


async def test_settings_that_were_given_keep_their_other_lines(sandbox: Sandbox, bot: Running) -> None:
    text = "# Ours.\ncooldown: 2 # seconds\nhidden:\n  - christians\n"
    await asked(moderator(sandbox), "desk settings", file=Upload("settings.yaml", text.encode()))
    await asked(moderator(sandbox), "desk withdraw", topic="numbers")
    kept = (await bot.desk_state.of(server_id(sandbox)))[KEPT]
    assert kept.startswith("# Ours.\ncooldown: 2 # seconds\n")
    assert bot.current.snapshot.in_force(server_id(sandbox)).hidden == ("christians", "numbers")


async def test_only_what_can_be_done_is_suggested(sandbox: Sandbox, start: Start) -> None:
    await start(f"servers:\n  {server_id(sandbox)}:\n    hidden: [numbers]\n")
    actor = moderator(sandbox)
    assert "numbers" not in [one.value for one in await actor.type("desk withdraw", "topic", "numbers")]
    shown = await actor.type("desk withdraw", "topic", "numbers", show=True)
    assert [one.value for one in shown] == ["numbers"]


async def test_nothing_is_withdrawn_on_a_guess(sandbox: Sandbox, bot: Running) -> None:
    reply = await asked(moderator(sandbox), "desk withdraw", topic="how many are there")
    assert "the id of no briefing" in reply.text()
    assert "`numbers`" in reply.text()
    assert await bot.desk_state.of(server_id(sandbox)) == {}


async def test_where_the_host_does_not_let_settings_change_it_is_said(sandbox: Sandbox, start: Start) -> None:
    bot = await start("settings_from_discord: no\n")
    reply = await asked(moderator(sandbox), "desk withdraw", topic="numbers")
    assert "settings_from_discord" in reply.text()
    assert bot.current.snapshot.in_force(server_id(sandbox)).hidden == ()


async def _put_a_folder_there(path: Path) -> None:
    """In the place of a file that the bot may open, and so make, at any moment."""
    while not path.is_dir():
        path.unlink(missing_ok=True)
        with suppress(FileExistsError):
            path.mkdir()


async def test_where_it_could_not_be_kept_everything_stays(sandbox: Sandbox, bot: Running) -> None:
    await bot.count_no_more()
    await _put_a_folder_there(bot.folder / "usage.sqlite3")
    reply = await asked(moderator(sandbox), "desk withdraw", topic="numbers")
    assert "could not be kept" in reply.text()
    assert bot.current.snapshot.in_force(server_id(sandbox)).hidden == ()


async def test_members_may_not(sandbox: Sandbox, bot: Running) -> None:
    with pytest.raises(NotOfferedError):
        await sandbox.actor().command("desk withdraw", topic="numbers")
    sandbox.open_to_everyone("desk")
    reply = await sandbox.actor().command("desk withdraw", topic="numbers")
    assert "Moderators of this server" in reply.text()
    assert bot.current.snapshot.in_force(server_id(sandbox)).hidden == ()


@pytest.mark.usefixtures("bot")
async def test_it_is_said_in_korean_too(sandbox: Sandbox) -> None:
    korean = sandbox.actor("moderator", locale="ko")
    assert "숨겼습니다" in (await asked(korean, "desk withdraw", topic="numbers")).text()


async def test_no_card_proposes_a_question_whose_answer_is_hidden(sandbox: Sandbox, bot: Running) -> None:
    member, asking = sandbox.actor(), "What is non-refoulement?"
    for command in ("help", "about"):
        assert asking in (await member.command(command)).text()
    await asked(moderator(sandbox), "desk withdraw", topic="non-refoulement")
    for command in ("help", "about"):
        assert asking not in (await member.command(command)).text()
    assert asking not in (await member.command("brief", topic="xyzzy")).text()
    assert bot.task


async def test_what_is_hidden_stays_so_where_the_database_is_taken_away_under_the_bot(
    sandbox: Sandbox, start: Start
) -> None:
    bot = await start()
    await asked(moderator(sandbox), "desk withdraw", topic="numbers")
    for file in bot.folder.glob("usage.sqlite3*"):
        file.unlink()
    await asked(sandbox.actor(), "brief", topic="numbers")
    await bot.stop()
    again = await start()
    assert again.current.snapshot.in_force(server_id(sandbox)).hidden == ("numbers",)
