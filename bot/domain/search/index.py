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
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bot.domain.model import Kind
from bot.domain.search.entries import Entry, Field
from bot.domain.search.fold import fold
from bot.domain.search.units import Lexicon, Script, Unit, tokens
from bot.domain.search.vocabulary import Matches, Vocabulary

_FIELDS: Final = 8
"""A posting is the number of an entry times this, plus the field."""
_NO_PHRASE: Final = (0.0, -1, 0.0)
_PART_OF_A_NAME: Final = 0.6
"""What one word of a name of several words is worth for the whole."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The settings of the score; `benchmarks/choose.py` tries others on the tuning half of the golden questions."""

    phrase: float = 0.45
    """The phrase's part of the score; coverage has the rest."""
    filled: float = 0.6
    """How much of a phrase's worth hangs on the question filling it."""
    fields: tuple[float, ...] = (1.0, 1.0, 0.8, 0.6, 0.5, 0.35)
    """What a word found in each field of an entry is worth, in the order of `Field`."""
    rarity: float = 0.8
    """The power to which the rarity of a unit is raised; below 1 a rare word weighs less against a common one."""
    in_passing: float = 0.85
    """The part of its weight that a unit keeps which no title or alias has: entries only mention it."""
    light: float = 0.4
    """The part of its weight that a word keeps which tells what is asked rather than about what."""
    literal: float = 0.12
    """The part that the name keeps by which a thing of several names was called."""
    unknown: Mapping[Script, float] = field(
        default_factory=lambda: {"latin": 1.0, "digits": 0.6, "hangul": 0.7, "han": 0.7, "kana": 0.7, "name": 0.8}
    )
    """The weight of a unit that the library lacks, as a share of the rarest unit's, by script."""
    kinds: Mapping[Kind, float] = field(
        default_factory=lambda: {
            "brief": 1.0,
            "figure": 0.7,
            "article": 0.84,
            "term": 0.84,
            "document": 0.84,
            "quotation": 0.84,
        }
    )


@dataclass(frozen=True, slots=True)
class Scored:
    """An entry's score for a question, and the phrase that speaks most for it."""

    entry: int
    score: float
    covered: float
    """The share of the question that the entry has anywhere."""
    phrase: int = -1
    """The number of the best phrase; -1 when only the entry's texts speak for it."""
    filled: float = 0.0
    """How much of that phrase the question has."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The entries for a question, best first, and the share of the question that the library knows at all."""

    scored: tuple[Scored, ...] = ()
    known: float = 0.0
    things: int = 0
    """How many things the question is about, words that only tell what is asked left out."""


class Index:
    """Built once for a library's entries."""

    def __init__(self, entries: Sequence[Entry], lexicon: Lexicon, weights: Weights | None = None) -> None:
        self.entries = tuple(entries)
        self.phrases: list[tuple[int, int]] = []
        """For each phrase its entry and its place among the entry's phrases."""
        self._lexicon = lexicon
        self._weights = weights or Weights()
        self._terms: dict[str, int] = {}
        self._postings: list[array[int]] = []
        self._phrase_postings: list[array[int]] = []
        self._surfaces: dict[str, dict[int, float]] = {}
        leading: dict[str, None] = {}
        masses: list[list[int]] = []
        for number, entry in enumerate(self.entries):
            self._add(number, entry, leading, masses)
        self._add_names()
        self._names = list(self._terms)
        self._rarity = [self._rarity_of(term) for term in range(len(self._postings))]
        self._rarest = math.log1p(len(self.entries)) ** self._weights.rarity
        self._phrase_mass = array("d", (sum(self._rarity[term] for term in terms) for terms in masses))
        self._vocabulary = Vocabulary(self._surfaces, leading)

    def units(self, text: str, *, half_typed: bool = False) -> list[Unit]:
        """The units of a question, its misspelt words put right where the library has one very like them.

        The last word is left alone when it is half typed.
        """
        folded = fold(text)
        words = [token for token in tokens(folded) if token.script == "latin"]
        slips: dict[str, tuple[str, float]] = {}
        for token in words[:-1] if half_typed else words:
            if not self._lexicon.knows(token) and token.key not in self._terms and token.text not in self._surfaces:
                near = self._vocabulary.near(token.text)
                if near:
                    slips[token.text] = near[0]
        if not slips:
            return self._lexicon.units(folded)
        spelt = " ".join(slips.get(token.text, (token.text, 1.0))[0] for token in tokens(folded))
        put_right = dict(slips.values())
        return [
            replace(unit, sure=min(put_right.get(word, 1.0) for word in unit.surface.split(" ")))
            for unit in self._lexicon.units(spelt)
        ]

    def has(self, unit: Unit) -> bool:
        """Whether any entry has a unit."""
        return bool(self._matches(unit, begun=False))

    def knows(self, text: str) -> bool:
        """Whether any entry has something of a text."""
        return any(self.has(unit) for unit in self._lexicon.units(text))

    def rank(
        self, units: Sequence[Unit], *, begun: bool = False, wanted: Callable[[Entry], bool] | None = None
    ) -> Ranking:
        """Score every entry that shares anything with the units; with `begun`, the last one may be half typed."""
        once = {unit.term: unit for unit in units}
        if begun and units:
            once[units[-1].term] = once.pop(units[-1].term)
        counted = _Counted()
        for place, unit in enumerate(once.values(), 1):
            matches = self._matches(unit, begun=begun and place == len(once))
            if matches:
                rarity = unit.weight * max(self._rarity[term] * sure for term, sure in matches)
                counted.mass += rarity
                counted.known += rarity
                self._count(matches, rarity, counted)
            elif not unit.is_literal:
                counted.mass += unit.weight * self._weights.unknown[unit.script] * self._rarest
        if not counted.known:
            return Ranking()
        scored = list(self._scored(counted, wanted))
        scored.sort(key=lambda each: (-each.score, each.entry))
        things = sum(not unit.is_literal and unit.term not in self._lexicon.light for unit in once.values())
        return Ranking(tuple(scored), counted.known / counted.mass, things)

    def _add(self, number: int, entry: Entry, leading: dict[str, None], masses: list[list[int]]) -> None:
        nearest: dict[int, int] = {}
        for place, phrase in enumerate(entry.phrases):
            units = self._lexicon.units(phrase.text)
            terms = self._learn(units)
            for term in terms:
                nearest[term] = min(nearest.get(term, _FIELDS), phrase.field)
            if terms:
                for term in terms:
                    self._phrase_postings[term].append(len(self.phrases))
                self.phrases.append((number, place))
                masses.append(terms)
            if phrase.field <= Field.WHO:
                leading.update(dict.fromkeys(unit.surface for unit in units))
        for where, text in entry.texts:
            for term in self._learn(self._lexicon.units(text)):
                nearest[term] = min(nearest.get(term, _FIELDS), where)
        for term, where in nearest.items():
            self._postings[term].append(number * _FIELDS + where)

    def _rarity_of(self, term: int) -> float:
        rarity = math.log1p(len(self.entries) / len(self._postings[term])) ** self._weights.rarity
        name = self._names[term]
        if name in self._lexicon.light:
            return rarity * self._weights.light
        if name.startswith("="):
            return rarity * self._weights.literal
        is_named = any(posting % _FIELDS <= Field.WHO for posting in self._postings[term])
        return rarity if is_named else rarity * self._weights.in_passing

    def _learn(self, units: Sequence[Unit]) -> list[int]:
        """The terms of units, each once; their spellings, and those of neighbours written as one word, are kept.

        One Han character by itself says too little, unless it is all there is.
        """
        units = [unit for unit in units if unit.script != "han" or len(unit.term) > 1] or units
        terms: dict[int, None] = {}
        before: tuple[Unit, int] | None = None
        for unit in units:
            term = self._terms.setdefault(unit.term, len(self._terms))
            if term == len(self._postings):
                self._postings.append(array("L"))
                self._phrase_postings.append(array("L"))
            terms[term] = None
            if not unit.is_literal:
                self._surfaces.setdefault(unit.surface, {})[term] = 1.0
            if before and unit.script == before[0].script == "latin" and " " not in before[0].surface + unit.surface:
                self._surfaces.setdefault(before[0].surface + unit.surface, {}).update({before[1]: 1.0, term: 1.0})
            before = (unit, term)
        return list(terms)

    def _add_names(self) -> None:
        """Let every name of a thing lead to it: whole, and each word of it in part where the word is nothing else."""
        known = [
            (self._terms[thing], name)
            for thing, names in sorted(self._lexicon.names.items())
            if thing in self._terms
            for name in sorted(names)
        ]
        for term, name in known:
            self._surfaces.setdefault(name, {}).setdefault(term, 1.0)
        for term, name in known:
            words = name.split(" ")
            for word in words if len(words) > 1 else ():
                if len(word) > 2 and not self._lexicon.is_stop_word(word):  # noqa: PLR2004 - de, un, of
                    self._surfaces.setdefault(word, {}).setdefault(term, _PART_OF_A_NAME)

    def _matches(self, unit: Unit, *, begun: bool) -> Matches:
        """The terms that a unit may stand for; `begun` is for the word that is still being typed."""
        term = self._terms.get(unit.term)
        if unit.is_literal:
            return [(term, unit.sure)] if term is not None else []
        found = [(term, unit.sure)] if term is not None else self._vocabulary.exact(unit.surface)
        if begun:
            more = self._vocabulary.begun(unit.surface)
            found = [*found, *(match for match in more if match[0] != term)]
        return found or self._vocabulary.misspelt(unit.surface)

    def _count(self, matches: Matches, rarity: float, counted: "_Counted") -> None:
        """Add what one unit gives to every entry and phrase that has it, by its best match in each."""
        covered: dict[int, float] = {}
        in_entry: dict[int, float] = {}
        in_phrase: dict[int, tuple[float, float]] = {}
        for term, sure in sorted(matches, key=lambda match: match[1]):
            worth = [rarity * sure * weight for weight in self._weights.fields]
            for posting in self._postings[term]:
                entry, where = divmod(posting, _FIELDS)
                covered[entry] = rarity * sure
                if worth[where] > in_entry.get(entry, 0.0):
                    in_entry[entry] = worth[where]
            value = (rarity * sure, self._rarity[term] * sure)
            for phrase in self._phrase_postings[term]:
                in_phrase[phrase] = value
        counted.add(covered, in_entry, in_phrase)

    def _scored(self, counted: "_Counted", wanted: Callable[[Entry], bool] | None) -> Iterable[Scored]:
        filled = self._weights.filled
        best: dict[int, tuple[float, int, float]] = {}
        for phrase, (asked, had) in counted.in_phrase.items():
            share = min(1.0, had / self._phrase_mass[phrase])
            score = asked / counted.mass * (1 - filled + filled * share)
            entry = self.phrases[phrase][0]
            if score > best.get(entry, _NO_PHRASE)[0]:
                best[entry] = (score, phrase, share)
        for number, coverage in counted.in_entry.items():
            entry = self.entries[number]
            if wanted is None or wanted(entry):
                phrase_score, phrase, share = best.get(number, _NO_PHRASE)
                score = (1 - self._weights.phrase) * coverage / counted.mass + self._weights.phrase * phrase_score
                covered = counted.covered[number] / counted.mass
                yield Scored(number, score * self._weights.kinds[entry.kind], covered, phrase, share)


@dataclass(slots=True)
class _Counted:
    """What the units of a question have given so far."""

    mass: float = 0.0
    known: float = 0.0
    covered: dict[int, float] = field(default_factory=dict[int, float])
    in_entry: dict[int, float] = field(default_factory=dict[int, float])
    in_phrase: dict[int, tuple[float, float]] = field(default_factory=dict[int, tuple[float, float]])

    def add(
        self, covered: Mapping[int, float], in_entry: Mapping[int, float], in_phrase: Mapping[int, tuple[float, float]]
    ) -> None:
        for entry, value in covered.items():
            self.covered[entry] = self.covered.get(entry, 0.0) + value
        for entry, value in in_entry.items():
            self.in_entry[entry] = self.in_entry.get(entry, 0.0) + value
        for phrase, (asked, had) in in_phrase.items():
            before = self.in_phrase.get(phrase, (0.0, 0.0))
            self.in_phrase[phrase] = (before[0] + asked, before[1] + had)
