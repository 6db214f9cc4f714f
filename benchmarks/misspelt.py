"""What one misspelling costs: `python -m benchmarks.misspelt [LIST]`.

Each golden question is asked as it is, and with one word misspelt: an English word as people misspell it, by a list of
misspellings (`tests/golden/misspelling.py` says of which form) or by that of the package `codespell`, if it is
installed; a Korean one by a slip of the keys; a Chinese character for another that sounds the same. Which word and how
is a chance fixed by the question. With `--lost` what was right and is no more is printed, of the questions that may be
looked at.
"""

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final

from benchmarks.shipped import shipped_library
from benchmarks.table import table
from bot.domain.search import Finder
from tests.golden.homophones import homophones
from tests.golden.loader import STRANGERS, Question, questions
from tests.golden.misspelling import installed, misspellings, misspelt
from tests.golden.slips import slips
from tests.golden.tally import Tally, count

HEAD: Final = (
    "one word misspelt", "questions", "with an answer", "right first as asked", "misspelt", "points lost",
    "wrong with confidence", "misspelt", "not to be answered", "missed as asked", "misspelt",
)  # fmt: skip
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_KANA: Final = re.compile(r"[\u3040-\u30ff]")
Misspell = Callable[[str], Iterable[str]]
"""Gives a question misspelt, perhaps in several ways; nothing where it cannot."""
Pairs = list[tuple[Question, Question]]
"""Questions as they are and misspelt."""


def costs(finder: Finder, known: Mapping[str, Sequence[str]], ways: int = 1) -> str:
    """A table: a row for each kind of misspelling and each set of questions, so many ways of each question."""
    return table(HEAD, [_row(name, finder, both) for name, both in _asked(known, ways).items()])


def _asked(known: Mapping[str, Sequence[str]], ways: int) -> dict[str, Pairs]:
    everything = questions()
    sets = {
        "tuning": [each for each in everything if each.half == "tuning"],
        "strangers": questions(STRANGERS),
        "locked": [each for each in everything if each.half == "locked"],
    }
    pairs = {
        f"{kind}, {name}": list(_pairs(asked, misspell, ways))
        for kind, misspell in _kinds(known).items()
        for name, asked in sets.items()
    }
    return {name: both for name, both in pairs.items() if both}


def _pairs(asked: Iterable[Question], misspell: Misspell, ways: int) -> Iterator[tuple[Question, Question]]:
    for question in asked:
        for text in islice(misspell(question.text), ways):
            yield question, replace(question, text=text)


def _kinds(known: Mapping[str, Sequence[str]]) -> dict[str, Misspell]:
    def english(text: str) -> Iterable[str]:
        return () if _HANGUL.search(text) or _HAN.search(text) else misspelt(text, known)

    def korean(text: str) -> Iterable[str]:
        return slips(text) if _HANGUL.search(text) else ()

    def chinese(text: str) -> Iterable[str]:
        return () if _KANA.search(text) or _HANGUL.search(text) else homophones(text)

    return {"English, as people do": english, "Korean, a slip of the keys": korean, "Chinese, of one sound": chinese}


def _row(name: str, finder: Finder, both: Pairs) -> list[str]:
    before, after = count(finder, [as_is for as_is, _ in both]), count(finder, [slip for _, slip in both])
    missed = (str(len(tally.boundary_missed)) for tally in (before, after))
    return [
        name, str(len(both)), str(before.answerable), f"{before.accuracy:.1%}", f"{after.accuracy:.1%}",
        f"{100 * (before.accuracy - after.accuracy):.1f}", str(len(before.wrong_confident)),
        str(len(after.wrong_confident)), str(before.boundary), *missed,
    ]  # fmt: skip


def _lost(finder: Finder, both: Pairs) -> Iterator[str]:
    for as_is, slip in both:
        before, after = count(finder, [as_is]), count(finder, [slip])
        if not _faults(before):
            yield from (f"{as_is.text} | {text}" for text in _faults(after))


def _faults(tally: Tally) -> list[str]:
    return [*tally.not_first, *tally.boundary_missed, *tally.off_topic_answered]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.misspelt", description=__doc__)
    parser.add_argument("list", type=Path, nargs="?", help="misspellings of English words")
    parser.add_argument("--ways", type=int, default=1, help="how many misspellings of each question, at most 4")
    parser.add_argument("--lost", action="store_true", help="print what is lost")
    chosen = parser.parse_args()
    known = misspellings(chosen.list.read_text(encoding="utf-8").splitlines() if chosen.list else installed())
    finder = Finder(shipped_library())
    print(costs(finder, known, chosen.ways))
    for name, both in _asked(known, chosen.ways).items() if chosen.lost else ():
        if "locked" not in name:
            print(f"\n{name}:", *_lost(finder, both), sep="\n  ")


if __name__ == "__main__":
    main()
