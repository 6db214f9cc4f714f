"""The commands are registered where that makes a difference, and nothing that goes wrong with it ends a bot."""

import logging
import os
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
import yarl
from discord import app_commands

from bot.chat.connection.internals import talk_to
from bot.chat.connection.registration import payload_hash, register, register_if_changed
from bot.chat.connection.server import ServerError
from tests.chat.connection.conftest import Client
from tests.chat.connection.scripted_server import TOKEN, ScriptedServer, serve

COMMAND = {"id": "7", "application_id": "1", "version": "1", "type": 1, "name": "play", "description": "Plays music"}
"""That of another bot."""


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


@pytest.mark.parametrize("registered", [False, True])
async def test_a_page_in_the_place_of_a_registration_is_told_in_a_sentence_and_ends_nothing(
    server: ScriptedServer,
    tree: app_commands.CommandTree[Client],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    *,
    registered: bool,
) -> None:
    kept = tmp_path / "commands.sha256"
    if registered:
        await register(tree, kept)
    caplog.clear()
    server.troubles = {"/applications/1/commands": [200]}
    assert await register_if_changed(tree, kept) == {}
    [line] = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert line.startswith("The commands could not be registered; those that the server knows stay: What answered")
    assert "html" not in line
    assert kept.exists() is registered


@pytest.mark.parametrize("answer", [[], {}, [COMMAND]])
async def test_a_server_that_does_not_name_the_commands_has_not_registered_them(
    server: ScriptedServer,
    tree: app_commands.CommandTree[Client],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    answer: object,
) -> None:
    kept = tmp_path / "commands.sha256"
    server.says_registered = answer
    assert await register_if_changed(tree, kept) == {}
    [line] = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert "1 of 1 not in its list" in line
    assert not kept.exists()
    server.says_registered = None
    assert "hello" in await register_if_changed(tree, kept)


async def test_a_registration_by_hand_says_so_to_whoever_asked_for_it(
    server: ScriptedServer, tree: app_commands.CommandTree[Client], tmp_path: Path
) -> None:
    server.troubles = {"/applications/1/commands": [200]}
    with pytest.raises(ServerError, match="not Discord"):
        await register(tree, tmp_path / "commands.sha256")
