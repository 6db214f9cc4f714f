"""How loading grows with the library: reading, proving, linting and indexing libraries of more and more briefs."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

from benchmarks.table import table
from benchmarks.written import write_library
from bot.content.load import examine
from bot.domain.garbage import collector_at_rest
from bot.domain.lint.engine import lint
from bot.domain.matching import prove
from bot.domain.model import EvidenceEntry
from bot.domain.search import Finder
from bot.domain.verdict import Checker

SIZES = (50, 200)
LARGE = 1_000
HEAD = ("briefs", "evidence", "reading s", "proving s", "linting s", "indexing s", "all s", "ms a brief")


def growth(sizes: tuple[int, ...] = SIZES) -> str:
    """A table: a row for each number of briefs."""
    return table(HEAD, map(_row, sizes))


@collector_at_rest()
def _row(size: int) -> list[str]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_library(size, folder)
        begun = process_time()
        examined = examine(folder / "seeds", folder / "briefs", datetime.now(UTC).date())
        loading = process_time() - begun
    library = examined.library
    if library is None or not examined.is_sound:
        raise ValueError("\n".join(map(str, examined.problems[:10])))

    begun = process_time()
    for evidence in library.evidence.values():
        entry = EvidenceEntry.model_construct(**{name: getattr(evidence, name) for name in EvidenceEntry.model_fields})
        prove(entry, library.documents)
    proving = process_time() - begun
    begun = process_time()
    lint(library, datetime.now(UTC).date(), finder=examined.finder)
    linting = process_time() - begun
    begun = process_time()
    Finder(library)
    searching = process_time() - begun
    begun = process_time()
    Checker(library)
    checking = process_time() - begun

    whole = loading + checking  # the finder is built for the lints
    stages = (loading - proving - linting - searching, proving, linting, searching + checking, whole)
    seconds = [f"{stage:.2f}" for stage in stages]
    return [f"{size:,}", f"{len(library.evidence):,}", *seconds, f"{whole / size * 1000:.1f}"]


if __name__ == "__main__":
    print(growth((*SIZES, LARGE)))
