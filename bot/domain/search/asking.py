"""Ranks entries for a question as it was typed, with the words that ask for a kind; for a message by its sentences."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from bot.domain.model import Kind
from bot.domain.search.answer import Wanted
from bot.domain.search.deciding import RIVALS
from bot.domain.search.defining import Defining
from bot.domain.search.framing import Framing
from bot.domain.search.index import Index
from bot.domain.search.intent import Intent, Intents
from bot.domain.search.naming import Called, Naming
from bot.domain.search.rank import NOTHING_SPARED, Ranker, Ranking, Scored, Spared
from bot.domain.search.tokens import runs
from bot.domain.search.typed import PutRight

_INTENDED: Final = 1.35
"""By what the score of a kind grows when the question asks for that kind."""
_RAISED_FROM: Final = 40
"""So many of the best entries are looked at for those of a kind that the question asks for."""
_INTENT: Final = 0.3
"""What the words weigh that say which kind is wanted, where an entry has them: `refugee definition` is an alias."""
_FIRST: Final = 1.5
"""The score of what goes before all else, whatever may have been raised."""
_TEXT: Final = "document"
_LONG_TEXT: Final = 20
"""A text of more tokens than this is a message, not a question; its sentences are tried one by one."""
_SENTENCE = re.compile(r"[.!?\u3002\uff01\uff1f\n]+")


class Asking:
    """Reads questions against an index."""

    def __init__(self, index: Index, ranker: Ranker) -> None:
        self._index = index
        self._ranker = ranker
        self._intents = Intents()
        self._frames = Framing()
        self._naming = Naming(index, self._frames, ranker.kinds)
        self._defining = Defining(index, self._frames, self._naming)

    def rank(
        self,
        spelt: PutRight,
        limit: int,
        wanted: Wanted,
        spared: Spared = NOTHING_SPARED,
    ) -> Ranking:
        """The ranking for a question put right, or, for a message, the best that its sentences give each entry.

        What is spared is so where no entry is named and no kind is asked for; a ranking like it has `RIVALS` entries.
        """
        together = spelt.in_runs
        intent = self._intents.read(together)
        tokens = self._index.tokens_of(spelt.part(intent.about) if intent.kinds else spelt)
        limit = max(limit, RIVALS, _RAISED_FROM if intent.kinds else 0)
        if len(tokens) <= _LONG_TEXT:
            said = [each for each in self._index.tokens(intent.words) if self._index.has(each)] if intent.words else []
            meant = [*tokens, *(each._replace(weight=_INTENT) for each in said)]
            named, in_order = self._called(spelt, together, intent, wanted)
            if named or intent.kinds:
                spared = Spared(None if intent.kinds else spared.like)
            ranking = self._ranker.rank(meant, limit, wanted, spared=spared)
            return self._named(self._raised(ranking, intent.kinds), named, in_order)
        best: dict[int, Scored] = {}
        foremost = Ranking()
        for sentence in _SENTENCE.split(spelt.text):
            tokens = self._index.tokens_of(spelt.part(sentence))[: 2 * _LONG_TEXT]
            ranking = self._ranker.rank(tokens, limit, wanted)
            if ranking.scored and (not foremost.scored or ranking.scored[0].score > foremost.scored[0].score):
                foremost = ranking
            for scored in ranking.scored:
                if scored.entry not in best or scored.score > best[scored.entry].score:
                    best[scored.entry] = scored
        return foremost._replace(scored=_best_first(best.values())[:limit])

    def mentioned(self, spelt: PutRight, wanted: Wanted) -> tuple[Scored, ...]:
        """What a question names in passing, by a whole name that stands for itself."""
        named = self._defining.mentioned(spelt, wanted)
        return _best_first(Scored(number, called.worth, called.phrase, 1.0) for number, called in named.items())

    def _called(
        self, spelt: PutRight, together: str, intent: Intent, wanted: Wanted
    ) -> tuple[Mapping[int, Called], Sequence[int]]:
        """The entries that are named, by their numbers, and their order where it is known."""
        core, kinds = self._frames.within(together)
        found, tokens = runs(core), self._index.tokens_of(spelt if core == together else spelt.part(core))
        named = self._naming.named(found, tokens, wanted, kinds)
        if _TEXT in kinds:
            named = {number: each for number, each in named.items() if self._index.entries[number].kind in kinds}
        headed = [] if "term" in intent.kinds else self._naming.headed(found, tokens, wanted, named)
        for number in headed:
            named[number] = Called(_FIRST, True, -1)
        is_called_so = any(each.alike for each in named.values())
        if not is_called_so and (defined := self._defining.named(spelt, wanted)):
            return defined, list(defined)
        return named, ()

    def _named(self, ranking: Ranking, named: Mapping[int, Called], in_order: Sequence[int]) -> Ranking:
        """The ranking with the entries that are named at the worth of their names."""
        if not named:
            return ranking
        place = {each.entry: place for place, each in enumerate(ranking.scored)}
        likeliest_first = in_order or sorted(
            named, key=lambda entry: (not named[entry].alike, place.get(entry, len(place)), entry)
        )
        called = [Scored(entry, named[entry].worth, named[entry].phrase, 1.0) for entry in likeliest_first]
        others = [each for each in ranking.scored if each.entry not in named]
        return ranking._replace(scored=_best_first([*called, *others]), named=named)

    def _raised(self, ranking: Ranking, kinds: Collection[Kind]) -> Ranking:
        """The ranking with the entries raised that are of a kind which the question asks for."""
        if not kinds:
            return ranking
        raised = (
            each._replace(score=each.score * _INTENDED) if self._ranker.kind(each) in kinds else each
            for each in ranking.scored
        )
        return ranking._replace(scored=_best_first(raised))


def _best_first(scored: Iterable[Scored]) -> tuple[Scored, ...]:
    """By their scores; of those that have the same, in the order in which they are given."""
    return tuple(sorted(scored, key=lambda each: -each.score))
