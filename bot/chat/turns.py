"""Whoever asks for very much at once takes turns with everybody else, and waits in a line of their own."""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Hashable
from typing import Literal

AT_ONCE = 2
"""So many of one person's begin in one pass of the event loop; in between everybody else's do."""

IN_HAND = 64
"""So many of one person's are answered at a time: no person asks for as much, and each holds some memory."""

LINE = 64
"""So many more wait for that."""

SECONDS = 3.0
"""After these Discord takes no answer any more: what has waited so long has been given up
(https://discord.com/developers/docs/interactions/receiving-and-responding)."""

Turn = Literal["go", "late", "full"]
"""What becomes of somebody who comes: they may go on, it is too late for an answer, or their line is full."""


class Turns:
    """Remembers of whom something is in hand, and only until it is answered."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lines: dict[Hashable, _Line] = {}

    def __len__(self) -> int:
        """Of how many people something is in hand, or waits."""
        return len(self._lines)

    async def begin(self, who: Hashable) -> Turn:
        """Wait for a turn. Whoever is told `go` calls `end` when they are done."""
        line = self._lines.get(who)
        if line is None:
            self._lines[who] = line = _Line()
        if line.in_hand < AT_ONCE and not line.waiting:
            line.in_hand += 1
            return "go"
        if len(line.waiting) >= LINE:
            return "full"
        came = self._clock()
        await self._called(who, line)
        if self._clock() - came <= SECONDS:
            return "go"
        self.end(who)
        return "late"

    def end(self, who: Hashable) -> None:
        """Somebody's turn is over."""
        line = self._lines[who]
        line.in_hand -= 1
        if line.waiting:
            line.go_on()
        elif not line.in_hand:
            del self._lines[who]

    async def _called(self, who: Hashable, line: "_Line") -> None:
        called = asyncio.get_running_loop().create_future()
        line.waiting.append(called)
        line.go_on()
        try:
            await called
        except asyncio.CancelledError:
            if not called.cancelled():  # it had been called already
                self.end(who)
            raise


class _Line:
    """One person's: how many are in hand, and who waits."""

    __slots__ = ("_going", "in_hand", "waiting")

    def __init__(self) -> None:
        self.in_hand = 0
        self.waiting = deque[asyncio.Future[None]]()
        self._going = False

    def go_on(self) -> None:
        """Call the next ones in the next pass of the event loop."""
        if not self._going:
            self._going = True
            asyncio.get_running_loop().call_soon(self._call)

    def _call(self) -> None:
        self._going = False
        for _ in range(AT_ONCE):
            if not self.waiting or self.in_hand >= IN_HAND:
                return
            called = self.waiting.popleft()
            if not called.done():
                self.in_hand += 1
                called.set_result(None)
        if self.waiting:
            self.go_on()
