"""Whether the clock is to be believed before anything is deleted by it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

STRIDE = timedelta(days=31)
"""The most that may lie between two days after a jump for the second to confirm the first."""


@dataclass(frozen=True, slots=True)
class DaysSeen:
    """The last day that was believed, and the one after it that is not, because it did not follow.

    A clock that jumps, and a bot that was stopped for long, look alike. Both are believed once two different days
    have been seen since.
    """

    last: date | None = None
    doubted: date | None = None

    @classmethod
    def read(cls, text: str | None) -> Self:
        """What was written by `str`; nothing of it where it cannot be read."""
        try:
            last, _, doubted = (text or "").partition("/")
            return cls(_day(last), _day(doubted))
        except ValueError:
            return cls()

    def __str__(self) -> str:
        return f"{self.last or ''}/{self.doubted or ''}"

    @property
    def believed(self) -> bool:
        """Whether the day is what the clock says."""
        return self.last is not None and self.doubted is None

    def after(self, today: date) -> "DaysSeen":
        """The same once today has been seen, too."""
        if self.last is not None and timedelta() <= today - self.last <= timedelta(days=1):
            return DaysSeen(today)
        if self.doubted is not None:
            if today == self.doubted:
                return self
            if timedelta() < today - self.doubted <= STRIDE:
                return DaysSeen(today)
        return DaysSeen(self.last, today)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
