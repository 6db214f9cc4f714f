"""What the tests of the connection share."""

import asyncio
from collections.abc import AsyncGenerator, Callable

import discord
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route


@pytest.fixture(autouse=True)
def _own_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the test, the addresses that it set are as they were."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)


class Client(discord.Client):
    """A client with no bot in it, which does not wait before it identifies again."""

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        pass


@pytest.fixture
async def client() -> AsyncGenerator[Client]:
    async with Client(intents=discord.Intents.none()) as client:
        yield client


async def until(holds: Callable[[], bool]) -> None:
    """Wait for something that tells nobody that it changed."""
    while not holds():  # noqa: ASYNC110 # see above
        await asyncio.sleep(0.01)
