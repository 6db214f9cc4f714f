"""Faults that pass by themselves, and how long to wait before trying again."""

import asyncio
import logging
import math
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp
import discord

FIRST = 0.5
LONGEST = 64.0
"""Seconds between two attempts; each pause is twice the one before."""

LONGEST_WISH = 3600.0
"""Seconds that a server may ask us to wait (Retry-After); what asks for more is tried again after these."""

_SERVER_ERRORS = 500
_PASSING = {408, 425, 429}
"""Request Timeout, Too Early, Too Many Requests: the statuses below 500 that pass."""

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Pace:
    """Pauses that grow with every attempt, each shortened at random so that not everybody comes back at once."""

    def __init__(self, first: float = FIRST, longest: float = LONGEST) -> None:
        self._first = first
        self._longest = longest
        self._next = first

    def pause(self, at_least: float = 0.0, stretch: float = 1.0) -> float:
        """The seconds to wait now; `stretch` lengthens the longest pause, for what may be tried less often."""
        grown = min(self._next, self._longest * stretch)
        self._next = grown * 2
        return max(at_least, grown * random.uniform(0.5, 1))  # noqa: S311 # spreads load, hides nothing

    def begin_again(self) -> None:
        """Something has held: the next pause is a short one."""
        self._next = self._first


async def patiently(attempt: Callable[[], Awaitable[T]], what: str, pace: Pace) -> T:
    """What comes of an attempt, repeated while only faults that pass are in the way; raises any other fault.

    Args:
        attempt: is called anew each time.
        what: names it in the log, as the beginning of a sentence.
        pace: how long to wait in between.
    """
    while True:
        try:
            return await attempt()
        except Exception as error:
            if not passes(error):
                raise
            pause = pace.pause(wished_pause(error))
            _log.warning("%s did not succeed (%s); trying again in %.1f s.", what, told(error), pause)
            await asyncio.sleep(pause)


def passes(error: BaseException) -> bool:
    """Whether a fault may be gone when the same is tried again: the network's, or the server's own."""
    status = _status(error)
    if status is not None:
        return status >= _SERVER_ERRORS or status in _PASSING
    return isinstance(error, aiohttp.ClientError | OSError | discord.GatewayNotFound | discord.RateLimited)


def wished_pause(error: BaseException) -> float:
    """The seconds that a server asks us to wait, 0 if it asks for none."""
    if isinstance(error, discord.RateLimited):
        return min(error.retry_after, LONGEST_WISH)
    headers = error.response.headers if isinstance(error, discord.HTTPException) else getattr(error, "headers", None)
    return min(seconds_in((headers or {}).get("Retry-After")) or 0.0, LONGEST_WISH)


def seconds_in(said: object) -> float | None:
    """The seconds that a server speaks of; None where it says none, or in another way, such as with a date."""
    try:
        seconds = float(said)  # pyright: ignore[reportArgumentType] # whatever it is
    except (ValueError, TypeError, OverflowError):
        return None
    return None if math.isnan(seconds) else max(seconds, 0.0)


def told(error: BaseException) -> str:
    """A fault in a few words. What a server wrote is left out unless it is Discord's own: it may be a page long."""
    status = _status(error)
    if status is not None:
        return (
            f"status {status}: {error.text}"
            if isinstance(error, discord.HTTPException) and error.code
            else f"status {status}"
        )
    if isinstance(error, discord.RateLimited):
        return "status 429"
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return str(error) or type(error).__name__


def _status(error: BaseException) -> int | None:
    return error.status if isinstance(error, discord.HTTPException | aiohttp.ClientResponseError) else None
