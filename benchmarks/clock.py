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


def built(make: Callable[[], T]) -> tuple[T, float, int]:
    """What is made, the seconds it took, and the bytes that stay with it (measured in a second making)."""
    begun = perf_counter()
    made = make()
    seconds = perf_counter() - begun
    del made
    gc.collect()
    tracemalloc.start()
    made = make()
    gc.collect()
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return made, seconds, held
