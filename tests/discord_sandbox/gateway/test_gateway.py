"""The websocket, with the real client and by hand."""

import asyncio
import json
import zlib
from typing import Any

import aiohttp
import discord
import pytest

from discord_sandbox import Sandbox
from tests.discord_sandbox.conftest import Connect
from tests.discord_sandbox.tiny_bot import TinyBot


class Client:
    """A gateway client that says exactly what a test wants said."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, sandbox: Sandbox) -> None:
        self.socket = socket
        self.token = sandbox.token

    async def send(self, op: int, content: object) -> None:
        await self.socket.send_json({"op": op, "d": content})

    async def identify(self, **changes: object) -> dict[str, Any]:
        await self.send(2, {"token": self.token, "intents": 0, "properties": {}, **changes})
        return await self.receive()

    async def receive(self) -> dict[str, Any]:
        return await self.socket.receive_json()

    async def closed_with(self) -> int | None:
        while (await self.socket.receive()).type not in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED):
            pass
        return self.socket.close_code


@pytest.fixture
async def client(sandbox: Sandbox):  # noqa: ANN201 - pytest gives what it yields
    async with aiohttp.ClientSession() as session, session.ws_connect(sandbox.gateway.url) as socket:
        client = Client(socket, sandbox)
        hello = await client.receive()
        assert hello["op"] == 10
        assert hello["d"]["heartbeat_interval"] < 60_000
        yield client


async def test_heartbeats_are_answered_before_and_after_identifying(client: Client) -> None:
    await client.send(1, None)
    assert (await client.receive())["op"] == 11
    ready = await client.identify()
    assert (ready["t"], ready["s"]) == ("READY", 1)
    await client.send(1, 1)
    assert (await client.receive())["op"] == 11


@pytest.mark.parametrize(
    ("op", "content", "code"),
    [
        (2, {"token": "wrong"}, 4004),
        (6, {"token": "wrong", "session_id": "x", "seq": 1}, 4004),
        (3, {}, 4003),
        (99, {}, 4003),
    ],
)
async def test_a_bad_first_frame_ends_the_connection(client: Client, op: int, content: object, code: int) -> None:
    await client.send(op, content)
    assert await client.closed_with() == code


@pytest.mark.parametrize("intent", [1 << 1, 1 << 8, 1 << 15])
async def test_privileged_intents_are_not_granted(client: Client, intent: int) -> None:
    await client.send(2, {"token": client.token, "intents": intent})
    assert await client.closed_with() == 4014


async def test_identifying_twice_an_unknown_frame_and_no_json_end_the_connection(sandbox: Sandbox) -> None:
    async def attempt(text: str) -> int | None:
        async with aiohttp.ClientSession() as session, session.ws_connect(sandbox.gateway.url) as socket:
            client = Client(socket, sandbox)
            await client.receive()
            await client.identify()
            await socket.send_str(text)
            return await client.closed_with()

    assert await attempt(json.dumps({"op": 2, "d": {}})) == 4005
    assert await attempt(json.dumps({"op": 42, "d": {}})) == 4001
    assert await attempt("no json") == 4002
    assert await attempt("[]") == 4002


async def test_an_unknown_session_is_invalid_and_may_identify_anew(client: Client) -> None:
    await client.send(6, {"token": client.token, "session_id": "gone", "seq": 3})
    assert await client.receive() == {"op": 9, "d": False, "s": None, "t": None}
    assert (await client.identify())["t"] == "READY"


async def test_missed_events_are_replayed_in_order_on_resume(sandbox: Sandbox, client: Client) -> None:
    ready = await client.identify()
    await client.socket.close(code=4000)
    await sandbox.until(lambda: not sandbox.gateway.connected)
    for number in range(3):
        await sandbox.gateway.dispatch("INTERACTION_CREATE", {"id": str(number)})
    async with aiohttp.ClientSession() as session, session.ws_connect(ready["d"]["resume_gateway_url"]) as socket:
        again = Client(socket, sandbox)
        await again.receive()
        await again.send(6, {"token": sandbox.token, "session_id": ready["d"]["session_id"], "seq": 2})
        frames = [await again.receive() for _ in range(3)]
    assert [(frame["s"], frame["t"]) for frame in frames] == [
        (3, "INTERACTION_CREATE"),
        (4, "INTERACTION_CREATE"),
        (5, "RESUMED"),
    ]


async def test_a_sequence_from_the_future_is_refused(sandbox: Sandbox, client: Client) -> None:
    ready = await client.identify()
    await client.socket.close(code=4000)
    async with aiohttp.ClientSession() as session, session.ws_connect(sandbox.gateway.url) as socket:
        again = Client(socket, sandbox)
        await again.receive()
        await again.send(6, {"token": sandbox.token, "session_id": ready["d"]["session_id"], "seq": 99})
        assert await again.closed_with() == 4007


async def test_saying_goodbye_gives_the_session_up(sandbox: Sandbox, client: Client) -> None:
    ready = await client.identify()
    await client.socket.close(code=1000)
    await sandbox.until(lambda: not sandbox.gateway.connected)
    async with aiohttp.ClientSession() as session, session.ws_connect(sandbox.gateway.url) as socket:
        again = Client(socket, sandbox)
        await again.receive()
        await again.send(6, {"token": sandbox.token, "session_id": ready["d"]["session_id"], "seq": 1})
        assert (await again.receive())["op"] == 9


async def test_frames_are_deflated_in_one_context_when_asked(sandbox: Sandbox) -> None:
    inflate = zlib.decompressobj()
    url = f"{sandbox.gateway.url}?v=10&encoding=json&compress=zlib-stream"
    async with aiohttp.ClientSession() as session, session.ws_connect(url) as socket:
        hello = json.loads(inflate.decompress(await socket.receive_bytes()))
        await socket.send_json({"op": 2, "d": {"token": sandbox.token, "intents": 0}})
        ready = json.loads(inflate.decompress(await socket.receive_bytes()))
    assert (hello["op"], ready["t"]) == (10, "READY")


async def test_a_lost_connection_is_resumed_and_nothing_is_missed(sandbox: Sandbox, bot: TinyBot) -> None:
    member = sandbox.actor()
    await member.command("fruit", name="apple")
    await sandbox.gateway.drop()
    asked = asyncio.create_task(member.command("fruit", name="banana"))
    assert "## banana" in (await asked).text()
    assert sandbox.gateway.resumed == 1
    assert sandbox.gateway.identified == 1
    assert [interaction.command and interaction.command.name for interaction in bot.seen] == ["fruit", "fruit"]


async def test_a_session_that_cannot_be_resumed_begins_anew(sandbox: Sandbox, bot: TinyBot) -> None:
    sandbox.gateway.forget_sessions()
    await sandbox.gateway.drop()
    await sandbox.identified(2)
    assert "## apple" in (await sandbox.actor().command("fruit", name="apple")).text()
    assert not bot.is_closed()


async def test_a_wrong_token_fails_the_login(sandbox: Sandbox) -> None:
    bot = TinyBot()
    with pytest.raises(discord.LoginFailure):
        await bot.start(sandbox.token + "x")
    await bot.close()


async def test_with_the_guilds_intent_servers_arrive_whole(sandbox: Sandbox, connect: Connect) -> None:
    bot = await connect(TinyBot(discord.Intents(guilds=True)))
    await bot.wait_until_ready()
    assert [guild.name for guild in bot.guilds] == ["The Commons"]
    assert {channel.name for channel in bot.guilds[0].text_channels} == {"general", "moderators"}
    assert "## apple" in (await sandbox.actor().command("fruit", name="apple")).text()


async def test_two_clients_with_one_token_both_get_the_event_and_one_is_refused(
    sandbox: Sandbox, connect: Connect
) -> None:
    await connect(TinyBot())
    await connect(TinyBot())
    await sandbox.actor().command("fruit", name="apple")
    await sandbox.until(lambda: bool(sandbox.refusals))
    assert [refused.refusal.code for refused in sandbox.refusals] == [40060]
