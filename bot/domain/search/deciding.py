"""Decides what a ranking comes to: one answer, several to ask about, or none."""

from dataclasses import dataclass
from typing import Final

from bot.domain.model import Kind
from bot.domain.search.answer import Outcome
from bot.domain.search.rank import Ranker, Ranking


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a score is an answer; `benchmarks/choose.py` finds them on the tuning half of the golden questions."""

    match: float = 0.6
    """From this score on the best entry may be the answer by itself."""
    ask: float = 0.36
    """From this score on the best entries are worth asking about."""
    margin: float = 0.07
    """Entries whose score is within this share of the best are as good as it."""
    near: float = 0.29
    """From this score on an entry is near enough to be named where there is no answer."""
    known: float = 0.3
    """The share of the question that the library must know at all."""
    covered: float = 0.58
    """The share of the question that an entry must speak of to be the answer by itself."""


_TOPICS: Final = frozenset[Kind](("brief", "figure", "document"))
"""Kinds that compete for being the answer; a term or an article of the same topic is no other answer."""
_WHOLE: Final = 0.95
_MARGIN_OF_ONE: Final = 0.4
"""The margin for a question about one thing that is not the whole of any title or alias: `the nine` may be either."""
RIVALS: Final = 9
"""So many of the best entries are looked at when it is decided whether one is clearly the best."""


class Deciding:
    """Decides by the limits of `Thresholds`."""

    def __init__(self, ranker: Ranker, thresholds: Thresholds) -> None:
        self._ranker = ranker
        self._thresholds = thresholds

    def outcome(self, ranking: Ranking) -> Outcome:
        """Whether the best entry of a ranking is the answer, or worth asking about, or nothing we have."""
        limits = self._thresholds
        if not ranking.scored or ranking.known < limits.known:
            return "none"
        best = ranking.scored[0]
        if best.score < limits.ask:
            return "none"
        if best.score < limits.match or self._ranker.covered(ranking, best.entry) < limits.covered:
            return "ask"
        if ranking.things == 1 and best.filled < _WHOLE:
            rivals, margin = ranking.scored[1:RIVALS], _MARGIN_OF_ONE
        else:
            kinds = _TOPICS if self._ranker.kind(best) in _TOPICS else {self._ranker.kind(best)}
            rivals = [each for each in ranking.scored[1:RIVALS] if self._ranker.kind(each) in kinds]
            margin = limits.margin
        return "ask" if any(each.score >= best.score * (1 - margin) for each in rivals) else "match"
