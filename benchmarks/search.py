"""How fast half-typed questions are completed, beside rapidfuzz's plain `process.extract` over the same phrases."""

import random
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from benchmarks.clock import built, kilobytes, spread, times
from benchmarks.shipped import shipped_library
from benchmarks.synthetic import library_of_briefs
from benchmarks.table import table
from bot.domain.library import Library
from bot.domain.search import Finder

SIZES = (300, 1_000, 10_000)
LARGE = 100_000
HEAD = (
    "entries", "median ms", "95 % ms", "longest ms", "WRatio median ms", "times faster", "own brief first",
    "build s", "kB an entry",
)  # fmt: skip
_SEED = 7
_TYPED = 60
_COMPARED = 60


def speed(sizes: tuple[int, ...] = SIZES) -> str:
    """A table: a row for the shipped library and one for each size of invented ones."""
    return table(HEAD, (*_row("shipped", shipped_library()), *(row for size in sizes for row in _of_size(size))))


def _of_size(size: int) -> Iterator[list[str]]:
    yield from _row(f"{size:,}", library_of_briefs(size))


def _row(name: str, library: Library) -> Iterator[list[str]]:
    finder, seconds, held = built(lambda: Finder(library), weighed=len(library.briefs) < LARGE)
    chance = random.Random(_SEED)  # noqa: S311 - figures, not secrets
    meant = [_typed(library, chance) for _ in range(_TYPED)]
    keys = [text[:end] for text, _ in meant for end in range(1, len(text) + 1)]
    for key in keys[:50]:
        finder.complete(key, kinds=("brief",))
    median, most, longest = spread(times(lambda key: finder.complete(key, kinds=("brief",)), keys))
    phrases = [phrase for brief in library.briefs.values() for phrase in (brief.title, *brief.aliases)]
    plain = times(
        lambda key: process.extract(key, phrases, scorer=fuzz.WRatio, limit=25),
        chance.sample(keys, min(_COMPARED, len(keys))),
    )
    first = sum(_is_first(finder, text, key) for text, key in meant)
    yield [
        f"{name} ({len(library.briefs):,} briefs)" if name == "shipped" else name,
        f"{median:.3f}",
        f"{most:.2f}",
        f"{longest:.2f}",
        f"{spread(plain)[0]:.2f}",
        f"{spread(plain)[0] / median:.0f}",
        f"{first / len(meant):.0%}",
        f"{seconds:.2f}",
        kilobytes(held, finder.size),
    ]


def _typed(library: Library, chance: random.Random) -> tuple[str, str]:
    """A title or alias as it may be typed, every third with two letters exchanged, and the brief that it names."""
    brief = chance.choice(list(library.briefs.values()))
    text = chance.choice((brief.title, *brief.aliases)).lower()
    if chance.random() < 1 / 3 and len(text) > 6:
        place = chance.randrange(1, len(text) - 1)
        text = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    return text, brief.id


def _is_first(finder: Finder, text: str, key: str) -> bool:
    hits = finder.complete(text, kinds=("brief",), limit=1)
    return bool(hits) and hits[0].id == key
