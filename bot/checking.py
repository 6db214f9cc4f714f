"""Checks everything in a process of its own, while the bot goes on answering.

The process is told where the files are, and prints what it has to say of them, with the digest of what it has read.
Nothing else is handed to it: in the bot's environment there may be a token.
"""

import asyncio
import os
import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.domain.problem import Problem, are_warnings
from bot.refusal import RefusedError
from bot.sources import Sources

LONGEST = 600.0
"""Seconds that checking may take: whoever asked for it can be answered for fifteen minutes."""

MOST_MEMORY = 2 * 1024**3
"""Bytes of address space that the process may take: the shipped library needs a tenth of it."""

_KEPT = ("PATH", "SYSTEMROOT")
_ROOT = Path(__file__).parent.parent


class CheckingError(RefusedError):
    """The process could not be started, took too long, or ended without a word."""


class Checked(BaseModel):
    """What `check` would say, and of which files."""

    model_config = ConfigDict(frozen=True)

    digest: str
    problems: tuple[Problem, ...]

    @property
    def is_sound(self) -> bool:
        """Whether a snapshot can be made of those files: there are warnings at most."""
        return are_warnings(self.problems)


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
        self._why_not: OSError | None = None

    def __enter__(self) -> Self:
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot.checking"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=_ROOT,
                env={name: os.environ[name] for name in _KEPT if name in os.environ} | {"PYTHONUTF8": "1"},
            )
        except OSError as error:  # `result` says so
            self._why_not = error
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()

    async def result_within(self, seconds: float = LONGEST) -> Checked:
        """Wait for what `check` says, in a thread and for so long at most.

        Raises:
            CheckingError: the process could not do its work, or not in time.
        """
        try:
            async with asyncio.timeout(seconds):
                return await asyncio.to_thread(self.result)
        except TimeoutError as error:
            raise CheckingError(f"The process that checks the content took more than {seconds:g} s.") from error

    def result(self) -> Checked:
        """Wait for what `check` says.

        Raises:
            CheckingError: the process could not do its work.
        """
        if self._process is None:
            raise CheckingError(_not_started(self._why_not)) from self._why_not
        printed, _ = self._process.communicate(self._order.model_dump_json().encode())
        ended = self._process.returncode
        if ended < 0:
            raise CheckingError(f"The process that checks the content was killed (signal {-ended}); had it memory?")
        try:
            if ended == 0:
                return Checked.model_validate_json(printed)
        except ValidationError:
            pass
        raise CheckingError(f"The process that checks the content ended with {ended}; see what it says above.")


def _not_started(error: OSError | None) -> str:
    for what, place in (("folder", _ROOT), ("Python", Path(sys.executable))):
        if not place.exists():
            return (
                f"The {what} that the bot runs from, {place}, is not there any more, and without it nothing can be "
                "checked. Put it back, or stop the bot and start it from where that is now."
            )
    why = f" ({error.strerror})" if error else ""
    return f"The process that checks the content could not be started{why}; is there memory for it?"


def main() -> None:
    """Read an order from standard input and print what there is to say."""
    _stay_small()
    from bot.report import report_on  # noqa: PLC0415 - whoever starts the process does not need it
    from bot.words.catalogue import Catalogue  # noqa: PLC0415 - the same

    order = _Order.model_validate_json(sys.stdin.buffer.read())
    sources = Sources(order.seeds, order.briefs, order.moderation)
    digest = sources.digest()
    report = report_on(sources, Catalogue.load(), order.today)
    sys.stdout.write(Checked(digest=digest, problems=report.problems).model_dump_json())


def _stay_small() -> None:
    """Be what fails where memory is short, and not the bot."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not everywhere

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, hard))
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


if __name__ == "__main__":
    main()
