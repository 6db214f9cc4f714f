"""How the score of an entry for a question comes about.

The score, from 0 to 1, has two parts. *Coverage* is the share of the question that the entry speaks of: each token
weighs as much as it is rare in the library (one that the library lacks weighs as much as the rarest), and counts for
what the field is worth in which the entry has it. *Phrase* is the best of the entry's titles and aliases taken whole:
how much of the question the phrase has, lessened by what else is in the phrase. A word that is misspelt or only begun
counts for less in both. Last, each kind has a factor. `Weights` has the numbers.

Tokens are counted from the rarest on. Where a library is so large that a word leads to very many entries, a common word
only adds to the entries that rarer ones have led to, or, if there are none, leads to those whose phrases it fills most.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.search.answer import Wanted
from bot.domain.search.index import FIELD_BITS, FIELD_MASK, Index
from bot.domain.search.tokens import Token
from bot.domain.search.vocabulary import Matches
from bot.domain.search.weights import Weights

if TYPE_CHECKING:
    from array import array  # subscripted in annotations alone: Python 3.11's array is no generic when it runs

    from bot.domain.model import Kind

_MOST_ENTRIES: Final = 200
_MOST_POSTINGS: Final = 300
"""So many postings are gone through for one question before common words lead to nothing new."""
_LITTLE: Final = 0.5
"""What has no more content than this and is not known is no thing that a question is about."""


class Scored(NamedTuple):
    """An entry's score for a question, and the phrase that speaks most for it."""

    entry: int
    score: float
    phrase: int = -1
    """The number of the best phrase; -1 when only the entry's texts speak for it."""
    filled: float = 0.0
    """How much of that phrase the question has."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A token with the terms it may stand for, the surest last, and what it weighs in the question."""

    matches: Matches
    weight: float
    """The token's own weight, with which the rarity of each of its terms is taken."""
    rarity: float
    size: int
    """How many postings its terms have."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best entries for a question, best first."""

    scored: tuple[Scored, ...] = ()
    known: float = 0.0
    """The share of the question that the library knows at all."""
    things: int = 0
    """How many things the question is about, words that only tell what is asked left out."""
    weighed: tuple[Weighed, ...] = ()
    mass: float = 0.0
    """What all tokens weigh together, those that the library lacks included."""


@dataclass(slots=True)
class _Counted:
    """What the tokens of a question give to entries, by their fields, and to phrases."""

    entries: dict[int, float] = field(default_factory=dict[int, float])
    phrases: dict[int, float] = field(default_factory=dict[int, float])

    def add(self, more: "_Counted") -> None:
        if not self.entries:
            self.entries, self.phrases = more.entries, more.phrases
            return
        for entry, value in more.entries.items():
            self.entries[entry] = self.entries.get(entry, 0.0) + value
        for phrase, value in more.phrases.items():
            self.phrases[phrase] = self.phrases.get(phrase, 0.0) + value


class Ranker:
    """Ranks the entries of an index."""

    def __init__(self, index: Index, weights: Weights) -> None:
        self._index = index
        self._weights = weights
        self._kinds: list[Kind] = [entry.kind for entry in index.entries]
        self._kind_factors = [weights.kinds[kind] for kind in self._kinds]

    def rank(self, tokens: Sequence[Token], limit: int, wanted: Wanted, *, begun: bool = False) -> Ranking:
        """The best entries, at most `limit`, that share anything with the tokens; `begun`: the last is half typed."""
        once = {token.term: token for token in tokens}
        last = tokens[-1].term if begun and tokens else None
        weighed = [self._weigh(token, begun=token.term == last) for token in once.values()]
        known = tuple(sorted((each for each in weighed if each.matches), key=lambda each: each.size))
        if not known:
            return Ranking()
        mass = sum(each.rarity for each in weighed)
        return Ranking(
            self._best(self._count(known), mass, limit, wanted),
            sum(each.rarity for each in known) / mass,
            sum(
                not self._index.is_light(token) and (bool(each.matches) or token.content > _LITTLE)
                for token, each in zip(once.values(), weighed, strict=True)
            ),
            known,
            mass,
        )

    def covered(self, ranking: Ranking, entry: int) -> float:
        """The share of the question that an entry has anywhere."""
        terms = self._index.terms
        had = 0.0
        for each in ranking.weighed:
            sure = (sure for term, sure in reversed(each.matches) if _has(terms[term].entries, entry))
            had += each.rarity * next(sure, 0.0)
        return had / ranking.mass

    def _weigh(self, token: Token, *, begun: bool) -> Weighed:
        matches = self._index.matches(token, begun=begun)
        terms = self._index.terms
        if matches:
            rarity = token.weight * max(terms[term].rarity * sure for term, sure in matches)
        else:
            share = 0.0 if token.is_literal else token.weight * token.content
            rarity = share * self._weights.unknown[token.script] * self._index.rarest
        size = sum(len(terms[term].entries) + len(terms[term].phrases) for term, _ in matches)
        return Weighed(sorted(matches, key=lambda match: match[1]), token.weight, rarity, size)

    def _count(self, weighed: Sequence[Weighed]) -> _Counted:
        counted = _Counted()
        looked_at = 0
        for each in weighed:
            looked_at += each.size
            if looked_at <= _MOST_POSTINGS:
                counted.add(self._led_to(each, _MOST_POSTINGS))
            elif counted.entries:
                counted = self._foremost(counted)
                counted.add(self._added_to(each, counted))
            else:
                counted.add(self._led_to(each, _MOST_POSTINGS // (2 * len(each.matches)) + 1))
        return counted

    def _led_to(self, each: Weighed, most: int) -> _Counted:
        """What a token gives to the entries and phrases that have it, by its best match in each."""
        found = _Counted()
        entries = found.entries
        for number, sure in each.matches:
            term = self._index.terms[number]
            # A token counts for what it weighs in the question, whichever of its terms an entry has.
            worth = [each.rarity * sure * share for share in self._weights.fields]
            for posting in islice(term.entries, most):
                entry = posting >> FIELD_BITS
                gain = worth[posting & FIELD_MASK]
                if gain > entries.get(entry, 0.0):
                    entries[entry] = gain
            if len(term.entries) > most:
                for phrase in islice(term.phrases, most):
                    entries.setdefault(self._index.phrase_entry[phrase], worth[0])
            found.phrases.update(dict.fromkeys(islice(term.phrases, most), term.rarity * sure * each.weight))
        return found

    def _added_to(self, each: Weighed, counted: _Counted) -> _Counted:
        """The same, for those entries and phrases alone that other tokens have led to."""
        found = _Counted()
        for number, sure in each.matches:
            term = self._index.terms[number]
            worth = [each.rarity * sure * share for share in self._weights.fields]
            for posting in _of(counted.entries, term.entries):
                entry = posting >> FIELD_BITS
                found.entries[entry] = max(worth[posting & FIELD_MASK], found.entries.get(entry, 0.0))
            for phrase in counted.phrases:
                if number in self._index.phrase_terms[phrase]:
                    found.phrases[phrase] = term.rarity * sure * each.weight
        return found

    def _foremost(self, counted: _Counted) -> _Counted:
        """The entries that have most so far, with their phrases."""
        if len(counted.entries) <= _MOST_ENTRIES:
            return counted
        best = nlargest(_MOST_ENTRIES, ((value, -entry) for entry, value in counted.entries.items()))
        kept = {-entry: value for value, entry in best}
        owners = self._index.phrase_entry
        return _Counted(kept, {phrase: value for phrase, value in counted.phrases.items() if owners[phrase] in kept})

    def _best(self, counted: _Counted, mass: float, limit: int, wanted: Wanted) -> tuple[Scored, ...]:
        values, phrases = self._best_phrases(counted.phrases)
        part, factors, kind_of = self._weights.phrase, self._kind_factors, self._kinds
        ranked = [
            (factors[entry] * ((1 - part) * value + part * values.get(entry, 0.0)) / mass, -entry)
            for entry, value in counted.entries.items()
            if wanted.kinds is None or kind_of[entry] in wanted.kinds
        ]
        ranked.sort(reverse=True)
        if wanted.where is not None:
            entries = ((each, self._index.entries[-each[1]]) for each in ranked)
            ranked = list(islice((each for each, entry in entries if wanted.takes(entry.kind, entry.id)), limit))
        return tuple(self._scored(-entry, score, counted, phrases) for score, entry in ranked[:limit])

    def _scored(self, entry: int, score: float, counted: _Counted, phrases: dict[int, int]) -> Scored:
        phrase = phrases.get(entry)
        if phrase is None:
            return Scored(entry, score)
        return Scored(entry, score, phrase, min(1.0, counted.phrases[phrase] / self._index.phrase_mass[phrase]))

    def _best_phrases(self, phrases: dict[int, float]) -> tuple[dict[int, float], dict[int, int]]:
        """For each entry the value of its best phrase, and the phrase."""
        least, rest = 1 - self._weights.filled, self._weights.filled
        masses, owners = self._index.phrase_mass, self._index.phrase_entry
        best: dict[int, float] = {}
        which: dict[int, int] = {}
        for phrase, value in phrases.items():
            entry = owners[phrase]
            most = best.get(entry, 0.0)
            if value > most:  # a phrase that is not full is worth less than this
                filled = value / masses[phrase]
                score = value * (least + rest * filled) if filled < 1 else value
                if score > most:
                    best[entry] = score
                    which[entry] = phrase
        return best, which


def _of(wanted: Collection[int], postings: "array[int]") -> Iterator[int]:
    """The postings of the wanted entries, found one by one or by going through all, whichever is less work."""
    if len(postings) < len(wanted) * _BISECTING:
        yield from (posting for posting in postings if posting >> FIELD_BITS in wanted)
        return
    for entry in wanted:
        place = bisect_left(postings, entry << FIELD_BITS)
        if place < len(postings) and postings[place] >> FIELD_BITS == entry:
            yield postings[place]


def _has(postings: "array[int]", entry: int) -> bool:
    return next(_of((entry,), postings), None) is not None


_BISECTING: Final = 6
"""Finding one posting costs about as much as looking at so many."""
