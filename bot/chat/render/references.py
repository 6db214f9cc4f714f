"""The small raised numbers on sentences, and what they stand for."""

from collections.abc import Iterable, Iterator
from typing import Self

from bot.domain.library import Library
from bot.domain.model import Brief

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(number: int) -> str:
    """The number in superscript digits."""
    return str(number).translate(_RAISED)


class References:
    """What the sentences of one answer rest on, numbered in the order of reading."""

    def __init__(self, references: Iterable[str]) -> None:
        self._numbers = {reference: number for number, reference in enumerate(dict.fromkeys(references), 1)}

    @classmethod
    def of_brief(cls, library: Library, brief: Brief) -> Self:
        """Those of a brief, its figures' statements included; the same in every view of it."""
        sentences = (brief.answer, *brief.claims, *brief.positions)
        references = [reference for sentence in sentences for reference in sentence.rests_on]
        for key in brief.figures:
            for statement in library.figures[key].statements:
                references.extend(statement.rests_on)
        return cls(references)

    def __iter__(self) -> Iterator[tuple[int, str]]:
        for reference, number in self._numbers.items():
            yield number, reference

    def marks(self, rests_on: Iterable[str]) -> str:
        """The numbers of these references, `¹ ²`; a reference that has none is left out."""
        numbers = sorted(self._numbers[reference] for reference in rests_on if reference in self._numbers)
        return " ".join(raised(number) for number in numbers)
