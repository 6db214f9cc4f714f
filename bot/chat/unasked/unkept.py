"""What the database could not do for what the bot does unasked: said once, and tried again soon."""

import logging

from bot.usage.database import UsageError

_log = logging.getLogger(__name__)


class Unkept:
    """The faults of a round. Each is said again only after a round that went without it."""

    def __init__(self) -> None:
        self._before = set[str]()
        self._now = set[str]()

    def say(self, what: str, error: UsageError) -> None:
        """Note that something could not be read or kept, and write that to the log if it is new."""
        text = f"{what} could not be read or kept, and is tried again: {error}"
        if text not in self._before and text not in self._now:
            _log.error("%s", text)
        self._now.add(text)

    def end_round(self) -> bool:
        """Whether there were any."""
        self._before, self._now = self._now, set[str]()
        return bool(self._before)
