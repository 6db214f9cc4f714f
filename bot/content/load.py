"""All files → the library, or every problem with them.

A library is built whole or not at all. Problems of form and of proof are reported together with what the lints find in
the rest, so that an author sees everything at once; what only follows from a problem is counted with it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.content.causes import Causes, texts
from bot.content.items import Items
from bot.domain.library import Library
from bot.domain.lint.engine import lint
from bot.domain.lint.references import references
from bot.domain.lint.rules.unknown_references import unknown_references
from bot.domain.problem import Finding, Problem, ProblemsError, are_warnings
from bot.domain.search import Finder


@dataclass(frozen=True)
class Examined:
    """What the files say: a library if it could be built at all, and every problem and warning.

    What could not be read or proved comes first, then what the lints find, each by file and line.
    A library that is not sound is for looking at: parts of it are left out or made up.
    """

    library: Library | None
    problems: tuple[Problem, ...]
    place: Callable[[Finding], Problem]
    """Tells where in the files a finding about this library belongs."""
    finder: Finder | None
    """What searches this library, built already for the lints; None where parts of it are left out or made up."""

    @property
    def is_sound(self) -> bool:
        """Whether the library may be used: there are warnings at most."""
        return self.library is not None and are_warnings(self.problems)


def examine(seeds: Path, briefs: Path, today: date) -> Examined:
    """Read everything below the two folders and lint it; never raises for what the files say."""
    causes = Causes()
    items = Items(seeds, briefs, causes)
    library = items.library()
    if library is None:
        return Examined(None, tuple(causes.counted(items.problems)), items.written.placed, None)
    finder = None if causes.broken else Finder(library)
    found = {*_linted(library, finder, today, items, causes), *items.asked_wrongly(library)}
    return Examined(library, (*causes.counted(items.problems), *sorted(found)), items.written.placed, finder)


def sound_library(seeds: Path, briefs: Path, today: date) -> Library:
    """The library alone, read, proved and linted.

    Raises:
        ProblemsError: something is wrong; nothing is loaded.
    """
    examined = examine(seeds, briefs, today)
    if examined.library is None or not examined.is_sound:
        raise ProblemsError(examined.problems)
    return examined.library


def _linted(library: Library, finder: Finder | None, today: date, items: Items, causes: Causes) -> list[Problem]:
    """What the lints find for itself; the rest is counted with its cause."""
    problems: list[Problem] = []
    findings = lint(library, today, causes.broken, finder)
    unknown = {finding.spot for finding in findings if finding.code == unknown_references.about.code}
    if items.miss(named for named in references(library) if named.spot in unknown):
        findings = lint(library, today, causes.broken, finder)
    for finding in findings:
        if causes.made_up(finding.spot):
            continue
        cause = causes.of_finding(finding.spot, texts(items.written.part(finding.spot, around=True)))
        if cause is None:
            problems.append(items.written.placed(finding))
        else:
            causes.follows(cause)
    if causes.broken:
        for finding in set(lint(library, today, finder=finder)).difference(findings):
            cause = causes.of_silence(texts(items.written.part(finding.spot)))
            if cause is not None:
                causes.follows(cause)
    return problems
