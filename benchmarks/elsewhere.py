"""How search does on libraries about something else, with the same limits: `python -m benchmarks.elsewhere [FILE…]`.

Without a file it takes the invented ones of `tests/golden/elsewhere`; `tests/golden/elsewhere.py` says what a file has.
The golden questions of the shipped library are asked too: nearly nothing of them is about the other subject. With
`--wrong` the questions that were refused or answered wrongly are printed.
"""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from benchmarks.shipped import shipped_library
from benchmarks.table import table
from bot.domain.model import Wording
from bot.domain.search import Finder
from tests.golden.elsewhere import FOLDER, library_of, questions_of, shares_a_word
from tests.golden.loader import questions
from tests.golden.tally import Tally, count

HEAD: Final = (
    "library", "entries", "questions", "right first", "refused", "sharing a word", "of them refused", "asked back",
    "wrong with confidence", "off topic", "answered with confidence", "asked back",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is counted of a library about something else."""

    name: str
    entries: int
    all: Tally
    """Its own questions, and those of the shipped library as off topic."""
    sharing: Tally
    """Those of its own that have a word of their entry."""


def elsewhere(file: Path, wording: Wording) -> Elsewhere:
    """What the questions find in the library of a file."""
    library = library_of(file, wording)
    finder = Finder(library)
    own = questions_of(file)
    foreign = (replace(each, wanted="none", accepted=()) for each in questions())
    sharing = (each for each in own if shares_a_word(each, library))
    return Elsewhere(file.stem, len(library.briefs), count(finder, [*own, *foreign]), count(finder, sharing))


def rows(libraries: Iterable[Elsewhere]) -> str:
    """The table."""
    return table(HEAD, map(_row, libraries))


def _row(library: Elsewhere) -> list[str]:
    own, sharing = library.all, library.sharing
    return [
        library.name, str(library.entries), str(own.answerable), f"{own.accuracy:.1%}",
        _share(own.refused, own.answerable), str(sharing.answerable), _share(sharing.refused, sharing.answerable),
        str(len(own.asked_needlessly)), str(len(own.wrong_confident)), f"{own.off_topic:,}",
        _share(own.off_topic_answered, own.off_topic), str(len(own.off_topic_asked)),
    ]  # fmt: skip


def _share(some: list[str], of: int) -> str:
    return f"{len(some)} ({len(some) / max(of, 1):.1%})"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.elsewhere", description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", help="libraries as lists of entries")
    parser.add_argument("--wrong", action="store_true", help="print what was refused or answered wrongly")
    chosen = parser.parse_args()
    wording = shipped_library().wording
    libraries = [elsewhere(file, wording) for file in chosen.files or sorted(FOLDER.glob("*.yaml"))]
    print(rows(libraries))
    for library in libraries if chosen.wrong else ():
        print(f"\n{library.name}:", *library.all.not_first, *library.all.off_topic_answered, sep="\n  ")


if __name__ == "__main__":
    main()
