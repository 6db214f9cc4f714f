"""The shelf holds the library everyone reads; a reload puts a whole new one in its place, or changes nothing."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from bot.content.load import examine
from bot.domain.library import Library
from bot.domain.problem import Problem, ProblemsError
from bot.domain.search import Finder
from bot.domain.verdict import Checker


@dataclass(frozen=True)
class Stock:
    """A library with the indexes built for it; the three belong together and are swapped together."""

    library: Library
    finder: Finder
    checker: Checker
    loaded: datetime
    warnings: tuple[Problem, ...] = ()

    @classmethod
    def load(cls, seeds: Path, briefs: Path, today: date) -> "Stock":
        """Read everything below the two folders.

        Raises:
            ProblemsError: something is wrong; nothing is loaded.
        """
        examined = examine(seeds, briefs, today)
        if examined.library is None or not examined.is_sound:
            raise ProblemsError(examined.problems)
        library = examined.library
        return cls(library, Finder(library), Checker(library), datetime.now(UTC), examined.problems)


class Shelf:
    """Holds the current stock. A handler reads `stock` (or `library`) once and works with that to its end."""

    def __init__(self, seeds: Path, briefs: Path, stock: Stock) -> None:
        self._seeds = seeds
        self._briefs = briefs
        self.stock = stock

    @property
    def library(self) -> Library:
        """The library of the current stock."""
        return self.stock.library

    async def fresh(self) -> Stock:
        """What the files say now, read in a thread; the shelf keeps what it has until `stock` is assigned.

        Raises:
            ProblemsError: something is wrong with the files.
        """
        return await asyncio.to_thread(Stock.load, self._seeds, self._briefs, datetime.now(UTC).date())
