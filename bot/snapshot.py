"""What is in force: the library, the moderators' decisions and all that is made of them, of one moment.

A snapshot is loaded whole or not at all: read, proved, linted, and every card laid out. `check` reports what stands in
the way, `run` and `/desk reload` refuse it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from bot.cards.layout.limits import fits
from bot.cards.routes import every_card
from bot.content.load import Examined, examine
from bot.content.moderation import Moderation, load_moderation
from bot.domain.garbage import collector_at_rest
from bot.domain.library import Library
from bot.domain.problem import Finding, Problem, ProblemsError
from bot.domain.search import Finder
from bot.domain.verdict import Checker
from bot.words.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a snapshot is read from."""

    seeds: Path
    briefs: Path
    moderation: Path

    def digest(self) -> str:
        """The sha256 of every file with its name; a file that cannot be read counts by its name alone."""
        whole = sha256()
        for folder in (self.seeds, self.briefs):
            for file in sorted(file for file in folder.rglob("*") if file.is_file()):
                whole.update(f"{file.relative_to(folder)}\0".encode())
                whole.update(_bytes_of(file))
        whole.update(_bytes_of(self.moderation))
        return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that `check` has to say, and what could be made of the files all the same."""

    library: Library | None
    moderation: Moderation | None
    problems: tuple[Problem, ...]
    """Warnings too, in the order of telling."""

    @property
    def is_sound(self) -> bool:
        """Whether a snapshot can be made: there are warnings at most."""
        return self.library is not None and all(problem.warning for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The library with the indexes built for it, the moderators' decisions, and the charts once they are drawn."""

    library: Library
    finder: Finder
    checker: Checker
    moderation: Moderation
    loaded: datetime
    warnings: tuple[Problem, ...] = ()
    charts: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType[str, bytes]({}))
    """PNG images by the id of their figure; figures are shown without one until it is drawn."""

    @classmethod
    @collector_at_rest()
    def load(cls, sources: Sources, catalogue: Catalogue, today: date) -> "Snapshot":
        """Read everything.

        Raises:
            ProblemsError: something is wrong; nothing is loaded.
        """
        report = report_on(sources, catalogue, today)
        if report.library is None or report.moderation is None or not report.is_sound:
            raise ProblemsError(report.problems)
        return cls.of(report.library, report.moderation, report.problems)

    @classmethod
    def of(cls, library: Library, moderation: Moderation, warnings: Iterable[Problem] = ()) -> "Snapshot":
        """A library and decisions that are sound, with the indexes built for them."""
        return cls(library, Finder(library), Checker(library), moderation, datetime.now(UTC), tuple(warnings))


@collector_at_rest()
def report_on(
    sources: Sources, catalogue: Catalogue, today: date, progress: Callable[[str], None] = lambda _: None
) -> Report:
    """Read, prove, lint and lay out everything; never raises for what the files say.

    `progress` is told, often, what is being done.
    """
    progress("reading")
    examined = examine(sources.seeds, sources.briefs, today)
    problems = [*examined.problems, *_that_do_not_fit(examined, catalogue, progress)]
    moderation: Moderation | None = None
    try:
        moderation = load_moderation(sources.moderation)
    except ProblemsError as error:
        problems += error.problems
    return Report(examined.library, moderation, tuple(problems))


def _bytes_of(file: Path) -> bytes:
    try:
        return sha256(file.read_bytes()).digest()
    except OSError:
        return b""


def _that_do_not_fit(examined: Examined, catalogue: Catalogue, progress: Callable[[str], None]) -> Iterator[Problem]:
    """A problem for every card that Discord would refuse, in any language, length and view."""
    if examined.library is None or not examined.is_sound:
        return
    for language in catalogue.languages:
        words = catalogue.words(language)
        for number, (spot, card) in enumerate(every_card(examined.library, words), 1):
            progress(f"laying out cards, {language}: {number}")
            for fault in fits(card, words):
                yield examined.place(Finding(spot, fault.what, fault.mend, code=fault.code))
