"""The bot in a process of its own, and all that it leaves behind."""

import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from discord_sandbox import Sandbox

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests/content/small"


class Bot:
    """A bot in a process of its own, and all that it has said; it lives on a folder.

    `host` is the moderators' file. `api_url` is where it connects to, if that is not the sandbox itself, and `program`
    what stands in the place of `python -m bot run`.
    """

    def __init__(  # noqa: PLR0913 - each has a default, and is named
        self,
        sandbox: Sandbox,
        folder: Path,
        host: str,
        *,
        api_url: str = "",
        program: Sequence[str] = (sys.executable, "-m", "bot", "run"),
        more: Mapping[str, str] | None = None,
    ) -> None:
        self.sandbox, self.state = sandbox, folder / "state"
        self.process: asyncio.subprocess.Process | None = None
        self._program = program
        self._log = folder / "log"
        moderation = folder / "moderation.yaml"
        moderation.write_text(host, encoding="utf-8")
        self.environment = environment_of(sandbox, moderation, self.state) | {
            "DISCORD_API_URL": api_url or sandbox.api_url,
            "VERBATIM_LOG_LEVEL": "DEBUG",
            **(more or {}),
        }

    @property
    def database(self) -> Path:
        return self.state / "usage.sqlite3"

    @property
    def log(self) -> bytes:
        """All that it has written to standard output and standard error."""
        return self._log.read_bytes()

    async def launch(self) -> asyncio.subprocess.Process:
        """Start it, without waiting until it is there."""
        with self._log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *self._program, env=self.environment, stdout=log, stderr=log, cwd=ROOT
            )
        return self.process

    async def start(self) -> asyncio.subprocess.Process:
        """Start it, and wait until it is connected; where it ends instead, its log says why."""
        before = self.sandbox.gateway.identified
        process = await self.launch()
        connected = asyncio.create_task(self.sandbox.identified(before + 1))
        ended = asyncio.create_task(process.wait())
        async with asyncio.timeout(60):
            await asyncio.wait({connected, ended}, return_when=asyncio.FIRST_COMPLETED)
        assert connected.done(), self.log.decode()
        ended.cancel()
        return process

    async def end(self, *, killed: bool = False) -> None:
        """Stop it, or let it lose power."""
        if self.process is not None and self.process.returncode is None:
            self.process.kill() if killed else self.process.terminate()
            await self.process.wait()


def clean_environment() -> dict[str, str]:
    """The environment of the tests, without what is for a bot."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("DISCORD_", "VERBATIM_"))}


def environment_of(sandbox: Sandbox, moderation: Path, state: Path) -> dict[str, str]:
    """What an operator would set to run a bot with such a moderators' file and state folder against the sandbox."""
    return clean_environment() | {
        "DISCORD_TOKEN": sandbox.token,
        "DISCORD_API_URL": sandbox.api_url,
        "VERBATIM_MODERATION": str(moderation),
        "VERBATIM_STATE": str(state),
    }


def small_content() -> dict[str, str]:
    """A small library in the place of the shipped one."""
    return {"VERBATIM_SEEDS": str(SMALL / "seeds"), "VERBATIM_BRIEFS": str(SMALL / "briefs")}
