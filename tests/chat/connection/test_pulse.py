import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import discord
import pytest
import yarl

from bot.chat.connection.allowance import Allowance
from bot.chat.connection.gateway import Socket
from bot.chat.connection.internals import talk_to
from bot.chat.connection.patience import Pace
from bot.chat.connection.pulse import keep_pulse
from bot.chat.connection.session import stay_connected
from tests.chat.connection.conftest import Client, until
from tests.chat.connection.scripted_server import TOKEN, Line, ScriptedServer, refuse


class Served(Client):
    """A client that knows whether it serves, as the bot does."""

    @property
    def serving(self) -> bool:
        return isinstance(self.ws, Socket) and self.ws.serving(15)


@asynccontextmanager
async def beating(client: Served, server: ScriptedServer, file: Path) -> AsyncGenerator[None]:
    talk_to(server.api, yarl.URL(server.gateway))
    await client.login(TOKEN)
    tasks = [
        asyncio.create_task(keep_pulse(file, client, every=0.01)),
        asyncio.create_task(stay_connected(client, Pace(0.01, 0.02), Allowance())),
    ]
    yield
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


@pytest.fixture
async def client() -> AsyncGenerator[Served]:
    async with Served(intents=discord.Intents.none()) as client:
        yield client


async def test_the_file_is_touched_while_members_are_served_and_no_longer(client: Served, tmp_path: Path) -> None:
    hang_up = asyncio.Event()
    file = tmp_path / "state" / "serving"

    async def serve_for_a_while(line: Line) -> None:
        await line.open()
        await line.ready()
        await hang_up.wait()
        await line.socket.close(code=4000)

    async with ScriptedServer(serve_for_a_while, refuse(503)) as server, beating(client, server, file):
        assert not file.exists()
        await asyncio.wait_for(until(file.exists), 20)
        before = file.stat().st_mtime_ns
        await asyncio.wait_for(until(lambda: file.stat().st_mtime_ns > before), 20)
        hang_up.set()
        await asyncio.wait_for(server.refused.wait(), 20)
        file.unlink()
        refusals = server.connections
        await asyncio.wait_for(until(lambda: server.connections > refusals + 5), 20)
        assert not file.exists()


async def test_the_file_is_taken_away_at_the_end(client: Served, tmp_path: Path) -> None:
    file = tmp_path / "serving"

    async def serve(line: Line) -> None:
        await line.open()
        await line.ready()
        await line.stay()

    async with ScriptedServer(serve) as server:
        async with beating(client, server, file):
            await asyncio.wait_for(until(file.exists), 20)
        assert not file.exists()
        await client.close()


async def test_a_file_that_cannot_be_written_is_said_once(
    client: Served, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("no folder", encoding="utf-8")

    async def serve(line: Line) -> None:
        await line.open()
        await line.ready()
        await line.stay()

    async with ScriptedServer(serve) as server:
        async with beating(client, server, tmp_path / "state" / "serving"):
            await asyncio.wait_for(until(lambda: "cannot be written" in caplog.text), 20)
            await asyncio.sleep(0.1)
        await client.close()
    assert caplog.text.count("cannot be written") == 1
