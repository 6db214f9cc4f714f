"""Checks everything in a process of its own, while the bot goes on answering.

The process is told where the files are, and prints what it has to say of them, with the digest of what it has read.
Nothing else is handed to it: in the bot's environment there may be a token.
"""

import os
import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict

from bot.domain.problem import Problem
from bot.refusal import RefusedError
from bot.sources import Sources

_KEPT = ("PATH", "SYSTEMROOT")
_ROOT = Path(__file__).parent.parent


class CheckingError(RefusedError):
    """The process could not be started, or ended without a word."""


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


class Checking:
    """A process that checks; it begins at once, and ends with the block at the latest."""

    def __init__(self, sources: Sources, today: date) -> None:
        self._order = _Order(seeds=sources.seeds, briefs=sources.briefs, moderation=sources.moderation, today=today)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot.checking"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=_ROOT,
                env={name: os.environ[name] for name in _KEPT if name in os.environ} | {"PYTHONUTF8": "1"},
            )
        except OSError:
            return self  # `result` says so
        if self._process.stdin is not None:
            with suppress(BrokenPipeError), self._process.stdin as stdin:  # it has ended already: `result` says so
                stdin.write(self._order.model_dump_json().encode())
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def result(self) -> Checked:
        """Wait for what `check` says.

        Raises:
            CheckingError: the process could not do its work.
        """
        if self._process is None or self._process.stdout is None:
            raise CheckingError("The process that checks the content could not be started; is there memory for it?")
        printed = self._process.stdout.read()
        ended = self._process.wait()
        if ended != 0:
            raise CheckingError(f"The process that checks the content ended with {ended}; see what it says above.")
        return Checked.model_validate_json(printed)


def main() -> None:
    """Read an order from standard input and print what there is to say."""
    from bot.report import report_on  # noqa: PLC0415 - whoever starts the process does not need it
    from bot.words.catalogue import Catalogue  # noqa: PLC0415 - the same

    order = _Order.model_validate_json(sys.stdin.buffer.read())
    sources = Sources(order.seeds, order.briefs, order.moderation)
    digest = sources.digest()
    report = report_on(sources, Catalogue.load(), order.today)
    sys.stdout.write(Checked(digest=digest, problems=report.problems).model_dump_json())


if __name__ == "__main__":
    main()
