"""Decides what a ranking comes to: one answer, several to ask about, or none.

A score tells how well an entry fits; what else tells right answers from wrong ones is how many things of the question
agree on the entry. One word in common is chance, three are hardly ever. So *confidence* is the score, its doubt (what
the score lacks of 1) lessened by each further thing that says something of the entry, by as much as it says. And the
best entry must lead: its *lead* is what it has more of the question than the next entry of another topic, counted in
words as rare as the rarest. Where it leads by less than `lead`, what is lacking is taken off. What is said of an entry
only in passing is never an answer: together it must come to one thing that says all, or be a whole name. Nothing here
depends on how large a library is.
"""

from dataclasses import dataclass
from typing import Final

from bot.domain.model import Kind
from bot.domain.search.answer import Outcome
from bot.domain.search.rank import Ranker, Ranking, Scored
from bot.domain.search.topics import Topics


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a score is an answer; `benchmarks/choose.py` finds them."""

    match: float = 0.64
    """From this confidence on the best entry is the answer."""
    ask: float = 0.27
    """From this confidence on the best entries are worth asking about."""
    shared: float = 0.69
    """The part of the doubt that is left with each further thing of the question that says all of an entry."""
    lead: float = 0.22
    """By so much the best entry is to lead, in words as rare as the rarest."""
    crowding: float = 4.0
    """So many times is taken off what the lead lacks."""
    aside: float = 0.13
    """By so much surer must be what stands beside answers: what somebody said, a number, a document, an article."""
    near: float = 0.25
    """From this score on an entry is near enough to be named where there is no answer."""


_TOPICS: Final = frozenset[Kind](("brief", "figure", "document"))
"""Kinds that compete for being the answer; a term or an article of the same topic is no other answer."""
_ASIDE: Final = frozenset[Kind](("quotation", "figure", "document", "article"))
_WHOLE: Final = 0.95
_MARGIN_OF_ONE: Final = 0.4
"""The margin for a question about one thing that is not the whole of any title or alias: `the nine` may be either."""
_ONE_THING: Final = 0.95
"""One thing, as much as it can be told apart from nearly one."""
_MOST_THINGS: Final = 3.0
"""More things than these say no more."""
_ROUNDING: Final = 1e-9
RIVALS: Final = 9
"""So many of the best entries are looked at when it is decided whether one is clearly the best."""


class Deciding:
    """Decides by the limits of `Thresholds`."""

    def __init__(self, ranker: Ranker, topics: Topics, thresholds: Thresholds) -> None:
        self._ranker = ranker
        self._topics = topics
        self._thresholds = thresholds

    def may_match(self, score: float, things: float) -> bool:
        """Whether a question of so many things may have an answer if no entry that it does not name has more."""
        further = max(0.0, min(_MOST_THINGS, things) - 1)
        return 1 - (1 - min(1.0, score)) * self._thresholds.shared**further >= self._thresholds.match - _ROUNDING

    def outcome(self, ranking: Ranking) -> Outcome:
        """Whether the best entry of a ranking is the answer, or worth asking about, or nothing we have."""
        if not ranking.scored:
            return "none"
        best = ranking.scored[0]
        if best.entry in ranking.named:
            return self._named(ranking, best)
        limits = self._thresholds
        things = self._ranker.agreement(ranking, best.entry)
        further = max(0.0, min(_MOST_THINGS, things) - 1)
        confidence = 1 - (1 - min(1.0, best.score)) * limits.shared**further
        if confidence < limits.ask:
            return "none"
        others = [each for each in ranking.scored[1:RIVALS] if not self._topics.are_one(best.entry, each.entry)]
        lacking = max(0.0, limits.lead - self._lead(ranking, best, others))
        needed = limits.match + (limits.aside if self._ranker.kind(best) in _ASIDE else 0.0)
        if confidence - limits.crowding * lacking < needed:
            return "ask"
        is_whole = best.filled >= _WHOLE
        return "match" if is_whole or (things >= _ONE_THING and not _is_of_several(ranking, best, others)) else "ask"

    def _lead(self, ranking: Ranking, best: Scored, others: list[Scored]) -> float:
        """By how much the best entry is before those of other topics that it competes with."""
        kinds = _TOPICS if self._ranker.kind(best) in _TOPICS else {self._ranker.kind(best)}
        rival = next((each.score for each in others if self._ranker.kind(each) in kinds), 0.0)
        return (best.score - rival) * ranking.mass

    def _named(self, ranking: Ranking, best: Scored) -> Outcome:
        """One entry of that name is the answer; where several of its kind have it, each may be meant."""
        name = ranking.named[best.entry]
        rivals = (each for each in ranking.scored if each.entry in ranking.named and each is not best)
        alike = (each for each in rivals if ranking.named[each.entry][:2] >= name[:2])
        return "ask" if any(self._ranker.kind(each) == self._ranker.kind(best) for each in alike) else "match"


def _is_of_several(ranking: Ranking, best: Scored, others: list[Scored]) -> bool:
    """Whether one thing is all there is, and others are named by it nearly as well."""
    return ranking.things == 1 and any(each.score >= best.score * (1 - _MARGIN_OF_ONE) for each in others)
