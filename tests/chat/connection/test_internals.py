"""What we rely on in discord.py beyond its documents is there, and behaves so, in the version that is pinned."""

import asyncio
import inspect
import logging
from copy import deepcopy
from typing import Any

import aiohttp
import discord
import pytest
import yarl
from discord import app_commands, ui
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.chat.connection import internals
from bot.chat.connection.arrivals import Arrivals
from bot.chat.connection.gateway import BEGINNINGS, GOODBYE, LeftOff, Socket, opened
from bot.chat.connection.internals import finished, role_ids, talk_to, whole_message
from bot.chat.connection.login import ATTEMPT
from tests.chat.connection.conftest import Client
from tests.chat.connection.scripted_server import TOKEN, Line, ScriptedServer, serve
from tests.journeys.gateway_events import EVENTS, INTERACTION, INTERACTIONS, ROLE


def state(client: discord.Client) -> Any:  # noqa: ANN401 # discord.py's own, which has no public name
    return vars(client)["_connection"]


def parsers(socket: Socket) -> dict[str, Any]:
    return vars(socket)["_shielded"]


def test_the_version_is_the_one_that_was_read() -> None:
    assert discord.__version__ == "2.7.1"


def test_the_two_addresses_are_those_of_discord() -> None:
    assert internals.server() == "https://discord.com/api/v10"
    assert str(DiscordWebSocket.DEFAULT_GATEWAY) == "wss://gateway.discord.gg/"


async def test_another_server_is_asked_once_the_two_addresses_are_set(client: Client) -> None:
    async with ScriptedServer(serve()) as server:
        talk_to(server.api, yarl.URL(server.gateway))
        assert Route("GET", "/users/@me").url == f"{server.api}/users/@me"
        await client.login(TOKEN)
        socket = await opened(client, None, Arrivals())
        assert socket.gateway == yarl.URL(server.gateway)
        await socket.close(GOODBYE)


def test_answers_are_given_in_tasks_of_these_names() -> None:
    assert "name='CommandTree-invoker'" in inspect.getsource(app_commands.CommandTree)
    source = inspect.getsource(discord.Client)
    assert "name=f'discord.py: {event_name}'" in source
    assert "method = 'on_' + event" in source
    assert "self._schedule_event(coro, method, *args, **kwargs)" in source


async def test_the_roles_of_whoever_asks_come_with_the_interaction_though_no_cache_has_them(client: Client) -> None:
    async with ScriptedServer(serve()) as server:
        talk_to(server.api, yarl.URL(server.gateway))
        await client.login(TOKEN)
    payload: Any = INTERACTION
    member = discord.Interaction(data=payload, state=state(client)).user
    assert isinstance(member, discord.Member)
    assert role_ids(member) == (ROLE,)
    assert member.roles == []


async def test_an_answer_that_did_not_go_through_discord_py_is_known_to_it(client: Client) -> None:
    async with ScriptedServer(serve()) as server:
        talk_to(server.api, yarl.URL(server.gateway))
        await client.login(TOKEN)
        payload: Any = INTERACTION
        interaction = discord.Interaction(data=payload, state=state(client))
        assert not interaction.response.is_done()
        internals.mark_answered(interaction, discord.InteractionResponseType.deferred_channel_message)
        assert interaction.response.is_done()
        assert interaction.response.type is discord.InteractionResponseType.deferred_channel_message
        with pytest.raises(discord.InteractionResponded):
            await interaction.response.send_message("x")


async def test_a_view_that_is_finished_is_not_stored() -> None:
    assert "if view is not MISSING and not view.is_finished():" in inspect.getsource(discord.InteractionResponse)
    view = finished(ui.LayoutView(timeout=None).add_item(ui.ActionRow(ui.Button(label="x", custom_id="x"))))
    assert view.is_finished()


async def test_every_event_has_a_parser_under_its_name(client: Client) -> None:
    assert state(client).parsers.keys() == {*EVENTS, *BEGINNINGS, "INTERACTION_CREATE"}


async def test_a_connection_parses_behind_the_shield(client: Client) -> None:
    async with ScriptedServer(serve()) as server:
        talk_to(server.api, yarl.URL(server.gateway))
        await client.login(TOKEN)
        socket = await opened(client, None, Arrivals())
        assert parsers(socket).keys() == state(client).parsers.keys()
        assert parsers(socket)["READY"] is not state(client).parsers["READY"]
        assert not socket.begun
        await socket.poll_event()
        while not socket.begun:
            await socket.poll_event()
        assert socket.left_off() == LeftOff("s", 1, yarl.URL(server.gateway))
        await socket.close(GOODBYE)


async def test_a_heartbeat_that_is_not_answered_is_noticed(client: Client) -> None:
    answer = asyncio.Event()

    async def late(line: Line) -> None:
        await line.open()
        await line.ready(acknowledged=False)
        await answer.wait()
        await line.send({"op": 11, "d": None})
        await line.stay()

    async with ScriptedServer(late) as server:
        talk_to(server.api, yarl.URL(server.gateway))
        await client.login(TOKEN)
        socket = await opened(client, None, Arrivals())
        while not socket.begun:
            await socket.poll_event()
        assert socket.serving(60)
        assert not socket.serving(0)
        answer.set()
        await socket.poll_event()
        assert socket.serving(0)
        await socket.close(GOODBYE)
        assert not socket.serving(60)


async def test_a_server_that_says_nothing_any_more_does_not_keep_us_from_leaving(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    leave = asyncio.Event()

    async def deaf(line: Line) -> None:
        await line.open()
        await leave.wait()

    caplog.set_level(logging.DEBUG, "bot")
    async with ScriptedServer(deaf) as server:
        talk_to(server.api, yarl.URL(server.gateway))
        await client.login(TOKEN)
        socket = await opened(client, None, Arrivals())
        await socket.close(GOODBYE)
        assert not socket.open
        leave.set()
    assert "did not answer when we hung up" in caplog.text


async def test_the_components_of_a_pressed_message_are_those_that_discord_py_would_read(client: Client) -> None:
    async with ScriptedServer(serve()) as server:
        talk_to(server.api, yarl.URL(server.gateway))
        await client.login(TOKEN)
        socket = await opened(client, None, Arrivals())
        button = {"type": 2, "style": 1, "label": "x", "custom_id": "x"}
        components = [{"type": 17, "components": [{"type": 10, "content": "x"}, {"type": 1, "components": [button]}]}]
        pressed: Any = deepcopy(INTERACTIONS["a press"])
        pressed["message"]["components"] = components
        straight = discord.Interaction(data=deepcopy(pressed), state=state(client)).message
        read: list[discord.Interaction] = []

        def note(content: Any) -> None:  # noqa: ANN401 # JSON
            read.append(discord.Interaction(data=content, state=state(client)))

        socket._discord_parsers = {"INTERACTION_CREATE": note}  # noqa: SLF001 # as `from_client` sets them
        socket.begun = True
        parsers(socket)["INTERACTION_CREATE"](pressed)
        await socket.close(GOODBYE)
    [interaction] = read
    assert interaction.message is not None
    assert straight is not None
    assert interaction.message.components == []
    for _ in range(2):
        message = whole_message(interaction)
        assert message is not None
        assert message is interaction.message
        assert [one.to_dict() for one in message.components] == [one.to_dict() for one in straight.components] != []


async def test_a_login_that_failed_can_be_repeated(client: Client) -> None:
    async with ScriptedServer(serve(), troubles={"/users/@me": [503]}) as server:
        talk_to(server.api, yarl.URL(server.gateway))
        with pytest.raises(discord.DiscordServerError):
            await client.login(TOKEN)
        await internals.new_session(client, aiohttp.TCPConnector(), ATTEMPT)
        await client.login(TOKEN)
        assert client.user is not None


def test_what_is_called_on_a_connection_is_called_so() -> None:
    called = inspect.getsource(DiscordWebSocket)
    for name in ("_discord_parsers = client._connection.parsers", "await self.received_message(msg.data)"):
        assert name in called, name
