"""The charts of a library: drawn when its figures have changed, by a process that ends when it has drawn them."""

import asyncio
import json
import logging
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from pydantic import Base64Bytes, TypeAdapter

from bot.cards.statement import comparable, value
from bot.domain.library import Library
from bot.domain.model import Figure, Statement
from bot.words.catalogue import Words

SECONDS = 60.0
"""How long drawing may take; a first run also looks for the fonts of the machine."""

_CHILD = Path(__file__).with_name("drawing.py")
_Days = tuple[tuple[date, int], ...]
_KEPT = ("PATH", "SYSTEMROOT")
"""What the child is told of the environment, in which there may be a token."""

_log = logging.getLogger(__name__)


class Charts:
    """Draws, and remembers what was drawn last. `words` are English, as the charts' contents are."""

    def __init__(self, words: Words, program: Path = _CHILD, seconds: float = SECONDS) -> None:
        self._words = words
        self._program = program
        self._seconds = seconds
        self._drawings: list[dict[str, object]] = []
        self._drawn: Mapping[str, bytes] = MappingProxyType({})
        self._drawing = asyncio.Lock()
        self._asked: dict[_Days, None] = {}
        self._next: asyncio.Task[Mapping[_Days, bytes]] | None = None
        """What draws all that is asked for until it begins."""

    async def of(self, library: Library) -> Mapping[str, bytes]:
        """PNG images by the id of their figure. A child that fails is no error: its figures go without a picture."""
        async with self._drawing:
            drawings = list(self._of_figures(library))
            if drawings != self._drawings:
                self._drawn = MappingProxyType(await self._drawn_if_possible(drawings))
                self._drawings = drawings if self._drawn else []  # another time there may be room, or memory
            return self._drawn

    async def of_days(self, counts: Sequence[tuple[date, int]]) -> bytes | None:
        """A PNG image of counts by day, without words; None where the child failed.

        What is asked for while a child draws is drawn by the next, all together, and what is the same once.
        """
        if self._next is None:
            self._next = asyncio.create_task(self._draw_days(), name="charts of days")
        self._asked[days := tuple(counts)] = None
        return (await asyncio.shield(self._next)).get(days)

    async def _draw_days(self) -> Mapping[_Days, bytes]:
        async with self._drawing:
            asked = {str(number): days for number, days in enumerate(self._asked)}
            self._asked, self._next = {}, None
            drawn = await self._drawn_if_possible([{"id": key, "bars": _bars(days)} for key, days in asked.items()])
            return {asked[key]: image for key, image in drawn.items() if key in asked}

    def _of_figures(self, library: Library) -> Iterator[dict[str, object]]:
        for figure in library.figures.values():
            panels = [
                {"counts": counts, "rows": [self._row(figure, statement) for statement in statements]}
                for counts, statements in comparable(figure).items()
            ]
            if panels:
                yield {"id": figure.id, "panels": panels}

    def _row(self, figure: Figure, statement: Statement) -> dict[str, object]:
        via = f", {self._words('who.via', via=statement.via)}" if statement.via else ""
        return {
            "label": f"{statement.holder}{via}, {self._words.date(statement.as_of)}",
            "value": value(statement, figure, self._words),
            "low": statement.low,
            "high": statement.high,
        }

    async def _drawn_if_possible(self, drawings: Sequence[Mapping[str, object]]) -> dict[str, bytes]:
        try:
            return await self._draw(drawings)
        except OSError as error:
            _log.warning("drawing the charts: no process or no folder for it (%s); figures are shown without", error)
            return {}

    async def _draw(self, drawings: Sequence[Mapping[str, object]]) -> dict[str, bytes]:
        with TemporaryDirectory(prefix="verbatim-", ignore_cleanup_errors=True) as folder:
            environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
            environment |= {"MPLBACKEND": "Agg", "MPLCONFIGDIR": folder, "HOME": folder, "PYTHONUTF8": "1"}
            child = await asyncio.create_subprocess_exec(
                sys.executable,
                str(self._program),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                env=environment,
            )
            try:
                async with asyncio.timeout(self._seconds):
                    printed, said = await child.communicate(json.dumps([*drawings]).encode())
            except TimeoutError:
                _log.warning("drawing the charts took more than %s seconds; figures are shown without", self._seconds)
                return {}
            finally:
                await _ended(child)
        if said:
            _log.warning("drawing the charts: %s", said.decode(errors="replace").strip())
        return _images(printed) if child.returncode == 0 else {}


def _bars(days: _Days) -> list[dict[str, object]]:
    return [{"label": f"{day:%m-%d}" if day.weekday() == 0 else "", "count": count} for day, count in days]


async def _ended(child: asyncio.subprocess.Process) -> None:
    if child.returncode is None:
        child.kill()
        await child.wait()


def _images(printed: bytes) -> dict[str, bytes]:
    try:
        return TypeAdapter(dict[str, Base64Bytes]).validate_json(printed)
    except ValueError:
        _log.warning("the process that draws the charts printed no images; figures are shown without")
        return {}
