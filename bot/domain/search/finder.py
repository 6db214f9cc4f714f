"""What a reader may mean by what was typed: the answer to a question, and the choices while it is being typed."""

from collections.abc import Callable, Collection, Hashable, Sequence
from copy import copy
from dataclasses import replace
from typing import Any, Final, TypeVar

from bot.domain.citation.citations import Reading
from bot.domain.fingerprint import fingerprint
from bot.domain.library import Library
from bot.domain.model import Boundary, Kind
from bot.domain.recent import Recent
from bot.domain.search.answer import Answer, Hit, Outcome, Wanted, Where, once
from bot.domain.search.asking import Asking
from bot.domain.search.bound import Bonds, Bound
from bot.domain.search.boundaries import Boundaries
from bot.domain.search.citing import Cited, Citing
from bot.domain.search.completing import Completing
from bot.domain.search.deciding import RIVALS, Deciding, Thresholds
from bot.domain.search.entries import entries
from bot.domain.search.index import Index
from bot.domain.search.lexicon import Lexicon
from bot.domain.search.offices import Offices
from bot.domain.search.people import People, QuotedPerson
from bot.domain.search.question import Question
from bot.domain.search.rank import Ranker, Ranking, Spared
from bot.domain.search.stemming import without_particles
from bot.domain.search.topics import Topics
from bot.domain.search.weights import Weights
from bot.domain.text.folding import SEARCHED
from bot.domain.text.scripts import is_unspaced

Found = TypeVar("Found")

_NEAREST: Final = 3
_CHOICES: Final = 25
_KEPT: Final = 2_000
"""Answers to what was asked of late, which many ask alike."""
_WHOLE: Final = 0.95
_CLOSE: Final = 0.8
"""From this score on a briefing that is the answer fits better than whose words are asked for."""
_BEGUN: Final = 4
"""So many letters that begin a title or an alias are worth asking about though they are no word."""
_LETTERS_OF_A_SYLLABLE: Final = 2
"""At least as many letters has a syllable of Hangul, and as much says a Han character."""


class Finder:
    """Finds what a library has; built once, when the library is loaded."""

    def __init__(
        self, library: Library, *, weights: Weights | None = None, thresholds: Thresholds | None = None
    ) -> None:
        self._library = library
        self._thresholds = thresholds or Thresholds()
        self._people = People(library.people)
        weights = weights or Weights()
        self._index = Index(entries(library), Lexicon(library.wording), weights)
        self._offices = Offices(self._index, library.people)
        self._citing = Citing(library, self._index.knows)
        knows = self._index.spelling.knows
        self._boundaries = (
            Boundaries(library.boundaries, knows),
            Boundaries(library.boundaries, knows, where_nothing_fits=True),
        )
        self._ranker = Ranker(self._index, weights)
        self._asking = Asking(self._index, self._ranker)
        self._deciding = Deciding(self._ranker, Topics(library, self._index.entries), self._thresholds)
        self._completing = Completing(library, self._index, self._ranker, self._people)
        self.citations = self._citing.citations
        self._bonds = Bonds(library, self.citations)
        self._hidden = frozenset[str]()
        self._kept = Recent[Hashable, tuple[Any]](most=_KEPT)

    @property
    def size(self) -> int:
        """How many entries there are to find."""
        return len(self._index.entries)

    def without(self, briefs: frozenset[str]) -> "Finder":
        """The same for a place in which some briefings are not shown; it shares all that was built."""
        found = copy(self)
        found._hidden = briefs  # noqa: SLF001 - a copy of this one
        return found

    def search(
        self, text: str | Question, limit: int = 5, kinds: Collection[Kind] | None = None, where: Where | None = None
    ) -> Answer:
        """Answer a question: at most `limit` results, best first, of the kinds and entries that are wanted."""
        question = self.read(text)
        if where is not None:
            return self._searched(question, limit, kinds, where)
        way = ("search", limit, None if kinds is None else frozenset(kinds))
        return self._once(question.text, way, lambda: self._searched(question, limit, kinds))

    def _searched(
        self, question: Question, limit: int, kinds: Collection[Kind] | None, where: Where | None = None
    ) -> Answer:
        wanted = Wanted(kinds, where, self._hidden)
        found = Answer("boundary", ()) if question.boundary else self._fitting(question, limit, wanted)
        if found.outcome != "match" and (boundary := question.boundary_otherwise):
            return Answer("boundary", self._instead(boundary)[:limit])
        return found

    def _fitting(self, question: Question, limit: int, wanted: Wanted) -> Answer:
        """What fits a question that touches no boundary in any case."""
        ranking = self._asking.rank(question.typed.whole, 2 * limit, wanted)
        hits = self._ranker.hits(ranking.scored[: 2 * limit])
        outcome = self._outcome(question, ranking)
        if found := self._asked_for(question, ranking, outcome, hits, wanted):
            return replace(found, results=found.results[:limit])
        cited = question.cited
        if self._is_of_another(cited):
            outcome = "none"
            hits = [hit for hit in hits if hit.kind != "article"]
        elif outcome == "none" and (begun := self._half_typed(question, wanted) or self._mentioned(question, wanted)):
            return Answer("ask", once([*begun, *hits])[:limit])
        if outcome == "none":
            held = [hit for hit in cited.held if wanted.takes(hit.kind, hit.id)]
            near = [hit for hit in hits if hit.score >= self._thresholds.near][:_NEAREST]
            hits = held or near
        return Answer(outcome, tuple(hits[:limit]))

    def _asked_for(
        self, question: Question, ranking: Ranking, outcome: Outcome, hits: Sequence[Hit], wanted: Wanted
    ) -> Answer | None:
        """What a question asks for in a form of its own: what binds whom, an article, somebody."""
        is_defined = hits[:1] and hits[0].kind == "term" and ranking.scored[0].entry in ranking.named
        if wanted.may_take("instrument") and not is_defined:
            bonds = [hit for hit in self._bound(question) if wanted.takes(hit.kind, hit.id)]
            if bonds:
                return Answer("match" if len(bonds) == 1 else "ask", once([*bonds, *hits]))
        if (wanted.may_take("instrument") or wanted.may_take("article")) and (
            found := self._cited(question.cited, hits, wanted)
        ):
            return found
        return self._persons(question, outcome, hits, wanted) if wanted.may_take("person") else None

    def _expected(self, question: Question, wanted: Wanted, like: Ranking | None) -> Hit | None:
        """What is the answer to a question as far as it is typed; the same as the one that `search` is sure of.

        What costs most is asked last: most questions that are half typed have no answer yet.
        """
        ranking = self._asking.rank(question.typed.whole, 2, wanted, Spared(like, self._deciding.may_match))
        hits = self._ranker.hits(ranking.scored[:2])
        outcome = self._outcome(question, ranking)
        found = self._asked_for(question, ranking, outcome, hits, wanted)
        if found is None:
            is_sure = outcome == "match" and not self._is_of_another(question.cited)
            found = Answer("match" if is_sure else "ask", tuple(hits))
        if found.outcome != "match" or question.boundary:
            return None
        return found.results[0]

    def _outcome(self, question: Question, ranking: Ranking) -> Outcome:
        """What a ranking comes to; an article is not meant by a number that cites none, as in `33 refugees`."""
        outcome = self._deciding.outcome(ranking)
        is_article = outcome == "match" and self._ranker.kind(ranking.scored[0]) == "article"
        if is_article and any(run.script == "digits" for run in question.typed.runs):
            return "ask"
        return outcome

    def _is_of_another(self, cited: Cited) -> bool:
        """Whether a question is about an article that is not stored, or about a law that is none of ours."""
        return cited.is_not_stored or bool(cited.stranger and not self._index.knows(cited.stranger))

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

    def _persons(self, question: Question, outcome: Outcome, hits: Sequence[Hit], wanted: Wanted) -> Answer | None:
        """Who is asked for, by name or office, or whose words, where nothing fits the question better."""
        spelt = question.typed.whole
        named = wanted.kinds is not None and "person" in wanted.kinds
        asked = self._people.asked(question.in_runs, named=named) or self._offices.asked(spelt)
        people = [hit for hit in asked if wanted.takes("person", hit.id)]
        if len(people) > 1 or (people and not self._has_brief(people[0].id, wanted)):
            return Answer("match" if len(people) == 1 else "ask", (*people, *hits))
        quoted = self._people.quoted(question.in_runs) or (self._people.quoted(spelt.in_runs) if spelt.sure else None)
        if quoted and wanted.takes("person", quoted.person.id) and self._is_for(quoted, outcome, hits):
            return Answer("ask", once([quoted.person, *hits]))
        return None

    def _is_for(self, quoted: QuotedPerson, outcome: Outcome, hits: Sequence[Hit]) -> bool:
        """Whether somebody whose words are asked for fits better than what is found."""
        best = hits[0] if hits else None
        if best is None or (best.kind != "quotation" and best.score < _WHOLE and outcome != "match"):
            return True
        is_answered = best.kind == "quotation" or best.score >= _CLOSE or not quoted.is_full
        role = self._library.people[quoted.person.id].role
        return not is_answered and not self._index.says_more(quoted.rest, role)

    def _has_brief(self, key: str, wanted: Wanted) -> bool:
        """Whether a briefing of the same id tells more of somebody, where a briefing is wanted."""
        return key in self._library.briefs and wanted.takes("brief", key)

    def read(self, text: str | Question) -> Question:
        """A text to be given to several of the methods, which read it once then; one that was read stays as it is."""
        if isinstance(text, Question):
            return text
        return Question(text, self._index, self._boundaries, self._citing, self._bonds)

    def boundary(self, text: str | Question) -> Boundary | None:
        """The boundary that a text touches, as it is written or with its spelling put right."""
        question = self.read(text)
        return self._once(question.text, "boundary", lambda: question.boundary)

    def complete(
        self,
        typed: str | Question,
        kinds: Collection[Kind] | None = None,
        limit: int = _CHOICES,
        where: Where | None = None,
    ) -> tuple[Hit, ...]:
        """The choices for a half-typed text, best first; for an empty one the most useful start.

        What would be the answer as far as it is typed comes first, so that choosing it and asking lead to the same.
        """
        question, wanted = self.read(typed), Wanted(kinds, where, self._hidden)
        near, ranking = self._completing.near(question, limit, wanted)
        expected = self._expected(question, wanted, ranking)
        return once([expected, *near])[:limit] if expected else near

    def suggest(self, typed: str | Question) -> tuple[Hit, ...]:
        """The choices for a half-typed question about anything: briefs, and before them what is its answer."""
        question = self.read(typed)
        near, _ = self._completing.near(question, _CHOICES, Wanted({"brief"}, hidden=self._hidden))
        expected = self._expected(question, Wanted(hidden=self._hidden), None)
        return once([expected, *near])[:_CHOICES] if expected else near

    def _once(self, text: str, way: Hashable, find: Callable[[], Found]) -> Found:
        """What is found in some way for a text; it is kept by the text's fingerprint, never by the text."""
        (found,) = self._kept.once((fingerprint(text), way, self._hidden), lambda: (find(),))
        return found

    def cited(self, text: str) -> Reading:
        """What a text cites, beside words of its own too."""
        return self._citing.reading(text)

    def bound(self, text: str | Question) -> Bound | None:
        """What a question asks of who is bound by what; None where it asks something else."""
        question = self.read(text)
        return self._once(question.text, "bound", lambda: question.bound)

    def bound_state(self, text: str) -> Bound | None:
        """The same of a state's name alone, which asks for its treaties only where a treaty is asked for."""
        return self._bonds.of_state(text)

    def _bound(self, question: Question) -> list[Hit]:
        asked = question.bound_if_spelt
        if asked is None:
            return []
        meant = asked.instruments or self._bonds.told
        instruments = [each for key, each in self._library.instruments.items() if key in meant]
        return [Hit("instrument", each.id, 1.0, "asked", each.short) for each in instruments]

    def _half_typed(self, question: Question, wanted: Wanted) -> list[Hit]:
        """What may be meant by a text that is no question as it stands but may be the beginning of one."""
        text = question.text
        if sum(_LETTERS_OF_A_SYLLABLE if is_unspaced(character) else 1 for character in text) < _BEGUN:
            return []
        begun = list(self._completing.begun(question.typed.folded, wanted))
        begun = begun or list(self._completing.begun(SEARCHED(without_particles(text.rstrip())), wanted))
        if begun or not is_unspaced(text.rstrip()[-1:]):
            return begun
        ranking = self._ranker.rank(self._index.tokens_of(question.typed.begun), RIVALS, wanted, begun=True)
        return self._ranker.hits(ranking.scored) if self._deciding.outcome(ranking) != "none" else []

    def _mentioned(self, question: Question, wanted: Wanted) -> list[Hit]:
        """What is named in passing by a question that nothing else fits."""
        return self._ranker.hits(self._asking.mentioned(question.typed.whole, wanted))

    def _instead(self, boundary: Boundary) -> tuple[Hit, ...]:
        shown = [key for key in boundary.instead if key not in self._hidden]
        briefs = [Hit("brief", key, 0.5, "instead", self._library.briefs[key].title) for key in shown]
        return (Hit("boundary", boundary.id, 1.0, "asked", boundary.name), *briefs)
