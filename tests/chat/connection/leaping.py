"""An event loop whose clock leaps over every wait, so that a day of pauses is over in seconds."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import TypeVar

T = TypeVar("T")

_A_MOMENT = 0.001
"""Real seconds in which sockets and threads may still have something to say, before the clock leaps."""


class _Leaping(selectors.DefaultSelector):
    ahead = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(timeout if timeout is None else min(timeout, _A_MOMENT))
        if not ready and timeout is not None:
            self.ahead += max(0.0, timeout - _A_MOMENT)
        return ready


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._leaping = _Leaping()
        super().__init__(self._leaping)

    def time(self) -> float:
        return super().time() + self._leaping.ahead


def leaping(work: Coroutine[object, object, T]) -> T:
    """What some work comes to, on such a clock; all that it waits for must be in this process."""
    with asyncio.Runner(loop_factory=_Loop) as runner:
        return runner.run(work)
