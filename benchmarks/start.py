"""Measures how long a bot takes to start and how much memory it then holds, beside a bare discord.py bot.

Each start is a process of its own, bare and ours by turns, against a sandbox in this process. `python -m
benchmarks.start` measures it alone.
"""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.processes import environment_for, held
from benchmarks.shipped import ROOT
from benchmarks.table import table
from discord_sandbox import Sandbox

STARTS = 7
"""Starts of each; the first of each warms the file cache and does not count."""

LOADED, READY = b"loaded", b"Connected as"
"""What a process writes when all of its modules and its library are loaded, and when it is ready."""

_BARE = """
import asyncio, sys
import discord, yarl
from discord.ext import commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

class Bare(commands.Bot):
    async def on_ready(self):
        print("Connected as", file=sys.stderr, flush=True)

token, Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = sys.argv[1], sys.argv[2], yarl.URL(sys.argv[3])
print("loaded", file=sys.stderr, flush=True)
bot = Bare((), help_command=None, intents=discord.Intents.none(), max_messages=None, guild_ready_timeout=0)
asyncio.run(bot.start(token))
"""

_OURS = """
import sys
from bot.chat.connection import connect

run = connect.run
async def told(*arguments):
    print("loaded", file=sys.stderr, flush=True)
    await run(*arguments)

connect.run = told
from bot.cli import main
sys.argv = ["verbatim", "run", "--live"]
main()
"""


@dataclass(frozen=True, slots=True)
class Started:
    """One start: seconds from the process's beginning, of its processor too, and megabytes held when ready."""

    ready: float
    connecting: float
    """The seconds from when all was loaded."""
    working: float
    """Those of them in which the processor worked for it, which other processes on the machine do not lengthen."""
    held: float


def rows() -> list[Sequence[str]]:
    """One row a bot, and what ours adds."""
    bare, ours = asyncio.run(_measured())
    added = Started(*(of_ours - of_bare for of_bare, of_ours in zip(astuple(bare), astuple(ours), strict=True)))
    return [_row("bare discord.py", bare), _row("ours, live", ours), _row("more than bare", added)]


def starting() -> str:
    """The table."""
    head = ["", "start to ready, s", "of this, connecting, s", "of this, processor, s", "memory when ready, MB"]
    return table(head, rows())


async def _measured() -> tuple[Started, Started]:
    bare: list[Started] = []
    ours: list[Started] = []
    with TemporaryDirectory() as folder:
        async with Sandbox() as sandbox:
            for _ in range(STARTS):
                bare.append(
                    await _start(_BARE, sandbox, Path(folder), sandbox.token, sandbox.api_url, sandbox.gateway.url)
                )
                ours.append(await _start(_OURS, sandbox, Path(folder)))
    return _middle(bare[1:]), _middle(ours[1:])


async def _start(script: str, sandbox: Sandbox, folder: Path, *arguments: str) -> Started:
    environment = environment_for(sandbox.token, sandbox.api_url, folder / "state")
    begun = perf_counter()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, *arguments, cwd=ROOT, env=environment, stderr=asyncio.subprocess.PIPE
    )
    loaded = await _heard(process, LOADED)
    worked = _worked(process.pid)
    ready = await _heard(process, READY)
    worked, megabytes = _worked(process.pid) - worked, held(process.pid)
    process.terminate()
    await process.communicate()
    return Started(ready - begun, ready - loaded, worked, megabytes)


async def _heard(process: asyncio.subprocess.Process, what: bytes) -> float:
    """When a line with this stood on standard error."""
    while line := await process.stderr.readline() if process.stderr else b"":
        if what in line:
            return perf_counter()
    raise RuntimeError(f"The process ended before it wrote {what!r}.")


def _worked(process: int) -> float:
    """The seconds that the processor has worked for a process's main thread. Linux alone tells it so."""
    return int(Path(f"/proc/{process}/schedstat").read_text(encoding="ascii").split()[0]) / 1e9


def _middle(starts: Sequence[Started]) -> Started:
    return Started(*(median(values) for values in zip(*map(astuple, starts), strict=True)))


def _row(name: str, start: Started) -> Sequence[str]:
    return name, f"{start.ready:.2f}", f"{start.connecting:.3f}", f"{start.working:.3f}", f"{start.held:.1f}"


if __name__ == "__main__":
    print(starting())
