"""Says what is being done when it takes a while, to a person at a terminal and to nobody else."""

import time
from collections.abc import Callable
from typing import Self, TextIO

PATIENCE = 1.0
"""Seconds before anything is said."""
EVERY = 0.2
"""Seconds between two lines, each of which replaces the one before."""

_ERASE = "\r\x1b[K"


class Progress:
    """Called with what is being done; the last line is erased at the end."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream if stream.isatty() else None
        self._clock = clock
        self._next = clock() + PATIENCE
        self._said = False

    def __call__(self, doing: str) -> None:
        """Say it, if it is time to say something."""
        now = self._clock()
        if self._stream is not None and now >= self._next:
            self._write(f"{_ERASE}{doing} …")
            self._next, self._said = now + EVERY, True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._said:
            self._write(_ERASE)

    def _write(self, text: str) -> None:
        if self._stream is not None:
            self._stream.write(text)
            self._stream.flush()
