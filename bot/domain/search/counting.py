"""What the tokens of a question give to entries and phrases, and how that stays quick in a large library.

Tokens are counted from the rarest on. Where a library is so large that a word leads to very many entries, a common word
only adds to the entries that rarer ones have led to, or, if there are none, leads to those whose phrases it fills most.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from typing import Final, NamedTuple

from bot.domain.model import Kind
from bot.domain.search.index import Index
from bot.domain.search.postings import BITS, LAST, postings_of

_MOST_ENTRIES: Final = 200
_MOST_POSTINGS: Final = 300
"""So many postings are gone through for one question before common words lead to nothing new."""
_LEAST_KEPT: Final = 64
_MOST_KEPT: Final = 500
"""What a token gives is kept with it if it has so many postings: of fewer it is soon found anew; of more it is much."""


@dataclass(slots=True)
class Weighed:
    """A token with the terms it may stand for, the surest last, and what it weighs in the question."""

    matches: Sequence[tuple[int, float]]
    weight: float
    """The token's own weight, with which the rarity of each of its terms is taken."""
    rarity: float
    size: int
    """How many postings its terms have."""
    thing: float
    """How much of a thing it is that the question is about: nothing where it only tells what is asked."""
    gains: "dict[tuple[int, Span | None], Gains]" = field(default_factory=dict, compare=False)
    """What it was found to give by itself, by how many postings were gone through and within which span."""


@dataclass(slots=True)
class Gains:
    """What the tokens of a question give to entries, by their fields, and to phrases."""

    entries: dict[int, float] = field(default_factory=dict[int, float])
    phrases: dict[int, float] = field(default_factory=dict[int, float])

    def copy(self) -> "Gains":
        """The same, to be added to."""
        return Gains(self.entries.copy(), self.phrases.copy())

    def add(self, more: "Gains") -> None:
        """Add what another token gives."""
        if not self.entries:
            self.entries, self.phrases = more.entries.copy(), more.phrases.copy()
            return
        for so_far, further in ((self.entries, more.entries), (self.phrases, more.phrases)):
            for number, value in further.items():
                so_far[number] = so_far[number] + value if number in so_far else value

    def raise_by(self, more: "Gains") -> None:
        """Add what another token gives to what others lead to already."""
        for so_far, further in ((self.entries, more.entries), (self.phrases, more.phrases)):
            for number, value in further.items():
                if number in so_far:
                    so_far[number] += value


class Span(NamedTuple):
    """The entries of one kind, and their phrases, which follow each other: from where to before where."""

    entry: int
    end: int
    phrase: int
    last: int


class Counting:
    """Counts in an index."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._spans = dict(_spans(index))

    def count(self, weighed: Sequence[Weighed], kinds: Collection[Kind] | None) -> Gains:
        """What all of the tokens give, those with the fewest postings first; to entries of one kind if that is all."""
        span = self._spans.get(next(iter(kinds))) if kinds and len(kinds) == 1 else None
        counted: Gains | None = None
        looked_at = 0
        for each in weighed:
            looked_at += each.size
            if counted is None:
                is_little = looked_at <= _MOST_POSTINGS
                most = _MOST_POSTINGS if is_little else _MOST_POSTINGS // (2 * len(each.matches)) + 1
                counted = self._led_to(each, most, span).copy()
            elif looked_at <= _MOST_POSTINGS:
                counted.add(self._led_to(each, _MOST_POSTINGS, span))
            else:
                counted = self._foremost(counted)
                if each.size <= _MOST_KEPT:
                    counted.raise_by(self._led_to(each, each.size, span))
                else:
                    counted.add(self._added_to(each, counted))
        return counted or Gains()

    def _led_to(self, each: Weighed, most: int, span: Span | None) -> Gains:
        """What a token gives to the entries and phrases that have it, by its best match in each."""
        most = min(most, each.size)
        if each.size < _LEAST_KEPT:
            return self._uncached_led_to(each, most, span)
        gains = each.gains.get((most, span))
        if gains is None:
            gains = each.gains[most, span] = self._uncached_led_to(each, most, span)
        return gains

    def _uncached_led_to(self, each: Weighed, most: int, span: Span | None) -> Gains:
        entries, phrases = dict[int, float](), dict[int, float]()
        worths = self._index.worths
        for number, sure in each.matches:
            term = self._index.terms[number]
            # A token counts for what it weighs in the question, whichever of its terms an entry has.
            whole = each.rarity * sure
            postings, named = term.entries[:most], term.phrases[:most]
            if span:
                postings = postings[bisect_left(postings, span.entry << BITS) : bisect_left(postings, span.end << BITS)]
                named = [phrase for phrase in named if span.phrase <= phrase < span.last]
            gains = {posting >> BITS: whole * worths[posting & LAST] for posting in postings}
            if entries:
                for entry, gain in gains.items():
                    if entry not in entries or gain > entries[entry]:
                        entries[entry] = gain
            else:
                entries = gains
            if len(term.entries) > most:
                for phrase in named:
                    entries.setdefault(self._index.phrase_entry[phrase], whole)
            phrases.update(dict.fromkeys(named, term.rarity * sure * each.weight))
        return Gains(entries, phrases)

    def _added_to(self, each: Weighed, counted: Gains) -> Gains:
        """The same, for those entries and phrases alone that other tokens have led to."""
        found = Gains()
        worths, terms_of = self._index.worths, self._index.phrase_terms
        for number, sure in each.matches:
            term = self._index.terms[number]
            whole = each.rarity * sure
            for posting in postings_of(counted.entries, term.entries):
                entry, gain = posting >> BITS, whole * worths[posting & LAST]
                if gain > found.entries.get(entry, 0.0):
                    found.entries[entry] = gain
            there = [phrase for phrase in counted.phrases if number in terms_of[phrase]]
            found.phrases.update(dict.fromkeys(there, term.rarity * sure * each.weight))
        return found

    def _foremost(self, counted: Gains) -> Gains:
        """The entries that have most so far, with their phrases."""
        if len(counted.entries) <= _MOST_ENTRIES:
            return counted
        best = nlargest(_MOST_ENTRIES, ((value, -entry) for entry, value in counted.entries.items()))
        kept = {-entry: value for value, entry in best}
        owners = self._index.phrase_entry
        return Gains(kept, {phrase: value for phrase, value in counted.phrases.items() if owners[phrase] in kept})


def _spans(index: Index) -> Iterator[tuple[Kind, Span]]:
    """The span of each kind."""
    start = 0
    for kind, count in Counter[Kind](entry.kind for entry in index.entries).items():
        end = start + count
        yield kind, Span(start, end, bisect_left(index.phrase_entry, start), bisect_left(index.phrase_entry, end))
        start = end
