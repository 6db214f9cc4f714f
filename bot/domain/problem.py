"""What an author must fix. Lints find; the content layer knows in which file and line."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bot.refusal import RefusedError

Section = Literal[
    "brief",
    "boundary",
    "correction",
    "document",
    "event",
    "evidence",
    "figure",
    "instrument",
    "introduction",
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
    """What a lint has to say about a spot, and what to do about it; a warning fails nothing.

    A rule leaves `code` empty: the engine writes in it which rule has spoken.
    """

    spot: Spot
    what: str
    mend: str
    warning: bool = False
    code: str = ""


LONGEST = 2_000
"""Characters of what a problem says of itself; a longer sentence cites something that nobody would read."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A finding with its place in the files, `path` relative to the project; line 1 where the whole file is meant.

    `code` names the rule that is broken, as `V101`: `check --explain V101` tells more about it. `follows` is how many
    more problems there are only because of this one; they are not listed.
    """

    path: str
    line: int
    what: str
    mend: str
    warning: bool = False
    code: str = ""
    follows: int = 0

    def __post_init__(self) -> None:
        """Keep what was typed from breaking the line, or the screen, on which it is told."""
        for name in ("path", "what", "mend"):
            text: str = getattr(self, name)
            if not text.isprintable() or len(text) > LONGEST:
                object.__setattr__(self, name, _in_a_line(text))

    def __str__(self) -> str:
        code = f"{self.code} " if self.code else ""
        more = (
            f"\n    {self.follows} more {'follow' if self.follows > 1 else 'follows'} from this" if self.follows else ""
        )
        return f"{self.path}:{self.line}: {code}{'warning: ' if self.warning else ''}{self.what}; {self.mend}{more}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule for authors, with a code that never changes: what it asks, why, and what breaks and what keeps it.

    The examples are what an author would type. A line `# briefs/topics/ferry.yaml` says in which file the lines below
    it stand; what they leave out is as in the small library of the tests, which loads both and holds that `bad` has
    this problem and `good` has not.
    """

    code: str
    summary: str
    why: str
    bad: str
    good: str


def _in_a_line(text: str) -> str:
    """A text as far as it is told, with the number of what cannot be seen in its place."""
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
    return "".join(
        character
        if character.isprintable() or unicodedata.category(character) == "Zs"
        else character.encode("unicode_escape").decode()
        for character in shown
    )


class ProblemsError(RefusedError):
    """What authors or moderators wrote cannot be used; carries every problem, warnings too, in the order of telling."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(*map(str, self.problems), counted(self.problems))


def are_warnings(problems: Iterable[Problem]) -> bool:
    """Whether nothing among them fails: there are warnings at most."""
    return all(problem.warning for problem in problems)


def counted(problems: Iterable[Problem]) -> str:
    """How many there are, in words: `2 problems, 1 warning`."""
    kinds = [problem.warning for problem in problems]
    numbers = {"problem": kinds.count(False), "warning": kinds.count(True)}
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for word, number in numbers.items())
