"""How the score of an entry for a question comes about.

The score, from 0 to 1, has two parts. *Coverage* is the share of the question that the entry speaks of: each token
weighs as much as it is rare in the library (one that the library lacks weighs as much as the rarest), and counts for
what the field is worth in which the entry has it, and for how much it tells there. A token in the title tells all; one
that is in aliases, or in what people ask, tells the more, the more of the entry's names have it (`postings.py`).
*Phrase* is the best of the entry's titles and aliases taken whole: how much of the question the phrase has, lessened by
what else is in the phrase. A word that is misspelt or only begun counts for less in both. Last, each kind has a factor.

    score = kind * ((1 - phrase) * sum(weight * worth) + phrase * best) / sum(weight)
    worth = field * (passing + (1 - passing) * told)
    told = share * (1 + half) / (share + half), where share is names with the token / names of the entry

`Weights` has the numbers.
"""

import weakref
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.domain.search.answer import Hit, Wanted
from bot.domain.search.counting import Counting, Gains, Weighed
from bot.domain.search.entries import Field
from bot.domain.search.index import Index
from bot.domain.search.naming import Called
from bot.domain.search.postings import LAST, field_of, posting_in
from bot.domain.search.tokens import Token
from bot.domain.search.weights import Weights

if TYPE_CHECKING:
    from bot.domain.model import Kind

_size_of: Final = attrgetter("size")
_WHOLE: Final = 1024
_BEGUN: Final = 512
"""So many words, whole and half typed, are known at once with what they weigh and give: most texts have the same."""
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


class Ranking(NamedTuple):
    """The best entries for a question, best first."""

    scored: tuple[Scored, ...] = ()
    things: int = 0
    """How many things the question is about, words that only tell what is asked left out."""
    weighed: tuple[Weighed, ...] = ()
    mass: float = 0.0
    """What all tokens of the question weigh together, in tokens as rare as the rarest."""
    named: Mapping[int, Called] = MappingProxyType({})
    """The entries that the question names."""


class Spared(NamedTuple):
    """What may spare ranking a question."""

    like: Ranking | None = None
    """A ranking for the same wishes, of at least as many entries: it is the same where the tokens are."""
    is_worth: Callable[[float, float], bool] | None = None
    """Whether something can come of a score that is no greater, for so many things; if not, nothing is ranked."""


NOTHING_SPARED: Final = Spared()


class Ranker:
    """Ranks the entries of an index."""

    def __init__(self, index: Index, weights: Weights) -> None:
        self._index = index
        self._weights = weights
        self._counting = Counting(index)
        self._most = max(weights.kinds.values())
        itself: Ranker = weakref.proxy(self)  # with a true reference nothing but the collector could free either
        self._whole = lru_cache(maxsize=_WHOLE)(partial(Ranker._weighed, itself, begun=False))
        self._begun = lru_cache(maxsize=_BEGUN)(partial(Ranker._weighed, itself, begun=True))
        self._kinds: list[Kind] = [entry.kind for entry in index.entries]
        self.kinds = weights.kinds
        self._kind_factors = [weights.kinds[kind] for kind in self._kinds]

    def rank(
        self,
        tokens: Sequence[Token],
        limit: int,
        wanted: Wanted,
        *,
        begun: bool = False,
        spared: Spared = NOTHING_SPARED,
    ) -> Ranking:
        """The best entries, at most `limit`, that share anything with the tokens; `begun`: the last is half typed."""
        once = {token.term: token for token in tokens}
        last = tokens[-1].term if begun and tokens else None
        weighed = [self._begun(token) if token.term == last else self._whole(token) for token in once.values()]
        known = tuple(sorted([each for each in weighed if each.matches], key=_size_of))
        if not known:
            return Ranking()
        mass, things = sum([each.rarity for each in weighed]), sum([each.thing > 0 for each in weighed])
        most = self._most * sum([each.rarity for each in known]) / mass
        if spared.is_worth and not spared.is_worth(most, things):
            return Ranking()
        rarest = mass / self._index.rarest
        if (like := spared.like) and (like.weighed, like.mass, like.things) == (known, rarest, things):
            return like._replace(scored=like.scored[:limit])
        counted = self._counting.count(known, wanted.kinds)
        return Ranking(self._best(counted, mass, limit, wanted), things, known, rarest)

    def agreement(self, ranking: Ranking, entry: int) -> float:
        """How many of a question's things name an entry, each counted for how much it says of it."""
        terms, worths = self._index.terms, self._index.worths
        own_words = Field.WORDS if self._kinds[entry] == "quotation" else Field.WHO
        things = 0.0
        for each in ranking.weighed:
            for number, _ in reversed(each.matches):
                found = posting_in(terms[number].entries, entry)
                if found is not None:
                    if field_of(found) <= own_words:
                        things += each.thing * worths[found & LAST]
                    break
        return things

    def _weighed(self, token: Token, *, begun: bool) -> Weighed:
        matches = self._index.matches(token, begun=begun)
        terms = self._index.terms
        is_light = self._index.is_light(token)
        if matches:
            rarity = token.weight * max(terms[term].rarity * sure for term, sure in matches)
        elif token.is_literal:
            rarity = 0.0
        else:
            part = self._weights.light if is_light else self._weights.unknown[token.script]
            rarity = token.weight * token.content * part * self._index.rarest
        size = sum(len(terms[term].entries) + len(terms[term].phrases) for term, _ in matches)
        surest_last = tuple(sorted(matches, key=lambda match: match[1]))
        says_little = is_light or (not matches and token.content <= _LITTLE)
        return Weighed(surest_last, token.weight, rarity, size, 0.0 if says_little else token.weight)

    def _best(self, counted: Gains, mass: float, limit: int, wanted: Wanted) -> tuple[Scored, ...]:
        values, phrases = self._best_phrases(counted.phrases)
        part, factors, kind_of = self._weights.phrase, self._kind_factors, self._kinds
        entries = counted.entries.items()
        if wanted.kinds is not None:
            entries = [each for each in entries if kind_of[each[0]] in wanted.kinds]
        rest = 1 - part
        ranked = [
            (factors[entry] * (rest * value + part * values[entry] if entry in values else rest * value) / mass, -entry)
            for entry, value in entries
        ]
        ranked.sort(reverse=True)
        if wanted.where is not None or wanted.hidden:
            entries = ((each, self._index.entries[-each[1]]) for each in ranked)
            ranked = list(islice((each for each, entry in entries if wanted.takes(entry.kind, entry.id)), limit))
        values, masses = counted.phrases, self._index.phrase_mass
        return tuple(
            [
                Scored(-entry, score, phrase := phrases[-entry], min(1.0, values[phrase] / masses[phrase]))
                if -entry in phrases
                else Scored(-entry, score)
                for score, entry in ranked[:limit]
            ]
        )

    def _best_phrases(self, phrases: dict[int, float]) -> tuple[dict[int, float], dict[int, int]]:
        """For each entry the value of its best phrase, and the phrase."""
        least, rest = 1 - self._weights.filled, self._weights.filled
        masses, owners = self._index.phrase_mass, self._index.phrase_entry
        best: dict[int, float] = {}
        which: dict[int, int] = {}
        for phrase, value in phrases.items():
            entry = owners[phrase]
            if entry not in best or value > best[entry]:  # a phrase that is not full is worth less than its value
                filled = value / masses[phrase]
                score = value * (least + rest * filled) if filled < 1 else value
                if entry not in best or score > best[entry]:
                    best[entry] = score
                    which[entry] = phrase
        return best, which

    def kind(self, scored: Scored) -> "Kind":
        """The kind of an entry."""
        return self._kinds[scored.entry]

    def hits(self, scored: Sequence[Scored]) -> list[Hit]:
        """The entries with their scores, as they are offered."""
        entries, places = self._index.entries, self._index.phrase_place
        hits: list[Hit] = []
        for number, score, phrase, _ in scored:
            entry, score = entries[number], min(1.0, round(score, 4))  # noqa: PLW2901
            if phrase < 0:
                hits.append(Hit(entry.kind, entry.id, score, "text", entry.title))
            else:
                found = entry.phrases[places[phrase]]
                hits.append(Hit(entry.kind, entry.id, score, found.why, found.text))
        return hits
