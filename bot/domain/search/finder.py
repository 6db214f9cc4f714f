"""What a reader may mean by what was typed: the answer to a question, and the choices while it is being typed."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from rapidfuzz import fuzz

from bot.domain.citation.citations import Reading
from bot.domain.library import Library
from bot.domain.model import Boundary, Kind
from bot.domain.search.answer import Answer, Hit, Outcome, Wanted, Where, once
from bot.domain.search.bound import Bonds, Bound
from bot.domain.search.boundaries import Boundaries
from bot.domain.search.citing import Cited, Citing
from bot.domain.search.entries import Entry, entries
from bot.domain.search.index import Index
from bot.domain.search.intent import Intents
from bot.domain.search.lexicon import Lexicon
from bot.domain.search.people import People
from bot.domain.search.prefixes import Prefixes
from bot.domain.search.rank import Ranker, Ranking, Scored
from bot.domain.search.weights import Weights
from bot.domain.text.folding import SEARCHED


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


_INTENDED: Final = 1.35
"""By what the score of a kind grows when the question asks for that kind."""
_RAISED_FROM: Final = 40
"""So many of the best entries are looked at for those of a kind that the question asks for."""
_INTENT: Final = 0.3
"""What the words weigh that say which kind is wanted, where an entry has them: `refugee definition` is an alias."""
_TOPICS: Final = frozenset[Kind](("brief", "figure", "document"))
"""Kinds that compete for being the answer; a term or an article of the same topic is no other answer."""
_WHOLE: Final = 0.95
_MARGIN_OF_ONE: Final = 0.4
"""The margin for a question about one thing that is not the whole of any title or alias: `the nine` may be either."""
_LONG_TEXT: Final = 20
"""A text of more tokens than this is a message, not a question; its sentences are tried one by one."""
_SENTENCE = re.compile(r"[.!?\u3002\uff01\uff1f\n]+")
_NEAREST: Final = 3
_BEGUN: Final = 4
"""So many letters that begin a title or an alias are worth asking about though they are no word."""
_RIVALS: Final = 9
"""So many of the best entries are looked at when it is decided whether one is clearly the best."""


class Finder:
    """Finds what a library has; built once, when the library is loaded."""

    def __init__(
        self, library: Library, *, weights: Weights | None = None, thresholds: Thresholds | None = None
    ) -> None:
        self._library = library
        self._thresholds = thresholds or Thresholds()
        self._intents = Intents()
        self._people = People(library.people)
        weights = weights or Weights()
        self._index = Index(entries(library), Lexicon(library.wording), weights)
        self._citing = Citing(library, self._index.knows)
        self._boundaries = Boundaries(library.boundaries, self._index.is_word)
        self._prefixes = Prefixes(self._index.entries)
        self._in_order = sorted(self._index.entries, key=_place_in(library))
        self._ranker = Ranker(self._index, weights)
        self.citations = self._citing.citations
        self._bonds = Bonds(library, self.citations)

    @property
    def size(self) -> int:
        """How many entries there are to find."""
        return len(self._index.entries)

    def search(
        self, text: str, limit: int = 5, kinds: Collection[Kind] | None = None, where: Where | None = None
    ) -> Answer:
        """Answer a question: at most `limit` results, best first, of the kinds and entries that are wanted."""
        if boundary := self.boundary(text):
            return Answer("boundary", self._instead(boundary)[:limit])
        wanted = Wanted(kinds, where)
        ranking = self._rank(text, 2 * limit, wanted)
        hits = self._hits(ranking.scored)
        if bonds := [hit for hit in self._bound(text) if wanted.takes(hit.kind, hit.id)]:
            return Answer("match" if len(bonds) == 1 else "ask", once([*bonds, *hits])[:limit])
        cited = self._read(text)
        if found := self._cited(cited, hits, wanted):
            return replace(found, results=found.results[:limit])
        person = self._people.asked(text, named=bool(kinds) and "person" in kinds)
        if person and wanted.takes("person", person.id) and not self._has_brief(person.id, wanted):
            return Answer("match", (person, *hits)[:limit])
        outcome = self._outcome(ranking)
        if cited.is_not_stored or (cited.stranger and not self._index.knows(cited.stranger)):
            outcome = "none"
            hits = [hit for hit in hits if hit.kind != "article"]
        elif outcome == "none" and len(text) >= _BEGUN and (begun := self._begun(text, wanted)):
            return Answer("ask", once([*begun, *hits])[:limit])
        if outcome == "none":
            held = [hit for hit in cited.held if wanted.takes(hit.kind, hit.id)]
            near = [hit for hit in hits if hit.score >= self._thresholds.near][:_NEAREST]
            hits = held or near
        return Answer(outcome, tuple(hits[:limit]))

    def _read(self, text: str) -> Cited:
        """The articles that a question cites, as it is written or else with its spelling put right."""
        cited = self._citing.read(text)
        is_read = cited.articles or cited.instrument or cited.is_not_stored
        spelt = None if is_read else self._index.spelt(text)
        return self._citing.read(spelt.text) if spelt and spelt.sure else cited

    def _cited(self, cited: Cited, hits: Sequence[Hit], wanted: Wanted) -> Answer | None:
        """The articles that are cited, or the instrument that is named whole where no briefing is called so."""
        articles = [hit for hit in cited.articles if wanted.takes(hit.kind, hit.id)]
        if articles:
            others = [hit for hit in cited.others if wanted.takes(hit.kind, hit.id)]
            is_one = len({hit.id for hit in articles}) == 1 and not others and not cited.is_doubted
            return Answer("match" if is_one else "ask", once([*articles, *others, *hits]))
        named = cited.instrument
        has_brief = any(hit.kind == "brief" and hit.score >= _WHOLE for hit in hits[:1])
        if named and not has_brief and wanted.takes("instrument", named.id):
            return Answer("match", once([named, *hits]))
        return None

    def _has_brief(self, key: str, wanted: Wanted) -> bool:
        """Whether a briefing of the same id tells more of somebody, where a briefing is wanted."""
        return key in self._library.briefs and wanted.takes("brief", key)

    def boundary(self, text: str) -> Boundary | None:
        """The boundary that a text touches, as it is written or with its spelling put right."""
        if found := self._boundaries.asked(text):
            return found
        spelt = self._index.spelt(text)
        return self._boundaries.asked(spelt.text) if spelt.sure else None

    def complete(
        self, typed: str, kinds: Collection[Kind] | None = None, limit: int = 25, where: Where | None = None
    ) -> tuple[Hit, ...]:
        """The choices for a half-typed text, best first; for an empty one the most useful start.

        What would be the answer as far as it is typed comes first, so that choosing it and asking lead to the same.
        """
        return self._choices(self.search(typed, 1, kinds, where), typed, kinds, limit, where)

    def suggest(self, typed: str) -> tuple[Hit, ...]:
        """The choices for a half-typed question about anything: briefs, and before them what is its answer."""
        return self._choices(self.search(typed, 1), typed, {"brief"})

    def _choices(
        self,
        answer: Answer,
        typed: str,
        kinds: Collection[Kind] | None = None,
        limit: int = 25,
        where: Where | None = None,
    ) -> tuple[Hit, ...]:
        """What begins as it is typed or comes near it, after what would be the answer."""
        answered = answer.results if answer.outcome == "match" else ()
        return once([*answered, *self._near(typed, kinds, limit, where)])[:limit]

    def _near(self, typed: str, kinds: Collection[Kind] | None, limit: int, where: Where | None) -> tuple[Hit, ...]:
        wanted = Wanted(kinds, where)
        half_typed = not typed[-1:].isspace()
        tokens = self._index.tokens(typed, half_typed=half_typed)
        begun = self._begun(typed, wanted)
        if not tokens:
            return once([*begun, *self._start(limit, wanted)])[:limit]
        if kinds is not None and "person" in kinds:
            begun += [hit for hit in self._people.begun(typed) if wanted.takes("person", hit.id)]
        hits = [*begun, *self._hits(self._ranker.rank(tokens, limit, wanted, begun=half_typed).scored)]
        if kinds is None or "article" in kinds:
            articles = self._citing.read(typed).articles
            hits = [*(hit for hit in articles if wanted.takes(hit.kind, hit.id)), *hits]
        return once(hits)[:limit]

    def cited(self, text: str) -> Reading:
        """What a text cites, beside words of its own too."""
        return self._citing.reading(text)

    def bound(self, text: str) -> Bound | None:
        """What a question asks of who is bound by what; None where it asks something else."""
        return self._bonds.asked(text)

    def bound_state(self, text: str) -> Bound | None:
        """The same of a state's name alone, which asks for its treaties only where a treaty is asked for."""
        return self._bonds.of_state(text)

    def _bound(self, text: str) -> list[Hit]:
        asked = self.bound(text)
        if asked is None:
            return []
        meant = asked.instruments or self._bonds.told
        instruments = [each for key, each in self._library.instruments.items() if key in meant]
        return [Hit("instrument", each.id, 1.0, "asked", each.short) for each in instruments]

    def _begun(self, typed: str, wanted: Wanted) -> list[Hit]:
        """What has a title or an alias that begins so."""
        return [
            Hit(entry.kind, entry.id, 1.0, entry.phrases[place].why, entry.phrases[place].text)
            for number, place in self._prefixes.of(typed, wanted.kinds)
            if wanted.takes((entry := self._index.entries[number]).kind, entry.id)
        ]

    def _rank(self, text: str, limit: int, wanted: Wanted) -> Ranking:
        """The ranking for a question, or, for a message, the best that its sentences give each entry."""
        spelt = self._index.spelt(text)
        intent = self._intents.read(spelt.text)
        tokens = self._index.tokens_of(spelt._replace(text=intent.about))
        limit = max(limit, _RIVALS, _RAISED_FROM if intent.kinds else 0)
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
            each._replace(score=each.score * _INTENDED) if self._kind(each) in kinds else each
            for each in ranking.scored
        )
        return replace(ranking, scored=_best_first(raised))

    def _outcome(self, ranking: Ranking) -> Outcome:
        limits = self._thresholds
        if not ranking.scored or ranking.known < limits.known:
            return "none"
        best = ranking.scored[0]
        if best.score < limits.ask:
            return "none"
        if best.score < limits.match or self._ranker.covered(ranking, best.entry) < limits.covered:
            return "ask"
        if ranking.things == 1 and best.filled < _WHOLE:
            rivals, margin = ranking.scored[1:_RIVALS], _MARGIN_OF_ONE
        else:
            kinds = _TOPICS if self._kind(best) in _TOPICS else {self._kind(best)}
            rivals = [each for each in ranking.scored[1:_RIVALS] if self._kind(each) in kinds]
            margin = limits.margin
        return "ask" if any(each.score >= best.score * (1 - margin) for each in rivals) else "match"

    def _kind(self, scored: Scored) -> Kind:
        return self._index.entries[scored.entry].kind

    def _instead(self, boundary: Boundary) -> tuple[Hit, ...]:
        briefs = [Hit("brief", key, 0.5, "instead", self._library.briefs[key].title) for key in boundary.instead]
        return (Hit("boundary", boundary.id, 1.0, "asked", boundary.name), *briefs)

    def _start(self, limit: int, wanted: Wanted) -> list[Hit]:
        """The first of what there is."""
        entries = (entry for entry in self._in_order if wanted.takes(entry.kind, entry.id))
        return [Hit(entry.kind, entry.id, 0.0, "start", entry.title) for entry in islice(entries, limit)]

    def _hits(self, scored: Sequence[Scored]) -> list[Hit]:
        return [self._hit(*each) for each in scored]

    def _hit(self, number: int, score: float, phrase: int, _filled: float) -> Hit:
        entry = self._index.entries[number]
        score = min(1.0, round(score, 4))
        if phrase < 0:
            return Hit(entry.kind, entry.id, score, "text", entry.title)
        found = entry.phrases[self._index.phrase_place[phrase]]
        return Hit(entry.kind, entry.id, score, found.why, found.text)


def best_names(typed: str, names: Iterable[str], limit: int = 25) -> tuple[str, ...]:
    """Names for a half-typed text: those with a word it begins, then those much like it; all for an empty one."""
    sought = SEARCHED(typed)
    ranked: list[tuple[float, str]] = []
    for name in dict.fromkeys(names):
        folded = SEARCHED(name)
        if not sought or folded.startswith(sought):
            ranked.append((0, name))
        elif f" {sought}" in folded:
            ranked.append((1, name))
        elif (likeness := fuzz.partial_ratio(sought, folded, score_cutoff=75)) > 0:
            ranked.append((3 - likeness / 100, name))
    ranked.sort(key=lambda each: each[0])
    return tuple(name for _, name in ranked[:limit])


def _place_in(library: Library) -> Callable[[Entry], int]:
    """The order for an empty field: briefs by their groups, law and cases before sources; fragments of speech last."""
    groups = {group: place for place, group in enumerate(library.wording.groups)}

    def place(entry: Entry) -> int:
        if entry.kind == "brief":
            return groups.get(library.briefs[entry.id].group, 0)
        is_fragment = entry.kind == "quotation" and "fragment" in library.evidence[entry.id].flags
        return len(groups) + is_fragment

    return place


def _best_first(scored: Iterable[Scored]) -> tuple[Scored, ...]:
    return tuple(sorted(scored, key=lambda each: (-each.score, each.entry)))
