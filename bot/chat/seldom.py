"""What is written to the log again and again is written seldom, with how often it came."""

import logging
import time
from collections import Counter
from collections.abc import Callable

from bot.chat.cooldown import Cooldown

PAUSE = 60.0
"""Seconds."""


class Seldom:
    """Writes a line of each kind at once, and the next of that kind a minute later at the earliest."""

    def __init__(self, log: logging.Logger, clock: Callable[[], float] = time.monotonic) -> None:
        self._log = log
        self._cooldown = Cooldown(clock)
        self._unwritten = Counter[str]()

    def warn(self, kind: str, text: str) -> None:
        """Write that something went wrong; there are few kinds, known beforehand."""
        if self._cooldown.wait(kind, PAUSE):
            self._unwritten[kind] += 1
            return
        more = self._unwritten.pop(kind, 0)
        self._log.warning("%s%s", text, f" ({more} more since the last such line)" if more else "")
