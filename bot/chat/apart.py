"""What takes long is done in threads: one thing of a person's at a time, and few in all."""

import asyncio
from collections.abc import Callable, Hashable
from typing import ParamSpec, TypeVar
from weakref import WeakValueDictionary

THREADS = 2
"""More would not be quicker: one of them goes on at a time, and the loop, which answers members, waits for it too."""

Given = ParamSpec("Given")
Found = TypeVar("Found")


class Apart:
    """Does one thing after another for each person: whoever asks for much waits for themselves."""

    def __init__(self) -> None:
        self._turns = WeakValueDictionary[Hashable, asyncio.Lock]()
        self._threads = asyncio.Semaphore(THREADS)

    def __len__(self) -> int:
        """For how many people something is done, or waits."""
        return len(self._turns)

    async def do(self, who: Hashable, work: Callable[Given, Found], *given: Given.args, **named: Given.kwargs) -> Found:
        """What comes of some work, once it is this person's turn."""
        turn = self._turns.setdefault(who, asyncio.Lock())
        async with turn, self._threads:
            return await asyncio.to_thread(work, *given, **named)
