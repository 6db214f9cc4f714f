"""The bots that are measured, each a process of its own with a server of its own."""

import asyncio
import json
import sys
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.answering.asked import Asked
from benchmarks.answering.server import TOKEN, Server
from benchmarks.processes import environment_for, held
from benchmarks.shipped import ROOT


@dataclass(frozen=True, slots=True)
class Bot:
    """One bot that is connected."""

    name: str
    server: Server
    process: asyncio.subprocess.Process
    bare: bool

    def held(self) -> float:
        """The megabytes of it that are in memory."""
        return held(self.process.pid)

    def worked(self) -> float:
        """The seconds that processors have worked for it, in all of its threads. Linux alone tells it so."""
        threads = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(thread.read_text(encoding="ascii").split()[0]) for thread in threads) / 1e9


@asynccontextmanager
async def bare(asked: Asked, *, loop: str = "asyncio") -> AsyncGenerator[Bot]:
    """The bare bot, on one of the two event loops."""
    async with Server() as server:
        with TemporaryDirectory() as folder:
            card = Path(folder) / "card.json"
            card.write_text(json.dumps({"card": asked.card, "titles": asked.titles}), encoding="utf-8")
            script = str(Path(__file__).with_name("bare.py"))
            command = [script, server.api_url, server.gateway_url, str(card), loop]
            async with _started(command, server, Path(folder)) as process:
                yield Bot(f"bare, {loop}", server, process, bare=True)


@asynccontextmanager
async def ours(*, guilds: int = 1, moderation: str | None = None, root: Path = ROOT) -> AsyncGenerator[Bot]:
    """Ours, as it is run, or as it was in another folder; with a moderators' file of its own where one is given."""
    async with Server(guilds=guilds) as server:
        with TemporaryDirectory() as folder:
            more = dict[str, str]()
            if moderation is not None:
                file = Path(folder) / "moderation.yaml"
                file.write_text(moderation, encoding="utf-8")
                more["VERBATIM_MODERATION"] = str(file)
            command = ["-m", "bot", "run", "--live"]
            async with _started(command, server, Path(folder), more, root=root) as process:
                yield Bot("ours", server, process, bare=False)


@asynccontextmanager
async def _started(
    command: Sequence[str], server: Server, folder: Path, more: dict[str, str] | None = None, root: Path = ROOT
) -> AsyncGenerator[asyncio.subprocess.Process]:
    environment = environment_for(TOKEN, server.api_url, folder / "state") | (more or {})
    with (folder / "log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, *command, cwd=root, env=environment, stderr=log, stdout=log
        )
    try:
        async with asyncio.timeout(60):
            await server.ready.wait()
        await asyncio.sleep(4)  # what is done once after READY, such as drawing charts
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
        said = (folder / "log").read_text(encoding="utf-8", errors="replace")
        if "ERROR" in said or "Traceback" in said:
            print(said[-3_000:], file=sys.stderr)
