"""What could not be read or proved, and what is wrong elsewhere only because of that: it is counted, not listed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from bot.content.yamlfile import Value, Way
from bot.domain.problem import Problem, Section, Spot

Broken = tuple[Section, str]
"""An item; its id is empty where not even the ids of a file could be read."""


_PROVING: frozenset[Section] = frozenset({"document", "evidence", "instrument", "note"})
"""Items that sentences rest on: what is made up in them makes sentences look wrong."""


class Causes:
    """Items that are not what their authors meant, each with the problem to mend first."""

    def __init__(self) -> None:
        self._absent: dict[Broken, Problem] = {}
        self._invented: dict[Broken, tuple[Problem, tuple[Way, ...]]] = {}
        self._doubtful: dict[Broken, Problem] = {}
        self._follow: Counter[Problem] = Counter()

    @property
    def broken(self) -> frozenset[Broken]:
        """Items that the library lacks."""
        return frozenset(self._absent)

    def absent(self, item: Broken, cause: Problem) -> None:
        """The library lacks an item."""
        self._absent.setdefault(item, cause)

    def invented(self, item: Broken, cause: Problem, ways: tuple[Way, ...]) -> None:
        """Parts of an item had to be made up."""
        if ways:
            self._invented.setdefault(item, (cause, ways))

    def doubtful(self, item: Broken, cause: Problem) -> None:
        """An item can only be judged once something else is put right."""
        self._doubtful.setdefault(item, cause)

    def follows(self, cause: Problem) -> None:
        """One more problem is there only because of this one."""
        self._follow[cause] += 1

    def of(self, section: Section, keys: Iterable[str]) -> Problem | None:
        """Why one of these items is absent; None where none is."""
        return next((self._absent[section, key] for key in (*keys, "") if (section, key) in self._absent), None)

    def made_up(self, spot: Spot) -> bool:
        """Whether a spot is in a part of an item that had to be made up."""
        _, ways = self._invented.get((spot.section, spot.id), (None, ()))
        return any(_touch(spot.path, way) for way in ways)

    def of_invention(self, item: Broken) -> Problem | None:
        """Why parts of an item were made up; None where none were."""
        cause, _ = self._invented.get(item, (None, ()))
        return cause

    def of_finding(self, spot: Spot, said: Iterable[str]) -> Problem | None:
        """What a finding only follows from, because it looks at something made up; None where it stands for itself.

        `said` are the ids that the same part of the item names.
        """
        if (spot.section, spot.id) in self._doubtful:
            return self._doubtful[spot.section, spot.id]
        named = {key.rpartition(":")[2] for key in said}
        proving = ((item, cause) for item, (cause, _) in self._invented.items() if item[0] in _PROVING)
        return next((cause for item, cause in proving if any(_names(item, key) for key in named)), None)

    def of_silence(self, said: Iterable[str]) -> Problem | None:
        """Why a rule kept silent about an item that names these ids: the absent one among them, else the first."""
        named = {key.rpartition(":")[2] for key in said}
        among = (cause for item, cause in self._absent.items() if any(_names(item, key) for key in named))
        return next(chain(among, self._absent.values()), None)

    def counted(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems, each with the number of those that follow from it: these first, then by file and line."""
        told = sorted(set(problems), key=lambda problem: (self._follow[problem] == 0, problem))
        return [replace(problem, follows=self._follow[problem]) for problem in told]


def texts(value: Value) -> Iterator[str]:
    """Every text in a part of a file."""
    if isinstance(value, str):
        yield value
    elif value is not None:
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


def _names(item: Broken, key: str) -> bool:
    """Whether an id is that of an item, or of an article of it."""
    section, own = item
    return key == own or (section == "instrument" and own != "" and key.startswith(f"{own}-"))


def _touch(way: Way, made_up: Way) -> bool:
    """Whether what was made up stands in the same part of an item."""
    around = way[:-1]
    return made_up[: len(around)] == around or way[: len(made_up)] == made_up
