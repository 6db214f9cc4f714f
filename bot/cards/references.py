"""The small raised numbers on sentences, and what they stand for: a paragraph of a document, an article, a note."""

from collections.abc import Iterable, Iterator
from typing import Self

from bot.domain.library import Library
from bot.domain.model import Brief, Evidence

NO_BREAK = "\N{NO-BREAK SPACE}"
_DASH, _JOINER = "\N{EN DASH}", "\N{WORD JOINER}"
"""A line may end after a dash, unless it is joined to what follows."""
_PAIR = 2
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(number: int) -> str:
    """The number in superscript digits."""
    return str(number).translate(_RAISED)


def raised_all(numbers: Iterable[int]) -> str:
    """Rising numbers in superscript, three or more in a row as the first and the last with a dash between."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return " ".join(
        f"{raised(run[0])}{_DASH}{raised(run[-1])}" if len(run) > _PAIR else " ".join(map(raised, run)) for run in runs
    )


class References:
    """What the sentences of one answer rest on, numbered in the order of reading; one place has one number."""

    def __init__(self, library: Library, references: Iterable[str]) -> None:
        self._numbers: dict[str, int] = {}
        places: dict[object, int] = {}
        for reference in dict.fromkeys(references):
            support = library.support(reference)
            place = (support.document, support.paragraph) if isinstance(support, Evidence) else reference
            self._numbers[reference] = places.setdefault(place, len(places) + 1)

    @classmethod
    def of_brief(cls, library: Library, brief: Brief) -> Self:
        """Those of a brief, its figures' statements included; the same in every view of it."""
        sentences = (brief.answer, *brief.claims, *brief.positions)
        references = [reference for sentence in sentences for reference in sentence.rests_on]
        for key in brief.figures:
            for statement in library.figures[key].statements:
                references.extend(statement.rests_on)
        return cls(library, references)

    def __iter__(self) -> Iterator[tuple[int, str]]:
        """Every reference with its number, in the order of the numbers."""
        for reference, number in sorted(self._numbers.items(), key=lambda numbered: numbered[1]):
            yield number, reference

    def marks(self, rests_on: Iterable[str]) -> str:
        """The numbers of these references, `¹ ²`, kept on one line, runs by their ends.

        A reference that has none is left out.
        """
        numbers = {self._numbers[reference] for reference in rests_on if reference in self._numbers}
        return raised_all(sorted(numbers)).replace(" ", NO_BREAK).replace(_DASH, _DASH + _JOINER)
