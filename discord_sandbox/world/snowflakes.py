"""Discord's ids.

Source: Discord API documentation, "API Reference", section "Snowflakes".
"""

from collections.abc import Callable

Clock = Callable[[], float]
"""Seconds since 1970, as `time.time` gives them. Tests pass a clock of their own and wait for nothing."""

EPOCH = 1_420_070_400_000
"""Discord's first moment, in milliseconds since 1970."""

TIME_SHIFT = 22
"""The bits of an id below its time."""


class Snowflakes:
    """Makes ids that say when they were made and never repeat."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> str:
        """A new id, greater than all before it."""
        now = (int(self._clock() * 1000) - EPOCH) << TIME_SHIFT
        self._last = max(now, self._last + 1)
        return str(self._last)
