"""What is in force now, and how the desk renews it: the library and the moderators' file, always of one moment."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from bot.charts.charts import Charts
from bot.content.moderation import Moderation, load_moderation
from bot.content.shelf import Shelf, Stock
from bot.domain.changes import Changes, changes
from bot.domain.problem import Problem, ProblemsError


class RenewalError(Exception):
    """Nothing was renewed; carries every problem, of the content first and then of the moderators' file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a reload brought."""

    stock: Stock
    changes: Changes
    moderation_changed: bool


class House:
    """Holds what is in force now. A visit reads `stock`, `moderation` and `charts` without waiting in between."""

    charts: Mapping[str, bytes] = MappingProxyType({})
    """PNG images by the id of their figure; none until `draw` is done."""

    def __init__(self, shelf: Shelf, moderation: Moderation, moderation_file: Path, charts: Charts) -> None:
        self._shelf = shelf
        self._moderation_file = moderation_file
        self._charts = charts
        self._renewing = asyncio.Lock()
        self.moderation = moderation
        self.opened = datetime.now(UTC)

    @property
    def stock(self) -> Stock:
        """The library with the indexes built for it."""
        return self._shelf.stock

    async def draw(self) -> None:
        """Make the charts of the library, which takes some seconds; figures are shown without them until then."""
        self.charts = await self._charts.of(self.stock.library)

    async def renew(self) -> Renewal:
        """Read all files again and put what they say in force, the whole of it at once.

        Raises:
            RenewalError: something is wrong somewhere; everything stays as it was.
        """
        async with self._renewing:
            stock, moderation = await asyncio.gather(
                self._shelf.fresh(),
                asyncio.to_thread(load_moderation, self._moderation_file),
                return_exceptions=True,
            )
            problems: list[Problem] = []
            for outcome in (stock, moderation):
                if isinstance(outcome, ProblemsError):
                    problems += outcome.problems
                elif isinstance(outcome, BaseException):
                    raise outcome
            if isinstance(stock, BaseException) or isinstance(moderation, BaseException):
                raise RenewalError(tuple(problems))
            renewal = Renewal(stock, changes(self.stock.library, stock.library), moderation != self.moderation)
            charts = await self._charts.of(stock.library)
            self._shelf.stock, self.moderation, self.charts = stock, moderation, charts
            return renewal
