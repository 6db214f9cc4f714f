"""Checks everything in a process of its own, so that members are answered meanwhile.

The process is told where the files are, and prints what it has to say of them, with the digest of what it has read.
Nothing else is handed to it: in the bot's environment there may be a token.
"""

import asyncio
import os
import sys
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bot.domain.problem import Problem
from bot.snapshot import Sources, report_on
from bot.words.catalogue import Catalogue

_KEPT = ("PATH", "SYSTEMROOT")
_ROOT = Path(__file__).parent.parent
_NICE = 10
"""How much the process gives way to the bot."""


class CheckingError(Exception):
    """The process ended without a word."""


class Checked(BaseModel):
    """What `check` would say, and of which files."""

    model_config = ConfigDict(frozen=True)

    digest: str
    problems: tuple[Problem, ...]

    @property
    def is_sound(self) -> bool:
        """Whether a snapshot can be made of those files: there are warnings at most."""
        return all(problem.warning for problem in self.problems)


class _Order(BaseModel):
    seeds: Path
    briefs: Path
    moderation: Path
    today: date


async def check_apart(sources: Sources, today: date) -> Checked:
    """What `check` would say now.

    Raises:
        CheckingError: the process could not do its work.
    """
    order = _Order(seeds=sources.seeds, briefs=sources.briefs, moderation=sources.moderation, today=today)
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.checking",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=_ROOT,
        env={name: os.environ[name] for name in _KEPT if name in os.environ} | {"PYTHONUTF8": "1"},
    )
    try:
        printed, _ = await child.communicate(order.model_dump_json().encode())
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode != 0:
        raise CheckingError(f"the process that checks the content ended with {child.returncode}")
    return await asyncio.to_thread(Checked.model_validate_json, printed)


def main() -> None:
    """Read an order from standard input and print what there is to say."""
    if sys.platform != "win32":
        os.nice(_NICE)
    order = _Order.model_validate_json(sys.stdin.buffer.read())
    sources = Sources(order.seeds, order.briefs, order.moderation)
    digest = sources.digest()
    report = report_on(sources, Catalogue.load(), order.today)
    sys.stdout.write(Checked(digest=digest, problems=report.problems).model_dump_json())


if __name__ == "__main__":
    main()
