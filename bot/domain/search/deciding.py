"""Decides what a ranking comes to: one answer, several to ask about, or none.

A score tells how well an entry fits; what else tells right answers from wrong ones is how many things of the question
agree on the entry. One word in common is chance, three are hardly ever. So *confidence* is the score, its doubt (what
the score lacks of 1) lessened by each further thing by which the entry is named; and where an entry of another topic
comes near, what it has too much is taken off. Nothing here depends on how large a library is.
"""

from dataclasses import dataclass
from typing import Final

from bot.domain.model import Kind
from bot.domain.search.answer import Outcome
from bot.domain.search.rank import Agreement, Ranker, Ranking, Scored
from bot.domain.search.topics import Topics


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a score is an answer; `benchmarks/choose.py` finds them on the tuning half of the golden questions."""

    match: float = 0.77
    """From this confidence on the best entry is the answer."""
    ask: float = 0.46
    """From this confidence on the best entries are worth asking about."""
    shared: float = 0.65
    """The part of the doubt that is left with each further thing of the question by which an entry is named."""
    clear: float = 0.82
    """Another topic may have as much of the best score without coming too near."""
    near: float = 0.34
    """From this score on an entry is near enough to be named where there is no answer."""


_TOPICS: Final = frozenset[Kind](("brief", "figure", "document"))
"""Kinds that compete for being the answer; a term or an article of the same topic is no other answer."""
_WHOLE: Final = 0.95
_MARGIN_OF_ONE: Final = 0.4
"""The margin for a question about one thing that is not the whole of any title or alias: `the nine` may be either."""
_CROWDING: Final = 2.0
"""So many times is taken off what share of the best score another topic has too much."""
_MOST_THINGS: Final = 4.0
"""More things than these say no more."""
RIVALS: Final = 9
"""So many of the best entries are looked at when it is decided whether one is clearly the best."""


class Deciding:
    """Decides by the limits of `Thresholds`."""

    def __init__(self, ranker: Ranker, topics: Topics, thresholds: Thresholds) -> None:
        self._ranker = ranker
        self._topics = topics
        self._thresholds = thresholds

    def outcome(self, ranking: Ranking) -> Outcome:
        """Whether the best entry of a ranking is the answer, or worth asking about, or nothing we have."""
        if not ranking.scored:
            return "none"
        best = ranking.scored[0]
        if best.entry in ranking.named:
            return self._named(ranking, best)
        limits = self._thresholds
        agreement = self._ranker.agreement(ranking, best.entry)
        further = min(_MOST_THINGS, agreement.things) - 1
        confidence = 1 - (1 - min(1.0, best.score)) * limits.shared ** max(0.0, further)
        if confidence < limits.ask:
            return "none"
        if confidence - self._crowding(ranking, best) < limits.match or self._is_of_part(ranking, best, agreement):
            return "ask"
        return "match"

    def _crowding(self, ranking: Ranking, best: Scored) -> float:
        """What is taken off because another topic comes too near."""
        kinds = _TOPICS if self._ranker.kind(best) in _TOPICS else {self._ranker.kind(best)}
        rival = next((each.score for each in self._others(ranking, best) if self._ranker.kind(each) in kinds), 0.0)
        return _CROWDING * max(0.0, rival / best.score - self._thresholds.clear)

    def _is_of_part(self, ranking: Ranking, best: Scored, agreement: Agreement) -> bool:
        """Whether a part of a name is all there is: of an alias, or of what others are named by nearly as well."""
        if best.filled >= _WHOLE:
            return False
        least = best.score * (1 - _MARGIN_OF_ONE)
        is_of_several = ranking.things == 1 and any(each.score >= least for each in self._others(ranking, best))
        return agreement.is_of_an_alias or is_of_several

    def _others(self, ranking: Ranking, best: Scored) -> list[Scored]:
        """The entries of other topics that come next."""
        return [each for each in ranking.scored[1:RIVALS] if not self._topics.are_one(best.entry, each.entry)]

    def _named(self, ranking: Ranking, best: Scored) -> Outcome:
        """One entry of that name is the answer; where several of its kind have it, each may be meant."""
        name = ranking.named[best.entry]
        rivals = (each for each in ranking.scored if each.entry in ranking.named and each is not best)
        alike = (each for each in rivals if ranking.named[each.entry][:2] >= name[:2])
        return "ask" if any(self._ranker.kind(each) == self._ranker.kind(best) for each in alike) else "match"
