"""Chooses the limits of `Thresholds`: `python -m benchmarks.choose [FILE…]`.

It asks the tuning half of the golden questions, those of strangers, and every other question of the libraries about
something else; the others are left for judging. A file is a list of entries, as those of `tests/golden/elsewhere`, when
it ends in `.yaml`, and else a list of questions about nothing that the shipped library has, one a line
(`python -m benchmarks.public` makes such). Write what it prints into `bot/domain/search/deciding.py` by hand, if it is
better than what stands there. Each limit is moved in turn, the others held, until none gets better. What a mistake
costs is said in `COSTS`: a wrong answer given with confidence is worse than a refusal, and that worse than asking back.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path
from typing import Final

from benchmarks.offtopic import SUBJECT
from benchmarks.shipped import shipped_library
from bot.domain.library import Library
from bot.domain.search import Finder, Thresholds
from tests.golden.elsewhere import FOLDER, library_of, questions_of, shares_a_word
from tests.golden.loader import STRANGERS, Question, questions
from tests.golden.tally import Tally, count

COSTS: Final = {
    "off_topic_answered": 4.0,
    "wrong_confident": 2.0,
    "refused": 1.3,
    "not_first": 0.7,
    "asked_needlessly": 0.4,
    "off_topic_asked": 0.2,
}
PUBLIC_COSTS: Final = {"off_topic_answered": 3.0, "off_topic_asked": 0.01}
"""The same of questions by the public, which are very many."""
STEPS: Final = (-0.08, -0.04, -0.02, 0.02, 0.04, 0.08)


@dataclass(frozen=True, slots=True)
class Trial:
    """Questions to a library, and what mistakes cost there."""

    library: Library
    asked: Sequence[Question]
    costs: dict[str, float]

    def cost(self, thresholds: Thresholds) -> float:
        """What the mistakes cost together by other limits."""
        return cost(count(Finder(self.library, thresholds=thresholds), self.asked), self.costs)


def cost(tally: Tally, costs: dict[str, float]) -> float:
    """What the mistakes of a tally cost together."""
    return sum(price * len(getattr(tally, mistake)) for mistake, price in costs.items())


def trials(files: Sequence[Path]) -> list[Trial]:
    """What is tried: the shipped library, those about something else, and the questions of the public."""
    shipped = shipped_library()
    own = [*(question for question in questions() if question.half == "tuning"), *questions(STRANGERS)]
    tried = [Trial(shipped, own, COSTS)]
    for file in [*sorted(FOLDER.glob("*.yaml")), *(file for file in files if file.suffix == ".yaml")]:
        library = library_of(file, shipped.wording)
        sharing = [question for question in questions_of(file) if shares_a_word(question, library)]
        tried.append(Trial(library, sharing[::2], COSTS))
    for file in (file for file in files if file.suffix != ".yaml"):
        lines = (line for line in file.read_text(encoding="utf-8").splitlines() if line and not SUBJECT.search(line))
        tried.append(Trial(shipped, [Question(line, "none", (), file.stem) for line in lines], PUBLIC_COSTS))
    return tried


def choose(tried: Sequence[Trial]) -> Iterator[tuple[Thresholds, float]]:
    """Better and better limits, with their cost, from the ones in use to the best found."""
    best = Thresholds()
    least = sum(trial.cost(best) for trial in tried)
    yield best, least
    improved = True
    while improved:
        improved = False
        for limit in fields(Thresholds):
            for step in STEPS:
                other = replace(best, **{limit.name: round(getattr(best, limit.name) + step, 2)})
                price = sum(trial.cost(other) for trial in tried)
                if price < least:
                    best, least, improved = other, price, True
                    yield best, least


def main() -> None:
    """Print every step."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.choose", description=__doc__)
    parser.add_argument(
        "files", type=Path, nargs="*", help="more libraries, and questions about nothing in the shipped"
    )
    names = [limit.name for limit in fields(Thresholds)]
    tried = trials(parser.parse_args().files)
    print("cost   " + "  ".join(names))
    for thresholds, price in choose(tried):
        values = "  ".join(f"{value:<{len(name)}}" for name, value in zip(names, astuple(thresholds), strict=True))
        print(f"{price:6.2f} {values}", flush=True)


if __name__ == "__main__":
    main()
