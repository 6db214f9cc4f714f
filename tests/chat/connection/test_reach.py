"""A token goes to the server that is spoken to, and nowhere else, whatever that says."""

from collections.abc import AsyncGenerator

import aiohttp
import discord
import pytest
import yarl
from aiohttp import web
from discord.http import Route

from bot.chat.connection import internals
from bot.chat.connection.login import ATTEMPT
from bot.chat.connection.reach import OutOfReachError, connector, is_servers_own
from bot.chat.connection.server import ServerError, turn_to

TOKEN = "a-token-that-stays-here"  # noqa: S105 # it opens nothing


@pytest.fixture
async def server() -> AsyncGenerator[str]:
    """Sends everybody on to another host: one of another name, on this machine, so that whoever goes there is seen."""

    async def elsewhere(request: web.Request) -> web.Response:
        reached.append(request.host)
        location = f"http://elsewhere.localdomain:{port}/api/v10{request.path}?token={TOKEN}"
        return web.Response(status=307, headers={"Location": location})

    async def gateway(_: web.Request) -> web.Response:
        return web.json_response({"url": "wss://gateway.example.org/"})

    reached: list[str] = []
    application = web.Application()
    application.router.add_get("/named/gateway", gateway)
    application.router.add_route("*", "/{path:.*}", elsewhere)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    yield f"http://127.0.0.1:{port}"
    assert all(host == f"127.0.0.1:{port}" for host in reached)
    await runner.cleanup()


async def test_a_redirect_to_another_host_is_not_followed(server: str, client: discord.Client) -> None:
    internals.talk_to(f"{server}/api/v10", yarl.URL("ws://127.0.0.1:1"))
    await internals.new_session(client, connector(), ATTEMPT)
    with pytest.raises(OutOfReachError) as told:
        await client.login(TOKEN)
    assert TOKEN not in str(told.value)
    assert "elsewhere" not in str(told.value)


async def test_no_gateway_and_no_redirect_of_another_server_leads_off_this_machine(server: str) -> None:
    with pytest.raises(ServerError, match="not on this machine"):
        await turn_to(f"{server}/named")
    with pytest.raises(ServerError):
        await turn_to(server)


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("https://discord.com/api/v10/users/@me", True),
        ("wss://gateway.discord.gg/?v=10", True),
        ("wss://gateway-us-east1-b.discord.gg/?v=10", True),
        ("http://discord.com/api/v10/users/@me", False),
        ("ws://gateway.discord.gg/", False),
        ("https://discord.com:8443/api", False),
        ("https://discord.com.example.org/", False),
        ("https://discord.com@example.org/", False),
        ("wss://evildiscord.gg/", False),
        ("wss://gateway.discord.gg.example.org/", False),
        ("https://cdn.discordapp.com/a.txt", False),
        ("http://127.0.0.1:8700/api/v10", False),
        ("http://169.254.169.254/", False),
    ],
)
def test_with_discord_only_discords_own_hosts_are_reached(address: str, *, own: bool) -> None:
    assert Route.BASE.startswith("https://discord.com/")
    assert is_servers_own(yarl.URL(address)) is own


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("http://127.0.0.1:8700/api/v10", True),
        ("ws://localhost:8701/gateway", True),
        ("http://[::1]:8700/", True),
        ("http://192.168.0.7:8700/", False),
        ("https://discord.com/api/v10/users/@me", False),
    ],
)
def test_with_another_server_only_this_machine_is_reached(address: str, *, own: bool) -> None:
    internals.talk_to("http://127.0.0.1:8700/api/v10", yarl.URL("ws://127.0.0.1:8700"))
    assert is_servers_own(yarl.URL(address)) is own


async def test_connections_are_kept_and_as_many_as_are_needed() -> None:
    async with connector() as made:
        assert made.limit == 0
        assert isinstance(made, aiohttp.TCPConnector)
