"""Does what is likely wanted next, while nobody waits: a piece at a time, so that whoever asks meanwhile is served."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Final

APART: Final = 0.02
"""Seconds before each piece; making a card takes about one millisecond."""

MOST: Final = 100
"""So many pieces wait; of more the oldest are left undone."""


class Ahead:
    """What is to be done in one event loop."""

    def __init__(self) -> None:
        self._due = deque[Callable[[], object]](maxlen=MOST)
        self._is_planned = False

    def add(self, pieces: Iterable[Callable[[], object]]) -> None:
        """Have pieces done, after those that wait already."""
        self._due.extend(pieces)
        self._plan()

    def _plan(self) -> None:
        if self._due and not self._is_planned:
            self._is_planned = True
            asyncio.get_running_loop().call_later(APART, self._next)

    def _next(self) -> None:
        self._is_planned = False
        piece = self._due.popleft()
        with suppress(Exception):  # whoever wants it will be told
            piece()
        self._plan()
