"""Measures how long answers take while the library is read again, beside a moment when it is not.

`python -m benchmarks.reloading` measures the largest library too.
"""

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.table import table
from benchmarks.written import write_library
from bot.cards.address import Address
from bot.cards.layout.pages import page_of
from bot.cards.options import Options
from bot.cards.routes import card_at
from bot.charts.charts import Charts
from bot.chat.view import view
from bot.current import Current
from bot.report import whole_snapshot
from bot.sources import Sources
from bot.words.catalogue import ENGLISH, Catalogue

SIZES = (50, 200)
LARGE = 1_000
EVERY = 0.02
"""Seconds between two questions."""
AT_REST = 150
"""Questions while nothing is read."""

HEAD = ("briefs", "reload s", "answers", "at rest ms", "p99", "max", "meanwhile ms", "p99 meanwhile", "max meanwhile")


def reloading(sizes: tuple[int, ...] = SIZES) -> str:
    """A table: a row for each number of briefs."""
    return table(HEAD, (asyncio.run(_row(size)) for size in sizes))


async def _row(size: int) -> list[str]:
    async with _bot(size) as current:
        at_rest = [await _asked(current, slug) for slug, _ in zip(_slugs(current), range(AT_REST), strict=False)]
        begun = perf_counter()
        reload = asyncio.create_task(current.reload())
        meanwhile: list[float] = []
        slugs = _slugs(current)
        while not reload.done():
            meanwhile.append(await _asked(current, next(slugs)))
        took = perf_counter() - begun
        await reload
    return [f"{size:,}", f"{took:.1f}", f"{len(meanwhile):,}", *_spread(at_rest), *_spread(meanwhile)]


async def _asked(current: Current, slug: str) -> float:
    """Seconds from when a question was due until its answer could be sent: a search, a card, and its message."""
    due = perf_counter() + EVERY
    await asyncio.sleep(EVERY)
    snapshot = current.snapshot
    found = snapshot.finder.complete(snapshot.library.briefs[slug].title[:12], kinds={"brief"})
    card = card_at(snapshot.library, Address("brief", found[0].id), Options(_WORDS))
    assert card is not None  # noqa: S101 - what was found is there
    view(page_of(card, _WORDS, 1)).to_components()
    return perf_counter() - due


@asynccontextmanager
async def _bot(size: int) -> AsyncGenerator[Current]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_library(size, folder)
        (folder / "moderation.yaml").write_text("{}\n", encoding="utf-8")
        sources = Sources(folder / "seeds", folder / "briefs", folder / "moderation.yaml")
        snapshot = whole_snapshot(sources, _CATALOGUE, datetime.now(UTC).date())
        yield Current(sources, snapshot, Charts(_WORDS))


def _slugs(current: Current) -> Iterator[str]:
    return cycle(current.snapshot.library.briefs)


def _spread(seconds: list[float]) -> list[str]:
    milliseconds = [1000 * one for one in seconds]
    return [f"{one:.1f}" for one in (median(milliseconds), quantiles(milliseconds, n=100)[98], max(milliseconds))]


_CATALOGUE = Catalogue.load()
_WORDS = _CATALOGUE.words(ENGLISH)


if __name__ == "__main__":
    print(reloading((*SIZES, LARGE)))
