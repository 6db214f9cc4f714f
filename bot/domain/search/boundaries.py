"""Recognises the questions that are not answered."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.model import Boundary
from bot.domain.search.phrasebook import Phrasebook
from bot.domain.search.tokens import Run, runs
from bot.domain.text.folding import SEARCHED

_SOME: Final = 2
"""So many groups of which not every one is needed."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way of asking: every group needs one of its phrases, and none of the last set may occur."""

    boundary: Boundary
    every: int
    some: int
    """The groups of which as many as are needed do, where there are such."""
    none_of: frozenset[int]

    def is_reached(self, groups: int) -> bool:
        """Whether the groups that have a phrase are enough; each is a bit."""
        return groups & self.every == self.every and (not self.some or (groups & self.some).bit_count() >= _SOME)


class Boundaries:
    """Those for people in danger come before all others, and the others in their order.

    A way of asking that is misspelt is still that way, and so is what excuses a question.
    """

    def __init__(
        self,
        boundaries: Mapping[str, Boundary],
        is_word: Callable[[Run], bool],
        *,
        where_nothing_fits: bool = False,
    ) -> None:
        """`is_word` tells the words that are no slip of another one.

        The ways of asking are those that count in any case, or those that count only where nothing fits a question.
        """
        ways = [
            (boundary, asked)
            for boundary in sorted(boundaries.values(), key=lambda boundary: not boundary.urgent)
            for asked in boundary.asked_as
            if asked.where_nothing_fits == where_nothing_fits
        ]
        numbers: dict[str, int] = {}

        def of(phrases: Iterable[str]) -> frozenset[int]:
            return frozenset(numbers.setdefault(phrase, len(numbers)) for phrase in phrases)

        self._ways: list[_Way] = []
        self._groups: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        """For each phrase the ways that have it, each with a bit for the group."""
        for place, (boundary, asked) in enumerate(ways):
            every = (1 << len(asked.all_of)) - 1
            some = ((1 << len(asked.some_of)) - 1) << len(asked.all_of)
            self._ways.append(_Way(boundary, every, some, of(asked.none_of)))
            for group, phrases in enumerate((*asked.all_of, *asked.some_of)):
                for number in of(phrases):
                    self._groups[number].append((place, 1 << group))
        self._phrases = Phrasebook(list(numbers), is_word)

    def asked(self, text: str) -> Boundary | None:
        """The boundary that a question touches; None when it may be answered."""
        return self.touched(runs(SEARCHED(text)))

    def touched(self, there: Sequence[Run]) -> Boundary | None:
        """The same of a question that is taken apart into runs."""
        found = self._phrases.within(there)
        reached: defaultdict[int, int] = defaultdict(int)
        for number in found.meant:
            for place, group in self._groups.get(number, ()):
                reached[place] |= group
        for place in sorted(reached):
            way = self._ways[place]
            if way.is_reached(reached[place]) and way.none_of.isdisjoint(found.written):
                return way.boundary
        return None
