"""How many sessions may still be begun: Discord takes the token from a bot that begins too many."""

import logging
import math
import time
from collections.abc import Callable
from pathlib import Path

from bot import statefile
from bot.bytefile import bytes_of

AT_ONCE = 520
"""Sessions that may be begun one after the other: many, for whoever has to start a bot again and again."""

EVERY = 360.0
"""Seconds after which one more may be begun."""

A_DAY = AT_ONCE + int(86_400 / EVERY)
"""The most that are begun in any 24 hours. Discord allows 1,000, whatever for, and resets the token of a bot that wants
more (https://discord.com/developers/docs/events/gateway#session-start-limit)."""

APART = 5.0
"""Seconds between two of one process. One that has just been started does not wait: where Discord minds, it refuses the
session once (https://discord.com/developers/docs/events/gateway#rate-limiting)."""

_LARGEST = 64
"""Bytes of the file."""

_log = logging.getLogger(__name__)


class Allowance:
    """Counts the sessions of this process and, where there is a file, of those that ran before it.

    A supervisor that starts a crashing bot again and again so begins no more sessions than one process would. No jump
    of the clock allows more than `AT_ONCE` at once, or stops the bot for longer than `EVERY`.

    Args:
        file: keeps how many were left, and when the last one was begun; None forgets it with the process.
        clock: seconds since 1970.
    """

    def __init__(self, file: Path | None = None, clock: Callable[[], float] = time.time) -> None:
        self._file = file
        self._clock = clock
        self._last, self._left = _read(file) if file else (-math.inf, float(AT_ONCE))
        self._looked = self._last
        self._own = -math.inf
        """When this process began one last."""

    def pause(self) -> float:
        """Seconds until another session may be begun; 0 if one may be now."""
        now = self._look()
        return max(0.0, (1 - self._left) * EVERY, self._own + APART - now)

    def take(self) -> None:
        """Count a session that is about to be begun, whether or not one may be."""
        self._last = self._own = self._look()
        self._left = max(0.0, self._left - 1)
        if self._file is None:
            return
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            statefile.write(self._file, f"{self._last:.0f} {self._left:.3f}\n")
        except OSError as error:
            _log.warning("%s cannot be written (%s); a restart forgets it.", self._file.name, error.strerror)

    def _look(self) -> float:
        """The time now, by which more has come to be allowed. A clock that was put back is taken as it is."""
        now = self._clock()
        if now > self._looked:
            self._left = min(float(AT_ONCE), self._left + (now - self._looked) / EVERY)
        self._looked = now
        self._last, self._own = min(self._last, now), min(self._own, now)
        return now


def _read(file: Path) -> tuple[float, float]:
    """When the last session was begun, and how many were left then; as at a first start where nothing can be read."""
    try:
        last, left = map(float, bytes_of(file, _LARGEST).split())
    except (OSError, ValueError):
        return -math.inf, float(AT_ONCE)
    sound = math.isfinite(last) and 0 <= left <= AT_ONCE
    return (last, left) if sound else (-math.inf, float(AT_ONCE))
