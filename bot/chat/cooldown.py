"""How often one person may ask, and one kind of line may be written."""

import math
import time
from collections.abc import Callable, Hashable

_SWEEP_AT = 10_000
"""So many keys at once are swept for those whose wait is over; about a megabyte."""


class Cooldown:
    """Lets each key through once in a while; remembers only when each may come again, and only until then."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._free_at: dict[Hashable, float] = {}

    def wait(self, key: Hashable, seconds: float) -> int:
        """The whole seconds this key still has to wait; 0 lets it through and starts its next wait of `seconds`."""
        now = self._clock()
        left = self._free_at.get(key, now) - now
        if left > 0:
            return math.ceil(left)
        if seconds > 0:
            if len(self._free_at) >= _SWEEP_AT:
                self._free_at = {key: free_at for key, free_at in self._free_at.items() if free_at > now}
            self._free_at[key] = now + seconds
        return 0
