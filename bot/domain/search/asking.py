"""Ranks entries for a question as it was typed, with the words that ask for a kind; for a message by its sentences."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from bot.domain.model import Kind
from bot.domain.search.answer import Wanted
from bot.domain.search.deciding import RIVALS
from bot.domain.search.index import Index
from bot.domain.search.intent import Intents
from bot.domain.search.rank import Ranker, Ranking, Scored

_INTENDED: Final = 1.35
"""By what the score of a kind grows when the question asks for that kind."""
_RAISED_FROM: Final = 40
"""So many of the best entries are looked at for those of a kind that the question asks for."""
_INTENT: Final = 0.3
"""What the words weigh that say which kind is wanted, where an entry has them: `refugee definition` is an alias."""
_LONG_TEXT: Final = 20
"""A text of more tokens than this is a message, not a question; its sentences are tried one by one."""
_SENTENCE = re.compile(r"[.!?\u3002\uff01\uff1f\n]+")


class Asking:
    """Reads questions against an index."""

    def __init__(self, index: Index, ranker: Ranker) -> None:
        self._index = index
        self._ranker = ranker
        self._intents = Intents()

    def rank(self, text: str, limit: int, wanted: Wanted) -> Ranking:
        """The ranking for a question, or, for a message, the best that its sentences give each entry."""
        spelt = self._index.spelt(text)
        intent = self._intents.read(spelt.text)
        tokens = self._index.tokens_of(spelt._replace(text=intent.about))
        limit = max(limit, RIVALS, _RAISED_FROM if intent.kinds else 0)
        if len(tokens) <= _LONG_TEXT:
            said = (each for each in self._index.tokens(intent.words) if self._index.has(each))
            tokens += (each._replace(weight=_INTENT) for each in said)
            return self._raised(self._ranker.rank(tokens, limit, wanted), intent.kinds)
        best: dict[int, Scored] = {}
        foremost = Ranking()
        for sentence in _SENTENCE.split(text):
            ranking = self._ranker.rank(self._index.tokens(sentence)[: 2 * _LONG_TEXT], limit, wanted)
            if ranking.scored and (not foremost.scored or ranking.scored[0].score > foremost.scored[0].score):
                foremost = ranking
            for scored in ranking.scored:
                if scored.entry not in best or scored.score > best[scored.entry].score:
                    best[scored.entry] = scored
        return replace(foremost, scored=_best_first(best.values())[:limit])

    def _raised(self, ranking: Ranking, kinds: Collection[Kind]) -> Ranking:
        """The ranking with the entries raised that are of a kind which the question asks for."""
        if not kinds:
            return ranking
        raised = (
            each._replace(score=each.score * _INTENDED) if self._ranker.kind(each) in kinds else each
            for each in ranking.scored
        )
        return replace(ranking, scored=_best_first(raised))


def _best_first(scored: Iterable[Scored]) -> tuple[Scored, ...]:
    return tuple(sorted(scored, key=lambda each: (-each.score, each.entry)))
