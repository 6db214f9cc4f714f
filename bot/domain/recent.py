"""Keeps what was used of late, within bounds."""

import math
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """The values that were put in or found last: so many at most, and so much of them together as `weight` says.

    What is heavier than all may be together is not kept. Without a `weight` only their number counts.
    """

    def __init__(self, *, most: int, heaviest: float = math.inf, weight: Callable[[Value], int] = lambda _: 0) -> None:
        self.weight = 0
        """Of all that is kept."""
        self._most = most
        self._heaviest = heaviest
        self._weigh = weight
        self._kept: dict[Key, Value] = {}
        """The one that was used last stands last."""

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, key: Key) -> bool:
        return key in self._kept

    def items(self) -> Iterable[tuple[Key, Value]]:
        """All that is kept, what was used longest ago first."""
        return self._kept.items()

    def get(self, key: Key) -> Value | None:
        """What is kept for a key; that counts as a use of it."""
        value = self._kept.pop(key, None)
        if value is not None:
            self._kept[key] = value
        return value

    def once(self, key: Key, make: Callable[[], Value]) -> Value:
        """What is kept for a key, or else is made and put in now."""
        value = self.get(key)
        if value is None:
            value = make()
            self.put(key, value)
        return value

    def take(self, key: Key) -> Value | None:
        """What is kept for a key, and is no longer."""
        value = self._kept.get(key)
        self._drop(key)
        return value

    def put(self, key: Key, value: Value) -> None:
        """Keep a value; what was used longest ago makes room."""
        self._drop(key)
        self._kept[key] = value
        self.weight += self._weigh(value)
        while self.weight > self._heaviest or len(self._kept) > self._most:
            self._drop(next(iter(self._kept)))

    def _drop(self, key: Key) -> None:
        dropped = self._kept.pop(key, None)
        if dropped is not None:
            self.weight -= self._weigh(dropped)
