"""Waiting for something to become true, without sleeping."""

import asyncio
from collections.abc import Callable


class Signal:
    """Lets any number of tasks wait until a condition holds; whoever changes the world tells it."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def tell(self) -> None:
        """Have every waiting task look again."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Return once `holds()` is true. Bound it with `asyncio.timeout`."""
        while not holds():
            future = asyncio.get_running_loop().create_future()
            self._waiting.add(future)
            try:
                await future
            finally:
                self._waiting.discard(future)
