"""How fast texts are checked, and which changed texts are still recognised as altered."""

import random
from collections.abc import Iterator

from benchmarks.clock import built, kilobytes, spread, times
from benchmarks.shipped import shipped_library
from benchmarks.synthetic import documents
from benchmarks.table import table
from bot.domain.library import Library
from bot.domain.model import Document
from bot.domain.verdict import Checker
from tests.builders import a_library

SIZES = (5, 100, 1_000)
LARGE = 10_000
SPEED_HEAD = (
    "documents", "exact, median ms", "one word changed", "in no document", "longest of all", "build s", "kB a document",
)  # fmt: skip
CHANGE_HEAD = ("words changed", "taken for exact", "altered", "absent")
_SEED = 11
_TEXTS = 50
_LENGTH = 300


def speed(sizes: tuple[int, ...] = SIZES) -> str:
    """A table: a row for each number of documents; texts have 300 characters."""
    return table(SPEED_HEAD, map(_row, sizes))


def _row(size: int) -> list[str]:
    stored = documents(size)
    library = a_library(*stored)
    checker, seconds, held = built(lambda: Checker(library), weighed=size < LARGE)
    chance = random.Random(_SEED)  # noqa: S311 - figures, not secrets
    exact = [_run(chance.choice(stored), chance) for _ in range(_TEXTS)]
    changed = [_changed(text, 1, chance) for text in exact]
    strange = [" ".join(chance.sample(text.split(), len(text.split())))[:_LENGTH] for text in exact]
    measured = [times(checker.check, texts) for texts in (exact, changed, strange)]
    return [
        f"{size:,}",
        *(f"{spread(each)[0]:.1f}" for each in measured),
        f"{max(each[-1] for each in measured):.1f}",
        f"{seconds:.1f}",
        kilobytes(held, size),
    ]


def _run(document: Document, chance: random.Random) -> str:
    """About 300 characters from the beginning of a paragraph."""
    paragraph = chance.choice([text for text in document.paragraphs if len(text) > _LENGTH])
    return paragraph[:_LENGTH].rsplit(" ", 1)[0]


def _changed(text: str, count: int, chance: random.Random) -> str:
    words = text.split()
    for place in chance.sample(range(len(words)), min(count, len(words))):
        words[place] = chance.choice(("perhaps", "seven", "river", "never", "blue"))
    return " ".join(words)


def changes() -> str:
    """A table of the verdicts on passages of the shipped documents, more and more of whose words are changed.

    The last rows are sentences of the shipped glossary and notes, which are in no document.
    """
    library = shipped_library()
    checker = Checker(library)
    chance = random.Random(_SEED)  # noqa: S311 - the same
    passages = list(_passages(library, chance))
    rows = [
        _verdicts(
            f"{share:.0%}" if share else "none",
            checker,
            [_changed(text, max(1, round(len(text.split()) * share)) if share else 0, chance) for text in passages],
        )
        for share in (0, 0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7)
    ]
    own = [term.definition for term in library.terms.values()] + [note.text for note in library.notes.values()]
    rows.append(_verdicts("our own definitions and notes", checker, own))
    return table(CHANGE_HEAD, rows)


def _passages(library: Library, chance: random.Random) -> Iterator[str]:
    for document in library.documents.values():
        for paragraph in document.paragraphs:
            words = paragraph.split()
            for length in (10, 20, 40):
                if len(words) >= length:
                    start = chance.randrange(len(words) - length + 1)
                    yield " ".join(words[start : start + length])


def _verdicts(name: str, checker: Checker, texts: list[str]) -> list[str]:
    verdicts = [checker.check(text).verdict for text in texts]
    return [name, *(f"{verdicts.count(verdict) / len(verdicts):.0%}" for verdict in ("exact", "altered", "absent"))]
