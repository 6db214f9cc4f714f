"""Chooses the limits of `Thresholds` on the tuning half of the golden questions and on those of strangers.

Run `python -m benchmarks.choose`; write what it prints into `bot/domain/search/deciding.py` by hand, if it is better
than what stands there. Each limit is moved in turn, the others held, until none gets better. What a mistake costs is
said in `COSTS`: a wrong answer given with confidence is worse than asking back, and asking back worse than nothing.
"""

from collections.abc import Iterator
from dataclasses import astuple, fields, replace
from typing import Final

from benchmarks.shipped import shipped_library
from bot.domain.library import Library
from bot.domain.search import Finder, Thresholds
from tests.golden.loader import STRANGERS, questions
from tests.golden.tally import Tally, count

COSTS: Final = {
    "off_topic_answered": 8.0,
    "wrong_confident": 2.0,
    "not_first": 1.0,
    "off_topic_asked": 0.3,
    "asked_needlessly": 0.15,
}
STEPS: Final = (-0.08, -0.04, -0.02, 0.02, 0.04, 0.08)


def cost(tally: Tally) -> float:
    """What the mistakes of a tally cost together."""
    return sum(price * len(getattr(tally, mistake)) for mistake, price in COSTS.items())


def choose(library: Library) -> Iterator[tuple[Thresholds, float]]:
    """Better and better limits, with their cost, from the ones in use to the best found."""
    asked = [*(question for question in questions() if question.half == "tuning"), *questions(STRANGERS)]

    def tried(thresholds: Thresholds) -> float:
        return cost(count(Finder(library, thresholds=thresholds), asked))

    best = Thresholds()
    least = tried(best)
    yield best, least
    improved = True
    while improved:
        improved = False
        for limit in fields(Thresholds):
            for step in STEPS:
                other = replace(best, **{limit.name: round(getattr(best, limit.name) + step, 2)})
                price = tried(other)
                if price < least:
                    best, least, improved = other, price, True
                    yield best, least


def main() -> None:
    """Print every step."""
    names = [limit.name for limit in fields(Thresholds)]
    print("cost   " + "  ".join(names))
    for thresholds, price in choose(shipped_library()):
        values = "  ".join(f"{value:<{len(name)}}" for name, value in zip(names, astuple(thresholds), strict=True))
        print(f"{price:6.2f} {values}", flush=True)


if __name__ == "__main__":
    main()
