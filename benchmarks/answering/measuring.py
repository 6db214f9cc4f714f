"""Asks bots by turns and notes how long each answer took."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter

from benchmarks.answering.asked import KINDS, Asked
from benchmarks.answering.bots import Bot

AT_ONCE = 64
_MILLI = 1000


@dataclass(slots=True)
class Measured:
    """What one bot took: a list of milliseconds for each block, by kind; and answers a second, for each block."""

    blocks: defaultdict[str, list[list[float]]] = field(default_factory=lambda: defaultdict(list))
    rates: list[float] = field(default_factory=list[float])
    worked: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """Milliseconds of a processor for one answer, for each block, by kind; the machine's other work hardly counts."""

    def median(self, *kinds: str) -> float:
        """Of all answers of some kinds."""
        return median(one for kind in kinds for block in self.blocks[kind] for one in block)

    def latest(self, *kinds: str) -> list[float]:
        """The ninety-ninth of a hundred, for each block of each kind, shortest first."""
        return sorted(_latest(block) for kind in kinds for block in self.blocks[kind])

    def processor(self, *kinds: str) -> float:
        """Milliseconds of a processor for one answer of some kinds."""
        return sum(median(self.worked[kind]) for kind in kinds) / len(kinds)

    @property
    def rate(self) -> float:
        """Answers a second, the middle of the blocks."""
        return median(self.rates)


async def measured(asked: Asked, bots: Sequence[Bot], *, blocks: int, each: int, at_once: int) -> list[Measured]:
    """Ask all of them the same kinds by turns, `each` times a block, and then `at_once` all mixed."""
    found = [Measured() for _ in bots]
    for bot in bots:  # what is made ready with the first answers, in both
        for kind in KINDS:
            await _one_by_one(asked, bot, kind, 4 * each)
        await answer_many(asked, bot, 4 * AT_ONCE)
    for number in range(blocks):
        order = range(len(bots)) if number % 2 == 0 else range(len(bots) - 1, -1, -1)
        for kind in KINDS:
            for place in order:
                before = bots[place].worked()
                found[place].blocks[kind].append(await _one_by_one(asked, bots[place], kind, each))
                found[place].worked[kind].append((bots[place].worked() - before) * _MILLI / each)
        for place in order:
            found[place].rates.append(await answer_many(asked, bots[place], at_once))
    return found


async def _one_by_one(asked: Asked, bot: Bot, kind: str, number: int) -> list[float]:
    questions = [asked.of(kind, bare=bot.bare) for _ in range(number)]
    return [await bot.server.ask(question) * _MILLI for question in questions]


async def answer_many(asked: Asked, bot: Bot, number: int) -> float:
    """Have so many mixed questions answered, `AT_ONCE` at a time; the answers in a second."""
    waiting = iter([asked.of(asked.mixed(), bare=bot.bare) for _ in range(number)])

    async def ask() -> None:
        for question in waiting:
            await bot.server.ask(question)

    begun = perf_counter()
    await asyncio.gather(*(ask() for _ in range(AT_ONCE)))
    return number / (perf_counter() - begun)


def _latest(block: list[float]) -> float:
    return sorted(block)[min(len(block) - 1, int(len(block) * 0.99))]
