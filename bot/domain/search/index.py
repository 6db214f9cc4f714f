"""Every entry under every word that leads to it, and the score of entries for the units of a question.

The score of an entry, from 0 to 1, has two parts. *Coverage* is the share of the question that the entry speaks of: each
unit weighs as much as it is rare in the library (a unit the library does not know weighs almost as much as the rarest),
and counts for as much as the field is worth in which the entry has it. *Phrase* is the best of the entry's titles and
aliases taken whole: how much of the question the phrase has, lessened by what else is in the phrase. A word that is
misspelt or only begun counts for less in both. Last, each kind has a factor, so that a brief goes before the term or the
quotation that would do as well.
"""

import math
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.model import Kind
from bot.domain.search.entries import FIELD_WEIGHTS, Entry
from bot.domain.search.units import Lexicon, Unit
from bot.domain.search.vocabulary import Matches, Vocabulary

_FIELDS: Final = 8
"""A posting is the number of an entry times this, plus the field."""
_PART_OF_A_NAME: Final = 0.6
"""What one word of a name of several words is worth for the whole."""
_MISSPELT: Final = 0.92


@dataclass(frozen=True, slots=True)
class Weights:
    """The settings of the score; `benchmarks/choose.py` tried others and writes down what they gave."""

    coverage: float = 0.55
    phrase: float = 0.45
    filled: float = 0.55
    """How much of a phrase's worth hangs on the question filling it."""
    unknown: Mapping[str, float] | None = None
    kinds: Mapping[Kind, float] | None = None


_UNKNOWN: Final[Mapping[str, float]] = {"latin": 0.8, "digits": 0.6, "hangul": 0.45, "han": 0.4, "kana": 0.6}
"""The weight of a unit that the library lacks, as a share of the rarest unit's, by script."""
_KINDS: Final[Mapping[Kind, float]] = {
    "brief": 1.0, "figure": 0.86, "article": 0.84, "term": 0.84, "document": 0.8, "quotation": 0.78,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scored:
    """An entry's score for a question, and the phrase that speaks most for it."""

    entry: int
    score: float
    phrase: int
    """The number of the best phrase; -1 when only the entry's texts speak for it."""
    phrase_score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """The entries for a question, best first, and the share of the question that the library knows at all."""

    scored: tuple[Scored, ...]
    known: float


class Index:
    """Built once for a library's entries."""

    def __init__(self, entries: Sequence[Entry], lexicon: Lexicon, weights: Weights | None = None) -> None:
        self.entries = tuple(entries)
        self._lexicon = lexicon
        self._weights = weights or Weights()
        self._kinds = self._weights.kinds or _KINDS
        self._unknown = self._weights.unknown or _UNKNOWN
        self._terms: dict[str, int] = {}
        self._postings: list[array[int]] = []
        self._phrase_postings: list[array[int]] = []
        self._phrase_entry = array("L")
        self._phrase_weight = array("d")
        self.phrases: list[tuple[int, int]] = []
        """For each phrase its entry and its place among the entry's phrases."""
        surfaces: dict[str, dict[int, float]] = {}
        phrase_terms: list[list[int]] = []
        for number, entry in enumerate(self.entries):
            self._add(number, entry, surfaces, phrase_terms)
        self._add_names(surfaces)
        self._rarity = [math.log1p(len(self.entries) / len(postings)) for postings in self._postings]
        self._rarest = math.log1p(len(self.entries))
        self._phrase_mass = array("d", (sum(self._rarity[term] for term in terms) for terms in phrase_terms))
        self._vocabulary = Vocabulary(surfaces)

    def _add(
        self, number: int, entry: Entry, surfaces: dict[str, dict[int, float]], phrase_terms: list[list[int]]
    ) -> None:
        nearest: dict[int, int] = {}
        for place, phrase in enumerate(entry.phrases):
            units = self._lexicon.units(phrase.text)
            terms = self._learn(units, surfaces)
            for term in terms:
                nearest[term] = min(nearest.get(term, _FIELDS), phrase.field)
            if terms:
                for term in terms:
                    self._phrase_postings[term].append(len(self.phrases))
                self.phrases.append((number, place))
                phrase_terms.append(terms)
        for field, text in entry.texts:
            for term in self._learn(self._lexicon.units(text), surfaces):
                nearest[term] = min(nearest.get(term, _FIELDS), field)
        for term, field in nearest.items():
            self._postings[term].append(number * _FIELDS + field)

    def _learn(self, units: list[Unit], surfaces: dict[str, dict[int, float]]) -> list[int]:
        """The terms of units, each once; their spellings, and those of neighbours written as one word, are kept."""
        terms: dict[int, None] = {}
        before: tuple[Unit, int] | None = None
        for unit in units:
            term = self._terms.setdefault(unit.term, len(self._terms))
            if term == len(self._postings):
                self._postings.append(array("L"))
                self._phrase_postings.append(array("L"))
            terms[term] = None
            surfaces.setdefault(unit.surface, {}).setdefault(term, 1.0)
            if before and unit.script == before[0].script == "latin" and " " not in before[0].surface + unit.surface:
                joined = surfaces.setdefault(before[0].surface + unit.surface, {})
                joined.setdefault(before[1], 1.0)
                joined.setdefault(term, 1.0)
            before = (unit, term)
        return list(terms)

    def _add_names(self, surfaces: dict[str, dict[int, float]]) -> None:
        """Let every name of a thing lead to it, whole or, where the word means nothing else, in part."""
        for thing, names in sorted(self._lexicon.names.items()):
            term = self._terms.get(thing)
            if term is None:
                continue
            for name in sorted(names):
                surfaces.setdefault(name, {}).setdefault(term, 1.0)
        for thing, names in sorted(self._lexicon.names.items()):
            term = self._terms.get(thing)
            if term is None:
                continue
            for name in sorted(names):
                words = name.split(" ")
                for word in words if len(words) > 1 else ():
                    if len(word) > 2 and not self._lexicon.is_stop_word(word):  # noqa: PLR2004 - de, un, of
                        surfaces.setdefault(word, {}).setdefault(term, _PART_OF_A_NAME)

    def knows(self, units: Sequence[Unit]) -> bool:
        """Whether any entry has one of the units."""
        return any(self.matches(unit, begun=False) for unit in units)

    def matches(self, unit: Unit, *, begun: bool) -> Matches:
        """The terms that a unit may stand for; `begun` is for the word that is still being typed."""
        term = self._terms.get(unit.term)
        found: Matches = [(term, 1.0)] if term is not None else self._vocabulary.exact(unit.surface)
        if begun:
            more = self._vocabulary.begun(unit.surface)
            return found + [match for match in more if match[0] != term] if found else more or self._slips(unit)
        return found or self._slips(unit)

    def _slips(self, unit: Unit) -> Matches:
        return [(term, sure * _MISSPELT) for term, sure in self._vocabulary.misspelt(unit.surface)]

    def rank(
        self, units: Sequence[Unit], *, begun: bool = False, wanted: Callable[[Entry], bool] | None = None
    ) -> Ranking:
        """Score every entry that shares anything with the units; with `begun`, the last one may be half typed."""
        coverage: dict[int, float] = {}
        in_question: dict[int, float] = {}
        in_phrase: dict[int, float] = {}
        mass = known = 0.0
        last = len(units) - 1
        for place, unit in enumerate(units):
            matches = self.matches(unit, begun=begun and place == last)
            if not matches:
                mass += self._unknown[unit.script] * self._rarest
                continue
            rarity = max(self._rarity[term] * sure for term, sure in matches)
            mass += rarity
            known += rarity
            self._count(matches, rarity, coverage)
            self._count_phrases(matches, rarity, in_question, in_phrase)
        if not mass:
            return Ranking((), 0.0)
        best: dict[int, tuple[float, int]] = {}
        for phrase, found in in_question.items():
            filled = min(1.0, in_phrase[phrase] / self._phrase_mass[phrase])
            score = found / mass * (1 - self._weights.filled + self._weights.filled * filled)
            entry = self.phrases[phrase][0]
            if score > best.get(entry, (0.0, -1))[0]:
                best[entry] = (score, phrase)
        scored: list[Scored] = []
        for number, covered in coverage.items():
            entry = self.entries[number]
            if wanted is None or wanted(entry):
                phrase_score, phrase = best.get(number, (0.0, -1))
                score = self._weights.coverage * covered / mass + self._weights.phrase * phrase_score
                scored.append(Scored(number, score * self._kinds[entry.kind], phrase, phrase_score))
        scored.sort(key=lambda each: (-each.score, each.entry))
        return Ranking(tuple(scored), known / mass)

    def _count(self, matches: Matches, rarity: float, coverage: dict[int, float]) -> None:
        best: dict[int, float] = {}
        for term, sure in matches:
            worth = [rarity * sure * weight for weight in FIELD_WEIGHTS]
            for posting in self._postings[term]:
                entry, field = divmod(posting, _FIELDS)
                if worth[field] > best.get(entry, 0.0):
                    best[entry] = worth[field]
        for entry, value in best.items():
            coverage[entry] = coverage.get(entry, 0.0) + value

    def _count_phrases(
        self, matches: Matches, rarity: float, in_question: dict[int, float], in_phrase: dict[int, float]
    ) -> None:
        best: dict[int, tuple[float, float]] = {}
        for term, sure in matches:
            value = (rarity * sure, self._rarity[term] * sure)
            for phrase in self._phrase_postings[term]:
                if value > best.get(phrase, (0.0, 0.0)):
                    best[phrase] = value
        for phrase, (asked, filled) in best.items():
            in_question[phrase] = in_question.get(phrase, 0.0) + asked
            in_phrase[phrase] = in_phrase.get(phrase, 0.0) + filled
