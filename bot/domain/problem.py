"""What an author must fix. Lints find; the content layer knows in which file and line."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Section = Literal[
    "brief",
    "boundary",
    "document",
    "event",
    "evidence",
    "figure",
    "instrument",
    "note",
    "person",
    "term",
    "wording",
]
"""The kinds of item that authors write, each in a file of its own kind."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An item, and the way inside it: `Spot("brief", "numbers", ("claims", 2, "text"))`."""

    section: Section
    id: str
    path: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a lint has to say about a spot, and what to do about it; a warning fails nothing."""

    spot: Spot
    what: str
    mend: str
    warning: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A finding with its place in the files, `path` relative to the project; line 1 where the whole file is meant."""

    path: str
    line: int
    what: str
    mend: str
    warning: bool = False

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {'warning: ' if self.warning else ''}{self.what}; {self.mend}"


class ProblemsError(Exception):
    """What authors or moderators wrote cannot be used; carries every problem, warnings too, in the order of telling."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
