"""One bot on a state folder: a second one would count twice, post twice, and renew the first one's keys."""

import logging
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from bot.refusal import RefusedError

_log = logging.getLogger(__name__)


class NotAloneError(RefusedError):
    """Another bot runs on the same state folder."""


@contextmanager
def alone(state: Path) -> Generator[None]:
    """Hold a state folder. The operating system lets go of it with the process, however that ends.

    Where the folder cannot be written nothing can be held: the log says so, and the bot goes on.

    Raises:
        NotAloneError: another process holds it.
    """
    file = state / "running"
    try:
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
        stream = os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
    except OSError as error:
        _log.warning("%s cannot be written (%s): see for yourself that no other bot runs there.", file, error.strerror)
        yield
        return
    with stream:
        try:
            _lock(stream)
        except OSError as error:
            raise NotAloneError(
                f"Another bot runs on the state folder {state}, so that this one does not start. Stop it, or give this "
                "one a folder of its own in VERBATIM_STATE."
            ) from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(stream: IO[bytes]) -> None:
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(stream: IO[bytes]) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
