"""Keeps what is worked out of a library for as long as the library is there."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from bot.domain.library import Library

T = TypeVar("T")


def kept(work: Callable[[Library, str], T]) -> Callable[[Library, str], T]:
    """A function of a library and the id of an item in it, which works once for each: nothing in a library changes."""
    known: WeakKeyDictionary[Library, dict[str, T]] = WeakKeyDictionary()

    @wraps(work)
    def asked(library: Library, key: str) -> T:
        there = known.setdefault(library, {})
        if key not in there:
            there[key] = work(library, key)
        return there[key]

    return asked
