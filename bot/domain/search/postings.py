"""The postings of a term: which entries have it, where each has it nearest to its subject, and how often.

A posting is one number, that of the entry, with a byte at its end: the field, and how much the term says of the entry.
A term in a title or in a text says all that its field can. One that is in aliases alone says the more, the more of the
entry's names have it: where all have it, all, and in an entry of seventy names where one has it, little. Only shares
count, so neither the number of names nor of entries changes anything.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final

from bot.domain.search.entries import Field
from bot.domain.search.weights import Weights

if TYPE_CHECKING:
    from array import array

BITS: Final = 8
LAST: Final = (1 << BITS) - 1
"""The last bits of a posting: its field, and how much is said."""
_FIELD_BITS: Final = 3
_FIELD: Final = (1 << _FIELD_BITS) - 1
_ALL: Final = LAST >> _FIELD_BITS
"""All that can be said of an entry, as a posting has it."""
_BISECTING: Final = 6
"""Finding one posting costs about as much as looking at so many."""


class Said:
    """What is said of one entry: each term in its nearest field, and in how many of the names it is."""

    def __init__(self) -> None:
        self._nearest: dict[int, Field] = {}
        self._named: Counter[int] = Counter()
        self._names = 0

    def add(self, terms: Collection[int], field: Field) -> None:
        """Take what a text of the entry has."""
        for term in terms:
            self._nearest[term] = min(field, self._nearest.get(term, field))

    def add_name(self, terms: Collection[int], field: Field) -> None:
        """Take what one of its names has, or one of the ways in which people ask about it."""
        self._names += 1
        self._named.update(terms)
        self.add(terms, field)

    def postings(self, entry: int, half: float) -> Iterator[tuple[int, int]]:
        """Each term with its posting."""
        for term, field in self._nearest.items():
            told = much(self._named[term] / self._names, half) if field == Field.ALIAS else 1.0
            yield term, posting(entry, field, told)


def posting(entry: int, field: Field, told: float = 1.0) -> int:
    """The posting of an entry in which a term tells so much, from 0 to 1."""
    return entry << BITS | round(_ALL * told) << _FIELD_BITS | field


def field_of(number: int) -> Field:
    """The field of a posting."""
    return Field(number & _FIELD)


def much(share: float, half: float) -> float:
    """How much a term tells of an entry, of whose names it is in such a share: from 0 to 1, and soon near to it.

    What is in a share of `half` tells about half as much as what is in all.
    """
    return share * (1 + half) / (share + half)


def worths(weights: Weights) -> list[float]:
    """What a token is worth to an entry, by the last bits of its posting."""
    return [_worth(last, weights) for last in range(LAST + 1)]


def _worth(last: int, weights: Weights) -> float:
    field, told = last & _FIELD, (last >> _FIELD_BITS) / _ALL
    if field >= len(weights.fields):
        return 0.0
    return weights.fields[field] * (weights.passing + (1 - weights.passing) * told)


def postings_of(wanted: Collection[int], postings: "array[int]") -> list[int]:
    """The postings of the wanted entries, found one by one or by going through all, whichever is less work."""
    if len(postings) < len(wanted) * _BISECTING:
        return [each for each in postings if each >> BITS in wanted]
    found: list[int] = []
    size = len(postings)
    for entry in wanted:
        place = bisect_left(postings, entry << BITS)
        if place < size and (posting := postings[place]) >> BITS == entry:
            found.append(posting)
    return found


def posting_in(postings: "array[int]", entry: int) -> int | None:
    """The posting of one entry; None where it lacks the term."""
    place = bisect_left(postings, entry << BITS)
    return postings[place] if place < len(postings) and postings[place] >> BITS == entry else None
