"""The whole bot on the sandbox: the real client, the shipped library, a real database."""

import asyncio
import shutil
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path

import discord
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.charts.charts import Charts
from bot.chat.connection.client import Verbatim
from bot.chat.connection.connect import assemble
from bot.chat.connection.internals import answers_in_hand
from bot.chat.connection.registration import register_if_changed
from bot.chat.connection.server import turn_to
from bot.chat.unasked.sending import utc_now
from bot.content.load import sound_library
from bot.content.moderation import Moderation, load_moderation
from bot.current import Current
from bot.domain.library import Library
from bot.snapshot import Snapshot
from bot.sources import Sources
from bot.usage.desk_state import DeskState
from bot.usage.key import Keys
from bot.usage.log import UsageLog
from bot.usage.rows import rows
from bot.words.catalogue import ENGLISH, Catalogue
from discord_sandbox import Actor, Channel, Guild, Message, Reply, Sandbox
from tests import shipped
from tests.examples import SMALL

Start = Callable[..., Awaitable["Running"]]

MODERATION = "manage_server: true\n"


@dataclass
class Running:
    """A bot that is connected, and the files it lives on."""

    client: Verbatim
    current: Current
    usage: UsageLog
    folder: Path
    task: asyncio.Task[None]

    async def counts(self) -> dict[tuple[str, str, str], int]:
        """What has been counted, by command, outcome and subject; the log is closed for it."""
        await self.count_no_more()
        found = await rows(self.folder / "usage.sqlite3")
        return {(row.command, row.outcome, row.subject): row.count for row in found}

    @property
    def desk_state(self) -> DeskState:
        """What the database has of the moderators' decisions."""
        return DeskState(self.folder / "usage.sqlite3")

    async def count_no_more(self) -> None:
        """Close the log, once everything that has arrived is counted."""
        await self.idle()
        await self.usage.close()

    async def idle(self) -> None:
        """Wait until everything that has arrived is answered."""
        while in_hand := answers_in_hand():
            await asyncio.wait(in_hand)

    async def stop(self) -> None:
        self.task.cancel()
        with suppress(asyncio.CancelledError, discord.ConnectionClosed):  # a gateway that hung up for good was asked to
            await self.task
        await self.usage.close()


def whole(library: Library) -> Snapshot:
    """A library as it is in force, with moderators who have decided nothing."""
    return Snapshot.of(library, Moderation())


@pytest.fixture(scope="session")
def snapshot() -> Snapshot:
    """The shipped library in force; whether its content is sound is not the journeys' subject."""
    return shipped.snapshot()


@cache
def drawn(library: Library) -> Charts:
    """The charts of a library, drawn once for all folders of tests."""
    charts = Charts(Catalogue.load().words(ENGLISH))
    asyncio.run(charts.of(library))
    return charts


@pytest.fixture(scope="session")
def charts() -> Charts:
    """Those of the shipped library."""
    return drawn(shipped.library())


def home_of(sandbox: Sandbox) -> Guild:
    """The server that the journeys take place in."""
    guild = sandbox.population.places["server"].channel.guild
    assert guild is not None
    return guild


def server_id(sandbox: Sandbox) -> str:
    """The id of that server."""
    return home_of(sandbox).id


def public(actor: Actor) -> list[Message]:
    """The messages that somebody sees and everybody else does."""
    return [message for message in actor.messages() if not message.ephemeral]


async def asked(actor: Actor, command: str, **options: object) -> Reply:
    """What a command is answered with once nothing more comes."""
    return await (await actor.command(command, **options)).settled()


async def is_served(sandbox: Sandbox) -> bool:
    """Whether a member gets an answer."""
    return bool((await sandbox.actor().command("topics")).text())


class Clock:
    """The sandbox's clock, which a journey can put forward."""

    ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def patience() -> float:
    """The real seconds for which people wait; short where silence is the subject."""
    return 20


@pytest.fixture
async def sandbox(clock: Clock, patience: float, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Sandbox]:
    # The bot sets these two; after the test they are as they were.
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    async with Sandbox(clock=clock, patience=patience) as sandbox:
        yield sandbox


@pytest.fixture
def reading(sandbox: Sandbox) -> Channel:
    """A channel in which briefings are posted."""
    return sandbox.add_channel("server", "reading")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small library of its own, to be changed and broken."""
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


@pytest.fixture(scope="session")
def small_charts(today: date) -> Charts:
    """Those of the small library."""
    return drawn(sound_library(SMALL / "seeds", SMALL / "briefs", today))


@pytest.fixture
def api_url(sandbox: Sandbox) -> str:
    """The address that the bot is told to speak to."""
    return sandbox.api_url


@pytest.fixture
async def start(  # noqa: PLR0913, PLR0917 - a bot lives on all of these
    sandbox: Sandbox, api_url: str, snapshot: Snapshot, charts: Charts, root: Path, tmp_path: Path
) -> AsyncGenerator[Start]:
    """Starts the bot, as often as a journey needs it, with these rules of the moderators."""
    running: list[Running] = []

    async def start(
        moderation: str = MODERATION,
        *,
        snapshot: Snapshot = snapshot,
        content: Path = root,
        charts: Charts = charts,
        now: Callable[[], datetime] = utc_now,
    ) -> Running:
        file = tmp_path / "moderation.yaml"
        file.write_text(moderation, encoding="utf-8")
        sources = Sources(content / "seeds", content / "briefs", file)
        in_force = replace(snapshot, moderation=load_moderation(file))
        current = Current(sources, in_force, charts)
        usage = UsageLog(tmp_path / "usage.sqlite3", Keys.fixed(b"a key for tests, and for tests alone"))
        await usage.open()
        await turn_to(api_url)
        client = assemble(current, usage, partial(register_if_changed, kept_hash=tmp_path / "commands.sha256"), now)
        before = sandbox.gateway.identified
        task = asyncio.create_task(client.serve(sandbox.token))
        connected = asyncio.create_task(sandbox.identified(before + 1))
        await asyncio.wait({task, connected}, return_when=asyncio.FIRST_COMPLETED)
        connected.cancel()
        if task.done():
            task.result()
        # The charts are put in force once the bot is ready; nothing changes what is in force after that.
        await asyncio.gather(*(one for one in asyncio.all_tasks() if one.get_name() == "charts"))
        running.append(Running(client, current, usage, tmp_path, task))
        return running[-1]

    yield start
    for one in running:
        await one.stop()


@pytest.fixture
async def bot(start: Start) -> Running:
    return await start()
