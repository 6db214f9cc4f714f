"""Which interactions that the gateway delivers are still to be answered."""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, cast

import discord

KEPT = 2_000
"""Ids that are remembered. What is delivered again comes soon after the first time."""

ANSWERED_WITHIN = 3.0
TOKEN_LASTS = 900.0
"""Seconds within which a first answer must come, and within which there may be others
(https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback)."""

_log = logging.getLogger(__name__)


class Arrivals:
    """Remembers over all connections what has arrived.

    Discord may deliver an event twice, and delivers again what it dispatched while the connection was gone. Whoever
    waited longer than three seconds has been told by then that there is no answer, and none can be given.

    Args:
        clock: seconds since 1970, by a clock that does not jump, whatever it began with; None is one such.
    """

    def __init__(self, clock: Callable[[], float] | None = None) -> None:
        self._clock = clock or _steady()
        self._seen = OrderedDict[str, None]()
        """The ids, in the order in which they arrived."""
        self._usual_age: float | None = None
        """Seconds between the making of the last interaction that came at once and its arrival: what our clock is ahead
        of Discord's. None before the first one."""

    def wanted(self, interaction: object, *, replayed: bool) -> bool:
        """Whether it has arrived for the first time, and in time.

        Args:
            interaction: as the gateway sent it; what cannot be read is for others to complain of.
            replayed: whether it may have been made long before it was sent.
        """
        key = cast("dict[str, Any]", interaction).get("id") if isinstance(interaction, dict) else None
        if not isinstance(key, str):
            return True
        if key in self._seen:
            _log.debug("An interaction was delivered twice.")
            return False
        self._seen[key] = None
        if len(self._seen) > KEPT:
            self._seen.popitem(last=False)
        return not self._too_late(key, replayed=replayed)

    def _too_late(self, key: str, *, replayed: bool) -> bool:
        if not (key.isascii() and key.isdigit()):
            return False
        age = self._clock() - ((int(key) >> 22) + discord.utils.DISCORD_EPOCH) / 1000
        if not replayed:
            self._usual_age = age
            return False
        usual = self._usual_age
        if usual is None:  # a server that gives ids in a way of its own tells no times
            usual = 0.0 if age < TOKEN_LASTS else age
        if age - usual <= ANSWERED_WITHIN:
            return False
        _log.debug("An interaction arrived too late to be answered: the connection was gone.")
        return True


def _steady() -> Callable[[], float]:
    """A clock that shows what that of the computer shows now, and goes on evenly whatever becomes of it."""
    begun = time.time() - time.monotonic()
    return lambda: begun + time.monotonic()
