"""The commands are registered where that makes a difference, and nothing that goes wrong with it ends a bot."""

import os
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
import yarl
from discord import app_commands

from bot.chat.connection.internals import talk_to
from bot.chat.connection.registration import payload_hash, register_if_changed
from tests.chat.connection.conftest import Client
from tests.chat.connection.scripted_server import TOKEN, ScriptedServer, serve


@pytest.fixture
async def server() -> AsyncGenerator[ScriptedServer]:
    async with ScriptedServer(serve()) as server:
        yield server


@pytest.fixture
async def tree(server: ScriptedServer, client: Client) -> app_commands.CommandTree[Client]:
    """A tree with one command, of a client that has logged in."""
    talk_to(server.api, yarl.URL(server.gateway))
    await client.login(TOKEN)
    tree = app_commands.CommandTree(client)

    @tree.command(description="Says hello")
    async def hello(_: object) -> None:
        pass

    return tree


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
async def test_a_pipe_in_the_place_of_the_hash_keeps_nobody_waiting(
    tree: app_commands.CommandTree[Client], tmp_path: Path
) -> None:
    kept = tmp_path / "commands.sha256"
    os.mkfifo(kept)
    assert "hello" in await register_if_changed(tree, kept)
    assert kept.read_text(encoding="ascii").strip() == await payload_hash(tree)
