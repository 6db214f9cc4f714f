"""What a reader may mean by what was typed: the answer to a question, and the choices while it is being typed."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz

from bot.domain.library import Library
from bot.domain.model import Kind
from bot.domain.search.answer import Answer, Hit, Outcome, once
from bot.domain.search.boundaries import Boundaries
from bot.domain.search.citing import Citing
from bot.domain.search.cues import Cues
from bot.domain.search.entries import Entry, entries
from bot.domain.search.fold import fold
from bot.domain.search.index import Index, Ranking, Scored, Weights
from bot.domain.search.units import Lexicon

Where = Callable[[Kind, str], bool]
"""Whether an entry, by kind and id, may be offered."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a score is an answer; `benchmarks/choose.py` finds them on the tuning half of the golden questions."""

    match: float = 0.62
    """From this score on the best entry may be the answer by itself."""
    ask: float = 0.36
    """From this score on the best entries are worth asking about."""
    margin: float = 0.09
    """Entries whose score is within this share of the best are as good as it."""
    known: float = 0.3
    """The share of the question that the library must know at all."""
    covered: float = 0.58
    """The share of the question that an entry must speak of to be the answer by itself."""


_CUED: Final = 1.35
"""By what the score of a kind grows when the question asks for that kind."""
_CUE: Final = 0.3
"""What the words weigh that say which kind is wanted, where an entry has them: `refugee definition` is an alias."""
_TOPICS: Final = frozenset[Kind](("brief", "figure", "document"))
"""Kinds that compete for being the answer; a term or an article of the same topic is no other answer."""
_WHOLE: Final = 0.95
_MARGIN_OF_ONE: Final = 0.4
"""The margin for a question about one thing that is not the whole of any title or alias: `the nine` may be either."""
_LONG_TEXT: Final = 20
"""A text of more units than this is a message, not a question; its sentences are tried one by one."""
_SENTENCE = re.compile(r"[.!?\u3002\uff01\uff1f\n]+")
_NEAREST: Final = 3

_Wanted = Callable[[Entry], bool] | None


class Finder:
    """Finds what a library has; built once, when the library is loaded."""

    def __init__(
        self, library: Library, *, weights: Weights | None = None, thresholds: Thresholds | None = None
    ) -> None:
        self._library = library
        self._thresholds = thresholds or Thresholds()
        self._citing = Citing(library)
        self._cues = Cues()
        self._boundaries = Boundaries(library.boundaries)
        self._index = Index(entries(library), Lexicon(library.wording), weights)
        self._entries = {(entry.kind, entry.id): entry for entry in self._index.entries}
        self.citations = self._citing.citations

    def search(
        self, text: str, limit: int = 5, kinds: Collection[Kind] | None = None, where: Where | None = None
    ) -> Answer:
        """Answer a question: at most `limit` results, best first, of the kinds and entries that are wanted."""
        boundary = self._boundaries.asked(text)
        if boundary is not None:
            return Answer("boundary", self._instead(boundary)[:limit])
        wanted = _wanted(kinds, where)
        ranking = self._rank(text, wanted)
        hits = self._hits(ranking.scored[: 2 * limit])
        cited = [hit for hit in self._citing.cited(text) if self._is_wanted(hit, wanted)]
        if cited:
            others = [hit for hit in self._citing.others(text) if self._is_wanted(hit, wanted)]
            outcome = "match" if len(cited) == 1 and not others else "ask"
            return Answer(outcome, once([*cited, *others, *hits])[:limit])
        outcome = self._outcome(ranking)
        stranger = self._citing.stranger(text)
        if self._citing.is_stored_nowhere(text) or (stranger and not self._index.knows(stranger)):
            outcome = "none"
            hits = [hit for hit in hits if hit.kind != "article"]
        if outcome == "none":
            limit = min(limit, _NEAREST)
        return Answer(outcome, tuple(hits[:limit] or self._start(wanted, limit)))

    def complete(
        self, typed: str, kinds: Collection[Kind] | None = None, limit: int = 25, where: Where | None = None
    ) -> tuple[Hit, ...]:
        """The choices for a half-typed text, best first; for an empty one the most useful start."""
        wanted = _wanted(kinds, where)
        half_typed = not typed[-1:].isspace()
        units = self._index.units(typed, half_typed=half_typed)
        if not units:
            return tuple(self._start(wanted, limit))
        ranking = self._index.rank(units, begun=half_typed, wanted=wanted)
        hits = self._hits(ranking.scored[: 2 * limit])
        if kinds is None or "article" in kinds:
            hits = [*(hit for hit in self._citing.cited(typed) if self._is_wanted(hit, wanted)), *hits]
        return once(hits)[:limit]

    def _rank(self, text: str, wanted: _Wanted) -> Ranking:
        """The ranking for a question, or, for a message, the best that its sentences give each entry."""
        asked = self._cues.read(text)
        units = self._index.units(asked.about)
        if len(units) <= _LONG_TEXT:
            cues = (replace(unit, weight=_CUE) for unit in self._index.units(asked.cues) if self._index.has(unit))
            return self._cue(self._index.rank([*units, *cues], wanted=wanted), asked.kinds)
        best: dict[int, Scored] = {}
        known = 0.0
        for sentence in _SENTENCE.split(text):
            part = self._index.rank(self._index.units(sentence)[: 2 * _LONG_TEXT], wanted=wanted)
            known = max(known, part.known)
            for scored in part.scored[:_LONG_TEXT]:
                if scored.entry not in best or scored.score > best[scored.entry].score:
                    best[scored.entry] = scored
        return self._cue(Ranking(_best_first(best.values()), known), asked.kinds)

    def _cue(self, ranking: Ranking, cued: Collection[Kind]) -> Ranking:
        if not cued:
            return ranking
        raised = (
            replace(each, score=each.score * _CUED) if self._kind(each) in cued else each for each in ranking.scored
        )
        return replace(ranking, scored=_best_first(raised))

    def _outcome(self, ranking: Ranking) -> Outcome:
        limits = self._thresholds
        if not ranking.scored or ranking.known < limits.known:
            return "none"
        best = ranking.scored[0]
        if best.score < limits.ask:
            return "none"
        if best.score < limits.match or best.covered < limits.covered:
            return "ask"
        kinds = _TOPICS if self._kind(best) in _TOPICS else {self._kind(best)}
        names_one_thing = ranking.things == 1 and best.filled < _WHOLE
        margin = _MARGIN_OF_ONE if names_one_thing else limits.margin
        rivals = (each for each in ranking.scored[1:9] if self._kind(each) in kinds)
        return "ask" if any(each.score >= best.score * (1 - margin) for each in rivals) else "match"

    def _kind(self, scored: Scored) -> Kind:
        return self._index.entries[scored.entry].kind

    def _is_wanted(self, hit: Hit, wanted: _Wanted) -> bool:
        return wanted is None or wanted(self._entries[hit.kind, hit.id])

    def _instead(self, boundary: str) -> tuple[Hit, ...]:
        found = self._library.boundaries[boundary]
        briefs = [Hit("brief", key, 0.5, "instead", self._library.briefs[key].title) for key in found.instead]
        return (Hit("boundary", boundary, 1.0, "asked", found.title), *briefs)

    def _start(self, wanted: _Wanted, limit: int) -> list[Hit]:
        chosen = [entry for entry in self._index.entries if wanted is None or wanted(entry)]
        return [Hit(entry.kind, entry.id, 0.0, "start", entry.title) for entry in chosen[:limit]]

    def _hits(self, scored: Sequence[Scored]) -> list[Hit]:
        hits: list[Hit] = []
        for each in scored:
            entry = self._index.entries[each.entry]
            score = min(1.0, round(each.score, 4))
            if each.phrase >= 0:
                phrase = entry.phrases[self._index.phrases[each.phrase][1]]
                hits.append(Hit(entry.kind, entry.id, score, phrase.why, phrase.text))
            else:
                hits.append(Hit(entry.kind, entry.id, score, "text", entry.title))
        return hits


def best_names(typed: str, names: Iterable[str], limit: int = 25) -> tuple[str, ...]:
    """Names for a half-typed text: those with a word it begins, then those much like it; all for an empty one."""
    sought = fold(typed).strip()
    ranked: list[tuple[float, str]] = []
    for name in dict.fromkeys(names):
        folded = fold(name)
        if not sought or folded.startswith(sought):
            ranked.append((0, name))
        elif f" {sought}" in folded:
            ranked.append((1, name))
        elif (likeness := fuzz.partial_ratio(sought, folded, score_cutoff=75)) > 0:
            ranked.append((3 - likeness / 100, name))
    ranked.sort(key=lambda each: each[0])
    return tuple(name for _, name in ranked[:limit])


def _wanted(kinds: Collection[Kind] | None, where: Where | None) -> _Wanted:
    if kinds is None and where is None:
        return None

    def is_wanted(entry: Entry) -> bool:
        return (kinds is None or entry.kind in kinds) and (where is None or where(entry.kind, entry.id))

    return is_wanted


def _best_first(scored: Iterable[Scored]) -> tuple[Scored, ...]:
    return tuple(sorted(scored, key=lambda each: (-each.score, each.entry)))
