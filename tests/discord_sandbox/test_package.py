"""The package as somebody with another bot meets it: its name, its README, its command."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import discord
import pytest
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

import discord_sandbox

README = (Path(discord_sandbox.__file__).parent / "README.md").read_text(encoding="utf-8")


class EchoBot(discord.Client):
    """Another bot than any other test's."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents.none())
        self.tree = app_commands.CommandTree(self)

        @self.tree.command(description="Says it again")
        async def echo(interaction: discord.Interaction, text: str) -> None:
            await interaction.response.send_message(f"{interaction.locale.value} {self.user}: {text}")

    async def setup_hook(self) -> None:
        await self.tree.sync()


async def test_the_ten_lines_of_the_readme_are_enough_for_another_bot(monkeypatch: pytest.MonkeyPatch) -> None:
    # Puts back afterwards what the lines change.
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    [program] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    _, body = program.split("-> str:\n")
    assert len(body.splitlines()) <= 10
    names: dict[str, Any] = {}
    exec(program, names)  # noqa: S102 - our own README
    assert await names["converse"](EchoBot()) == "ko echo: hello"


@pytest.mark.parametrize("name", discord_sandbox.__all__)
def test_every_name_of_the_package_can_be_asked_for(name: str) -> None:
    assert getattr(discord_sandbox, name)


def test_a_name_it_does_not_have_is_said() -> None:
    name = "Sandbocks"
    with pytest.raises(AttributeError, match=f"has no attribute '{name}'"):
        getattr(discord_sandbox, name)


@pytest.mark.parametrize("module", ["discord_sandbox", "discord_sandbox.limits", "discord_sandbox.records.people"])
def test_what_needs_no_network_is_imported_without_it(module: str) -> None:
    program = f"import sys, {module}; print([name for name in sys.modules if name in {{'asyncio', 'aiohttp'}}])"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert ended.stdout.strip() == "[]"


@contextmanager
def alone(*arguments: str) -> Generator[subprocess.Popen[str]]:
    """The sandbox as a process of its own."""
    command = [sys.executable, "-m", "discord_sandbox", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own program
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send to a process")
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_alone_it_says_where_it_is_and_runs_until_it_is_told_to_stop(told: signal.Signals) -> None:
    with alone("--bot-name", "Echo") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = dict(process.stdout.readline().split() for _ in range(3))
        assert said["API"] == f"{said['Console']}api/v10"
        assert said["Token"] == discord_sandbox.Sandbox().token
        with urlopen(said["Console"] + "console/setup") as answer:  # noqa: S310 - its own address
            assert b'"bot": "Echo"' in answer.read()
        process.send_signal(told)
        assert process.wait(timeout=30) == 0
        assert process.stderr.read() == ""


def test_a_port_that_is_taken_is_one_sentence() -> None:
    with alone() as process:
        assert process.stdout is not None
        port = process.stdout.readline().strip().rstrip("/").rpartition(":")[2]
        with alone("--port", port) as second:
            assert second.stderr is not None
            assert second.wait(timeout=30) == 1
            assert re.fullmatch(
                rf"Port {port} cannot be used \(.+\); name another with --port\.\n", second.stderr.read()
            )


@pytest.mark.parametrize("port", ["-1", "65536", "x", "²"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    with alone(f"--port={port}") as process:
        assert process.stderr is not None
        assert process.wait(timeout=30) == 2
        assert "from 0 to 65535" in process.stderr.read()


def test_everything_a_test_can_do_is_there() -> None:
    [table] = re.findall(r"^\| \| \|\n(.*?)\n\n", README, re.DOTALL | re.MULTILINE)
    firsts = [line.split("|")[1] for line in table.splitlines()[1:]]
    named = {name for cell in firsts for name in re.findall(r"`(?:gateway\.)?(\w+)", cell)}
    assert {"actor", "population", "trouble", "drop", "add_channel", "Sandbox"} <= named
    sandbox = discord_sandbox.Sandbox()
    for name in named - {"discord_sandbox"}:
        assert any(hasattr(holder, name) for holder in (sandbox, sandbox.gateway, discord_sandbox)), name
