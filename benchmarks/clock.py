"""Measuring: how long calls take, and what memory something needs."""

import gc
import tracemalloc
from collections.abc import Callable, Iterable
from statistics import median
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")
_MILLI = 1000


def times(call: Callable[[T], object], arguments: Iterable[T]) -> list[float]:
    """The milliseconds of each call, shortest first; the collector of rubbish is kept still meanwhile."""
    measured: list[float] = []
    gc.collect()
    gc.disable()
    try:
        for argument in arguments:
            begun = perf_counter()
            call(argument)
            measured.append((perf_counter() - begun) * _MILLI)
    finally:
        gc.enable()
    return sorted(measured)


def spread(measured: list[float]) -> tuple[float, float, float]:
    """The median, the 95th in a hundred, and the longest."""
    return median(measured), measured[int(len(measured) * 0.95)], measured[-1]


def built(make: Callable[[], T], *, weighed: bool) -> tuple[T, float, int | None]:
    """What is made, the seconds it took and, if it is weighed in a second making, the bytes that stay with it."""
    begun = perf_counter()
    made = make()
    seconds = perf_counter() - begun
    if not weighed:
        return made, seconds, None
    del made
    gc.collect()
    tracemalloc.start()
    made = make()
    gc.collect()
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return made, seconds, held


def kilobytes(held: int | None, count: int) -> str:
    """What each of so many holds of a memory, for a table; a dash where it was not weighed."""
    return "-" if held is None else f"{held / 1024 / count:.1f}"
