"""One bot on a state folder: a second one would count twice, post twice, and renew the first one's keys."""

import asyncio
import logging
import os
import sys
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import IO

from bot.refusal import RefusedError

EVERY = 15.0
"""Seconds between two looks whether what is held is still there."""

_log = logging.getLogger(__name__)


class NotAloneError(RefusedError):
    """Another bot runs on the same state folder."""


class Hold:
    """A state folder that is held by a lock on a file in it, or is not, where that cannot be."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self._file = state / "running"
        self._stream: IO[bytes] | None = None
        self._said = ""

    def take(self) -> None:
        """Hold the folder, which is made where there is none. Where that cannot be done the log says so.

        Raises:
            NotAloneError: another process holds it.
        """
        try:
            self._stream = _held(self._file)
        except BlockingIOError as error:
            raise NotAloneError(
                f"Another bot runs on the state folder {self._state}, so that this one does not start. Stop it, or "
                "give this one a folder of its own in VERBATIM_STATE."
            ) from error
        except OSError as error:
            self._warn_of(error)

    def look(self) -> None:
        """Hold the folder anew where what was held has been deleted or moved, or could not be held before."""
        if self._is_there():
            self._said = ""
            return
        try:
            stream = _held(self._file)
        except BlockingIOError:
            self._say(
                logging.ERROR,
                f"Another bot was started on the state folder {self._state}, after what this one held there had been "
                "taken away. Both count and post: stop one of them.",
            )
        except OSError as error:
            self._warn_of(error)
        else:
            if self._stream is not None:
                self._say(
                    logging.WARNING,
                    f"{self._file} was taken away while the bot runs, and was made again. If the whole folder was, "
                    "counts begin anew and what moderators decided is gone: stop the bot to restore a backup.",
                )
            self.let_go()
            self._stream = stream

    def let_go(self) -> None:
        """Hold it no longer."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    @asynccontextmanager
    async def looked_after(self, every: float = EVERY) -> AsyncGenerator[None]:
        """Look again and again meanwhile."""
        looking = asyncio.create_task(self._look(every), name="state folder")
        try:
            yield
        finally:
            looking.cancel()

    async def _look(self, every: float) -> None:
        while True:
            await asyncio.sleep(every)
            self.look()

    def _is_there(self) -> bool:
        try:
            return self._stream is not None and os.path.samestat(self._file.stat(), os.fstat(self._stream.fileno()))
        except OSError:
            return False

    def _warn_of(self, error: OSError) -> None:
        why = f"{self._file} cannot be held ({error.strerror})"
        self._say(logging.WARNING, f"{why}: see for yourself that no other bot runs there.")

    def _say(self, level: int, what: str) -> None:
        if what != self._said:
            _log.log(level, "%s", what)
        self._said = what


@contextmanager
def alone(state: Path) -> Generator[Hold]:
    """Hold a state folder. The operating system lets go of it with the process, however that ends.

    Raises:
        NotAloneError: another process holds it.
    """
    hold = Hold(state)
    hold.take()
    try:
        yield hold
    finally:
        hold.let_go()


def _held(file: Path) -> IO[bytes]:
    """The file, locked. Raises BlockingIOError where it is locked already, or OSError where it cannot be."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        number = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        if not file.is_file():
            raise
        number = os.open(file, os.O_RDONLY)  # what can only be read can be locked all the same
    stream = os.fdopen(number, "rb")
    try:
        _lock(stream)
    except OSError:
        stream.close()
        raise
    return stream


if sys.platform == "win32":
    import msvcrt

    def _lock(stream: IO[bytes]) -> None:
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error

else:
    import fcntl

    def _lock(stream: IO[bytes]) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
