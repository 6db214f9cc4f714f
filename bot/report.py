"""Everything that stands in the way of a snapshot: what `check` tells, and `run` and `/desk reload` refuse."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.cards.layout.limits import fits
from bot.cards.routes import every_card
from bot.content.load import Examined, examine
from bot.content.moderation import Moderation, read_moderation
from bot.content.named import unknown_briefs
from bot.domain.garbage import collector_at_rest
from bot.domain.library import Library
from bot.domain.problem import Finding, Problem, ProblemsError, are_warnings
from bot.domain.search import Finder
from bot.snapshot import Snapshot
from bot.sources import Sources
from bot.words.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that `check` has to say, and what could be made of the files all the same."""

    library: Library | None
    moderation: Moderation | None
    problems: tuple[Problem, ...]
    """Warnings too, in the order of telling."""
    finder: Finder | None
    """What searches the library, where it had to be built to lint it."""

    @property
    def is_sound(self) -> bool:
        """Whether a snapshot can be made: there are warnings at most."""
        return self.library is not None and are_warnings(self.problems)


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
        file, moderation = read_moderation(sources.moderation)
        if examined.library is not None:
            problems += unknown_briefs(file, moderation, examined.library.briefs, warning=True)
    except ProblemsError as error:
        problems += error.problems
    return Report(examined.library, moderation, tuple(problems), examined.finder)


def whole_snapshot(sources: Sources, catalogue: Catalogue, today: date) -> Snapshot:
    """Read, prove, lint and lay out everything here and now.

    Raises:
        ProblemsError: something is wrong; nothing is loaded.
    """
    report = report_on(sources, catalogue, today)
    if report.library is None or report.moderation is None or not report.is_sound:
        raise ProblemsError(report.problems)
    return Snapshot.of(report.library, report.moderation, report.problems, report.finder)


def _that_do_not_fit(examined: Examined, catalogue: Catalogue, progress: Callable[[str], None]) -> Iterator[Problem]:
    """A problem for every card that Discord would refuse, in any language and view, and what is warned of."""
    if examined.library is None or not examined.is_sound:
        return
    for language in catalogue.languages:
        words = catalogue.words(language)
        for number, (spot, card) in enumerate(every_card(examined.library, words), 1):
            progress(f"laying out cards, {language}: {number}")
            for fault in fits(card, words):
                yield examined.place(Finding(spot, fault.what, fault.mend, fault.warning, fault.code))
