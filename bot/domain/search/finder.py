"""What a reader may mean by what was typed: the answer to a question, and the choices while it is being typed."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from rapidfuzz import fuzz

from bot.domain.articlenumber import key_of
from bot.domain.citation import Citation, Citations, Reading
from bot.domain.library import Library
from bot.domain.model import Kind
from bot.domain.search.boundaries import Boundaries
from bot.domain.search.cues import Cues
from bot.domain.search.entries import Entry, entries
from bot.domain.search.fold import fold
from bot.domain.search.index import Index, Ranking, Scored, Weights
from bot.domain.search.units import Lexicon, Unit

Outcome = Literal["match", "ask", "none", "boundary"]
Where = Callable[[Kind, str], bool]
"""Whether an entry, by kind and id, may be offered."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something to offer, and why."""

    kind: Kind
    id: str
    score: float
    """From 0 to 1; comparable within one answer."""
    why: str
    """One word for what matched: title, alias, article, term, words, speaker, publisher, author, text, asked, start."""
    matched: str
    """The title, alias or other text that matched."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question means: one thing, one of several, nothing we have, or something we do not answer.

    With `none` the results are the nearest topics, to be offered as no more than that; with `boundary` the boundary comes
    first and after it the briefs to read instead.
    """

    outcome: Outcome
    results: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a score is an answer; `benchmarks/choose.py` found them on the tuning half of the questions."""

    match: float = 0.46
    """From this score on the best entry may be the answer by itself."""
    ask: float = 0.3
    """From this score on the best entries are worth asking about."""
    margin: float = 0.07
    """Entries whose score is within this share of the best are as good as it."""
    known: float = 0.34
    """The share of the question that the library must know at all."""


_CUED: Final = 1.35
"""By what the score of a kind grows when the question asks for that kind."""
_TOPICS: Final = frozenset[Kind](("brief", "figure", "document"))
_LONG_TEXT: Final = 20
"""A text of more units than this is a message, not a question; its sentences are tried one by one."""
_SENTENCE = re.compile(r"[.!?\u3002\uff01\uff1f\n]+")
_NEAREST: Final = 3


class Finder:
    """Finds what a library has; built once, when the library is loaded."""

    def __init__(
        self, library: Library, *, weights: Weights | None = None, thresholds: Thresholds | None = None
    ) -> None:
        self.citations = Citations(library.instruments.values())
        self._thresholds = thresholds or Thresholds()
        self._library = library
        self._lexicon = Lexicon(library.wording)
        self._cues = Cues()
        self._index = Index(entries(library), self._lexicon, weights)
        self._boundaries = Boundaries(library.boundaries)
        self._number = {(entry.kind, entry.id): number for number, entry in enumerate(self._index.entries)}

    def search(
        self, text: str, limit: int = 5, kinds: Collection[Kind] | None = None, where: Where | None = None
    ) -> Answer:
        """Answer a question: at most `limit` results, best first, of the kinds and entries that are wanted."""
        boundary = self._boundaries.asked(text)
        if boundary is not None:
            return Answer("boundary", self._instead(boundary)[:limit])
        wanted = _wanted(kinds, where)
        asked, cued = self._cues.read(text)
        units = self._lexicon.units(asked)
        ranking = self._rank(units, asked, cued, wanted)
        cited = self._cited(text, units, wanted)
        if cited is not None:
            hits = [
                *cited.results,
                *(hit for hit in self._hits(ranking.scored[: limit * 2]) if hit not in cited.results),
            ]
            return Answer(cited.outcome, _once(hits)[:limit])
        outcome = self._outcome(ranking, units)
        count = min(limit, _NEAREST) if outcome == "none" else limit
        hits = self._hits(ranking.scored[:limit]) or self._start(wanted, count)
        return Answer(outcome, tuple(hits[:count] if outcome == "none" else hits))

    def complete(
        self, typed: str, kinds: Collection[Kind] | None = None, limit: int = 25, where: Where | None = None
    ) -> tuple[Hit, ...]:
        """The choices for a half-typed text, best first; for an empty one the most useful start."""
        wanted = _wanted(kinds, where)
        units = self._lexicon.units(typed)
        if not units:
            return tuple(self._start(wanted, limit))
        half_typed = not typed[-1:].isspace()
        ranking = self._index.rank(units, begun=half_typed, wanted=wanted)
        hits = self._hits(ranking.scored[: limit * 2])
        if kinds is None or "article" in kinds:
            cited = [
                self._article_hit(citation) for citation in self.citations.read(typed).citations if citation.article
            ]
            hits = [*(hit for hit in cited if wanted is None or wanted(self._entry(hit))), *hits]
        return _once(hits)[:limit]

    def _rank(
        self, units: Sequence[Unit], asked: str, cued: Collection[Kind], wanted: Callable[[Entry], bool] | None
    ) -> Ranking:
        if len(units) <= _LONG_TEXT:
            return self._cue(self._index.rank(units, wanted=wanted), cued)
        best: dict[int, Scored] = {}
        known = 0.0
        for sentence in _SENTENCE.split(asked):
            part = self._index.rank(self._lexicon.units(sentence)[: 2 * _LONG_TEXT], wanted=wanted)
            known = max(known, part.known)
            for scored in part.scored[:_LONG_TEXT]:
                if scored.entry not in best or scored.score > best[scored.entry].score:
                    best[scored.entry] = scored
        merged = sorted(best.values(), key=lambda each: (-each.score, each.entry))
        return self._cue(Ranking(tuple(merged), known), cued)

    def _cue(self, ranking: Ranking, cued: Collection[Kind]) -> Ranking:
        if not cued:
            return ranking
        raised = [
            Scored(each.entry, min(1.0, each.score * _CUED), each.phrase, each.phrase_score)
            if self._index.entries[each.entry].kind in cued
            else each
            for each in ranking.scored
        ]
        return Ranking(tuple(sorted(raised, key=lambda each: (-each.score, each.entry))), ranking.known)

    def _outcome(self, ranking: Ranking, units: Sequence[Unit]) -> Outcome:
        limits = self._thresholds
        if not ranking.scored or ranking.known < limits.known:
            return "none"
        best = ranking.scored[0]
        if best.score < limits.ask:
            return "none"
        if best.score < limits.match:
            return "ask"
        kind = self._index.entries[best.entry].kind
        rivals = [
            each
            for each in ranking.scored[1:10]
            if each.score >= best.score * (1 - limits.margin)
            and self._index.entries[each.entry].kind in (_TOPICS if kind in _TOPICS else {kind})
        ]
        return "ask" if rivals else "match"

    def _cited(self, text: str, units: Sequence[Unit], wanted: Callable[[Entry], bool] | None) -> Answer | None:
        """The answer to a question that is a citation; None when it is a question in words."""
        reading = self.citations.read(text)
        if reading.stranger and not self._index.knows(self._lexicon.units(reading.stranger)):
            return Answer("none", ())
        stored = [citation for citation in reading.citations if citation.article]
        hits = [self._article_hit(citation) for citation in stored]
        hits = [hit for hit in hits if wanted is None or wanted(self._entry(hit))]
        if hits:
            others = [] if reading.instruments else self._begun_by(stored)
            return Answer("match" if len(hits) == 1 and not others else "ask", tuple(hits + others))
        if reading.citations:
            return Answer("none", ())
        return None

    def _begun_by(self, stored: Sequence[Citation]) -> list[Hit]:
        """Other articles whose number begins as a bare one does: `article 3` may be the start of 33."""
        return [
            Hit("article", provision.id, 0.5, "article", provision.citation)
            for citation in stored
            if not citation.paragraph
            for provision in self._library.provisions.values()
            if provision.id != citation.article
            and key_of(provision.article.number)[0].startswith(key_of(citation.number)[0])
        ]

    def _article_hit(self, citation: Citation) -> Hit:
        return Hit("article", citation.article or "", 1.0, "article", self.citations.printed(citation))

    def _entry(self, hit: Hit) -> Entry:
        return self._index.entries[self._number[hit.kind, hit.id]]

    def _instead(self, boundary: str) -> tuple[Hit, ...]:
        found = self._library.boundaries[boundary]
        briefs = [Hit("brief", key, 0.5, "instead", self._library.briefs[key].title) for key in found.instead]
        return (Hit("boundary", boundary, 1.0, "asked", found.title), *briefs)

    def _start(self, wanted: Callable[[Entry], bool] | None, limit: int) -> list[Hit]:
        chosen = [entry for entry in self._index.entries if wanted is None or wanted(entry)]
        return [Hit(entry.kind, entry.id, 0.0, "start", entry.title) for entry in chosen[:limit]]

    def _hits(self, scored: Iterable[Scored]) -> list[Hit]:
        hits: list[Hit] = []
        for each in scored:
            entry = self._index.entries[each.entry]
            if each.phrase >= 0:
                phrase = entry.phrases[self._index.phrases[each.phrase][1]]
                hits.append(Hit(entry.kind, entry.id, round(each.score, 4), phrase.why, phrase.text))
            else:
                hits.append(Hit(entry.kind, entry.id, round(each.score, 4), "text", entry.title))
        return hits


def best_names(typed: str, names: Iterable[str], limit: int = 25) -> tuple[str, ...]:
    """Names for a half-typed text: those with a word it begins, then those much like it; all of them for an empty one."""
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


def _wanted(kinds: Collection[Kind] | None, where: Where | None) -> Callable[[Entry], bool] | None:
    if kinds is None and where is None:
        return None

    def is_wanted(entry: Entry) -> bool:
        return (kinds is None or entry.kind in kinds) and (where is None or where(entry.kind, entry.id))

    return is_wanted


def _once(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    first: dict[tuple[Kind, str], Hit] = {}
    for hit in hits:
        first.setdefault((hit.kind, hit.id), hit)
    return tuple(first.values())
