"""Starting, staying connected and stopping."""

import asyncio
import re
import signal
import sys
from collections.abc import AsyncGenerator, Mapping
from pathlib import Path

import discord
import pytest

from bot import health
from bot.chat.connection.connect import Login, sync
from bot.chat.connection.endings import CannotConnectError
from bot.chat.connection.server import ServerError, turn_to
from bot.usage.rows import rows
from discord_sandbox import Sandbox
from tests.chat.connection.scripted_server import TOKEN, ScriptedServer, close, refuse, serve
from tests.journeys.conftest import Running, Start, server_id
from tests.journeys.process import environment_of, small_content


@pytest.fixture
def environment(sandbox: Sandbox, tmp_path: Path) -> Mapping[str, str]:
    """What an operator would set to run the bot against another server."""
    moderation = tmp_path / "moderation.yaml"
    moderation.write_text("manage_server: true\n", encoding="utf-8")
    return environment_of(sandbox, moderation, tmp_path / "state") | small_content()


async def started(environment: Mapping[str, str], *arguments: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments or ("run",), env=dict(environment), stderr=asyncio.subprocess.PIPE
    )


def at(server: ScriptedServer, environment: Mapping[str, str]) -> Mapping[str, str]:
    return {**environment, "DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": server.api}


@pytest.fixture
async def process(sandbox: Sandbox, environment: Mapping[str, str]) -> AsyncGenerator[asyncio.subprocess.Process]:
    """The bot as a process of its own, connected to the sandbox."""
    process = await started(environment)
    await sandbox.connected()
    yield process
    if process.returncode is None:
        process.kill()
        await process.wait()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_lets_what_is_in_hand_finish_and_loses_no_count(
    sandbox: Sandbox, process: asyncio.subprocess.Process, tmp_path: Path, number: signal.Signals
) -> None:
    moderator = sandbox.actor("moderator")
    await moderator.command("brief", topic="ferry")
    reply = await moderator.command("desk reload")
    assert reply.message.loading
    process.send_signal(number)
    await reply.settled()
    assert "Reloaded" in reply.text()
    _, log = await process.communicate()
    assert process.returncode == 0
    assert b"Traceback" not in log
    assert b"ERROR" not in log
    counted = {(row.command, row.outcome) for row in await rows(tmp_path / "state/usage.sqlite3")}
    assert counted == {("brief", "match"), ("desk reload", "reloaded")}


@pytest.mark.parametrize("level", ["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"])
async def test_no_line_is_written_because_something_was_asked_and_answered(
    sandbox: Sandbox, environment: Mapping[str, str], tmp_path: Path, level: str
) -> None:
    process = await started({**environment, "VERBATIM_LOG_LEVEL": level})
    await sandbox.connected()
    member = sandbox.actor()
    reply = await member.command("brief", topic="ferry")
    await member.press(reply, "Post to channel")
    await member.command("brief", topic="an elephant in the harbour")
    await member.command("check", text="words that nobody has said")
    await member.command("topics")
    database = tmp_path / "state/usage.sqlite3"
    async with asyncio.timeout(30):
        while sum(row.count for row in await rows(database)) < 5:  # noqa: ASYNC110 - nothing is said of it, which is the point
            await asyncio.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    _, log = await process.communicate()
    texts = [line.partition(" ")[2] for line in log.decode().splitlines()]
    assert [text for text in texts if not any(known in text for known in OF_STARTING)] == []


OF_STARTING = ("Connected as", "commands registered", "logging in using static token", "connected to Gateway")
"""What is said once, at the beginning."""


async def test_a_second_bot_on_the_same_state_folder_says_so_and_does_not_start(
    process: asyncio.subprocess.Process, environment: Mapping[str, str], tmp_path: Path
) -> None:
    second = await started(environment)
    _, log = await second.communicate()
    assert second.returncode == 1
    assert log.decode().splitlines()[-1].startswith(f"Another bot runs on the state folder {tmp_path / 'state'}")
    assert b"Traceback" not in log
    assert process.returncode is None


async def test_a_bot_that_was_killed_leaves_no_lock(
    sandbox: Sandbox, process: asyncio.subprocess.Process, environment: Mapping[str, str]
) -> None:
    process.kill()
    await process.wait()
    before = sandbox.gateway.identified
    second = await started(environment)
    await sandbox.identified(before + 1)
    second.send_signal(signal.SIGTERM)
    await second.communicate()
    assert second.returncode == 0


async def test_a_wrong_token_is_one_clear_sentence(environment: Mapping[str, str]) -> None:
    process = await started({**environment, "DISCORD_TOKEN": "wrong"})
    _, log = await process.communicate()
    assert process.returncode == 77
    assert b"token" in log.splitlines()[-1]
    assert b"Traceback" not in log
    assert b"wrong" not in log


async def test_a_live_bot_never_starts_the_sandbox(environment: Mapping[str, str]) -> None:
    process = await started({**environment, "DISCORD_TOKEN": ""}, "run", "--live")
    _, log = await process.communicate()
    assert process.returncode == 78
    assert b"no token" in log.splitlines()[-1]
    assert b"Traceback" not in log


async def test_a_live_bot_does_not_load_the_sandbox(environment: Mapping[str, str]) -> None:
    async with ScriptedServer(close(4004)) as server:
        told = {**at(server, environment), "PYTHONPROFILEIMPORTTIME": "1"}
        process = await started(told, "run", "--live")
        _, loaded = await process.communicate()
    assert re.search(rb"\| +discord\b", loaded)
    assert b"discord_sandbox" not in loaded


@pytest.mark.parametrize(("code", "exit_code"), [(4004, 77), (4014, 78)])
async def test_a_connection_closed_for_good_ends_the_process_with_a_code_of_its_own(
    environment: Mapping[str, str], code: int, exit_code: int
) -> None:
    async with ScriptedServer(close(code)) as server:
        process = await started(at(server, environment), "run", "--live")
        _, log = await process.communicate()
    assert process.returncode == exit_code
    assert str(code) in log.decode().splitlines()[-1]
    assert b"Traceback" not in log
    assert server.connections == 1


async def test_a_server_with_faults_that_pass_is_waited_for(environment: Mapping[str, str]) -> None:
    troubles = {path: [503, 520] for path in ("/gateway", "/users/@me", "/applications/1/commands")}
    async with ScriptedServer(refuse(503), refuse(520), serve(), troubles=troubles) as server:
        process = await started(at(server, environment), "run", "--live")
        await asyncio.wait_for(server.serving.wait(), 60)
        await asyncio.wait_for(server.commands_there.wait(), 60)
        process.send_signal(signal.SIGTERM)
        _, log = await process.communicate()
    assert process.returncode == 0
    assert b"Traceback" not in log
    assert log.count(b"trying again in") == 8
    assert "brief" in {command["name"] for command in server.registered}


@pytest.mark.parametrize("path", ["/gateway", "/users/@me", "/applications/1/commands", "the handshake"])
async def test_a_bot_that_waits_for_its_server_stops_when_it_is_told_to(
    environment: Mapping[str, str], path: str
) -> None:
    async with ScriptedServer(refuse(503) if path == "the handshake" else serve(), troubles={path: [-503]}) as server:
        process = await started(at(server, environment), "run", "--live")
        await asyncio.wait_for(server.refused.wait(), 60)
        process.send_signal(signal.SIGTERM)
        _, log = await process.communicate()
    assert process.returncode == 0
    assert b"Traceback" not in log


async def test_a_bot_is_healthy_from_its_first_connection_until_it_stops(
    process: asyncio.subprocess.Process, environment: Mapping[str, str], tmp_path: Path
) -> None:
    while health.complaint(tmp_path, environment):  # noqa: ASYNC110 # another process writes the file
        await asyncio.sleep(0.05)
    asked = await started(environment, "health")
    await asked.communicate()
    assert asked.returncode == 0
    process.send_signal(signal.SIGTERM)
    await process.wait()
    asked = await started(environment, "health")
    _, said = await asked.communicate()
    assert asked.returncode == 1
    assert said.decode().strip() == f"No bot serves on the state folder {tmp_path / 'state'}."


async def test_the_folder_of_what_is_written_can_be_chosen(
    sandbox: Sandbox, environment: Mapping[str, str], tmp_path: Path
) -> None:
    chosen = {**environment, "VERBATIM_STATE": str(tmp_path / "kept"), "VERBATIM_USAGE_DB": ""}
    process = await started(chosen)
    await sandbox.connected()
    assert (await sandbox.actor().command("brief", topic="ferry")).text()
    process.send_signal(signal.SIGTERM)
    await process.communicate()
    assert {"usage.sqlite3", "usage.key", "commands.sha256", "sessions"} <= {
        file.name for file in (tmp_path / "kept").iterdir()
    }
    assert not (tmp_path / "state").exists()


async def test_a_server_that_is_not_there_is_one_clear_sentence(environment: Mapping[str, str]) -> None:
    process = await started({**environment, "DISCORD_API_URL": "http://127.0.0.1:9/api/v10"})
    _, log = await process.communicate()
    assert process.returncode == 1
    assert b"http://127.0.0.1:9/api/v10/gateway" in log.splitlines()[-1]
    assert b"Traceback" not in log


def versions(sandbox: Sandbox) -> dict[str, str]:
    """When each command was registered last."""
    return {command["name"]: command["version"] for command in sandbox.actor("moderator").commands()}


async def test_commands_are_registered_only_when_they_have_changed(sandbox: Sandbox, start: Start) -> None:
    first = await start()
    registered = versions(sandbox)
    await first.stop()
    second = await start()
    assert versions(sandbox) == registered
    assert second.client.gate.mentions["desk reload"].startswith("</desk reload:")
    await second.stop()
    (second.folder / "commands.sha256").write_text("another edition's\n", encoding="ascii")
    await start()
    assert versions(sandbox)["brief"] != registered["brief"]


async def test_a_server_that_knows_no_commands_gets_them_whatever_was_registered_elsewhere(
    sandbox: Sandbox, start: Start
) -> None:
    first = await start()
    await first.client.tree.fetch_commands()
    first.client.tree.clear_commands(guild=None)
    await first.client.tree.sync()
    assert versions(sandbox) == {}
    await first.stop()
    await start()
    assert "brief" in versions(sandbox)


async def test_sync_registers_whatever_is_registered_already(sandbox: Sandbox, bot: Running, tmp_path: Path) -> None:
    before = versions(sandbox)
    login = Login(sandbox.token, tmp_path / "commands.sha256", sandbox.api_url)
    await sync(login, bot.current, bot.usage)
    assert versions(sandbox)["brief"] != before["brief"]


async def test_sync_can_register_in_one_server_alone(sandbox: Sandbox, bot: Running, tmp_path: Path) -> None:
    before = versions(sandbox)
    server = server_id(sandbox)
    login = Login(sandbox.token, tmp_path / "commands.sha256", sandbox.api_url)
    await sync(login, bot.current, bot.usage, int(server))
    assert {command.name for command in await bot.client.tree.fetch_commands()} == before.keys()
    there = await bot.client.tree.fetch_commands(guild=discord.Object(int(server)))
    assert {command.name for command in there} == before.keys()
    assert all(command.guild_id == int(server) for command in there)


async def test_sync_says_that_the_bot_is_not_in_a_server(sandbox: Sandbox, bot: Running, tmp_path: Path) -> None:
    login = Login(sandbox.token, tmp_path / "commands.sha256", sandbox.api_url)
    with pytest.raises(CannotConnectError, match=r"The bot is in no server 5\. .*python -m bot invite"):
        await sync(login, bot.current, bot.usage, 5)


async def test_a_hash_that_cannot_be_written_is_no_reason_not_to_run(
    sandbox: Sandbox, start: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "commands.sha256").mkdir()
    await start()
    assert "brief" in versions(sandbox)
    assert "cannot be written" in caplog.text


async def test_what_a_server_will_not_register_now_is_no_reason_not_to_answer(
    sandbox: Sandbox, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    first = await start()
    await first.stop()
    sandbox.trouble("/commands", status=400)
    await start()
    assert (await sandbox.actor().command("brief", topic="numbers")).text()
    assert "could not be registered" in caplog.text


async def test_a_command_discord_refuses_is_one_clear_sentence(sandbox: Sandbox, bot: Running, tmp_path: Path) -> None:
    sandbox.trouble("/commands", status=400)
    with pytest.raises(CannotConnectError, match="refused"):
        await sync(Login(sandbox.token, tmp_path / "commands.sha256", sandbox.api_url), bot.current, bot.usage)


async def test_the_token_is_not_shown_with_the_login() -> None:
    assert "secret" not in repr(Login("secret", Path("commands.sha256")))


async def test_nothing_that_was_sent_is_remembered(sandbox: Sandbox, bot: Running) -> None:
    member = sandbox.actor()
    for topic in ("numbers", "non-refoulement", "the nine"):
        reply = await member.command("brief", topic=topic, public=True)
        if reply.buttons:
            await member.press(reply, reply.buttons[0].custom_id)
    store = vars(bot.client._connection._view_store)  # noqa: SLF001 - where discord.py would remember it
    kept = {name: value for name, value in store.items() if name != "_state"}
    assert not any(kept.values()), kept


async def test_a_bot_that_stops_long_after_a_heartbeat_does_not_call_the_gateway_slow(
    bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    keeper = bot.client.ws._keep_alive  # noqa: SLF001 # it notes when a heartbeat was sent
    assert keeper is not None
    keeper._last_send -= 30  # noqa: SLF001 # as half a minute after one
    await bot.stop()
    assert "behind" not in caplog.text


@pytest.mark.usefixtures("bot")
async def test_answers_go_on_after_the_connection_was_lost(sandbox: Sandbox) -> None:
    member = sandbox.actor()
    reply = await member.command("brief", topic="numbers")
    await sandbox.gateway.drop(4000)
    await sandbox.resumed(1)
    assert (await member.press(reply, "Sources")).text()


@pytest.mark.usefixtures("bot")
async def test_a_session_that_is_forgotten_begins_anew(sandbox: Sandbox) -> None:
    sandbox.gateway.forget_sessions()
    await sandbox.gateway.drop(4000)
    await sandbox.identified(2)
    assert (await sandbox.actor().command("brief", topic="numbers")).text()


async def test_a_gateway_that_is_no_gateway_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ServerError, match="gateway"):
        await turn_to(sandbox.console_url.rstrip("/"))
