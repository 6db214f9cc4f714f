"""A sandbox, and the real discord.py client connected to it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress

import pytest
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from discord_sandbox import Sandbox
from tests.discord_sandbox.tiny_bot import TinyBot

Connect = Callable[[TinyBot], Awaitable[TinyBot]]


class Clock:
    """A clock that tests wind by hand."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def sandbox(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=clock, patience=20, bot_about="Fruit, by its name.") as sandbox:
        monkeypatch.setattr(Route, "BASE", sandbox.api_url)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(sandbox.gateway.url))
        yield sandbox


@pytest.fixture
async def connect(sandbox: Sandbox) -> AsyncIterator[Connect]:
    """Connects bots to the sandbox, and closes them after the test."""
    running: list[tuple[TinyBot, asyncio.Task[None]]] = []

    async def start(bot: TinyBot) -> TinyBot:
        task = asyncio.create_task(bot.start(sandbox.token))
        running.append((bot, task))
        before = sandbox.gateway.identified
        ready = asyncio.create_task(sandbox.identified(before + 1))
        await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if task.done():
            task.result()
        return bot

    yield start
    for bot, task in running:
        await bot.close()
        with suppress(asyncio.CancelledError):
            await task


@pytest.fixture
async def bot(connect: Connect) -> TinyBot:
    return await connect(TinyBot())
