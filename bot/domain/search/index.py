"""Every entry under every word that leads to it, and the units of a question put right by what the library knows."""

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from bot.domain.search.entries import Entry, Field
from bot.domain.search.fold import fold
from bot.domain.search.tokens import Lexicon, Unit, tokens
from bot.domain.search.vocabulary import Matches, Vocabulary
from bot.domain.search.weights import Weights

FIELD_BITS: Final = 3
FIELD_MASK: Final = 7
"""A posting is the number of an entry and, in its last bits, the field."""
_PART_OF_A_NAME: Final = 0.6
"""What one word of a name of several words is worth for the whole."""


@dataclass(slots=True)
class Term:
    """What the index has of one term."""

    name: str
    entries: "array[int]"
    """The entries that have it, in order, each with its nearest field: a posting each."""
    phrases: "array[int]"
    """The phrases that have it, those with least besides it first."""
    rarity: float = 0.0


class Index:
    """Built once for a library's entries."""

    def __init__(self, entries: Sequence[Entry], lexicon: Lexicon, weights: Weights) -> None:
        self.entries = tuple(entries)
        self.terms: list[Term] = []
        self.phrase_entry = array("L")
        """The entry of each phrase."""
        self.phrase_place = array("L")
        """The place of each phrase among those of its entry."""
        self.rarest = math.log1p(len(self.entries)) ** weights.rarity
        self._lexicon = lexicon
        self._weights = weights
        self._numbers: dict[str, int] = {}
        self._surfaces: dict[str, dict[int, float]] = {}
        self.phrase_terms: list[tuple[int, ...]] = []
        unit_weights: list[tuple[float, ...]] = []
        leading: set[str] = set()
        for number, entry in enumerate(self.entries):
            self._add(number, entry, leading, unit_weights)
        self._add_names(leading)
        for term in self.terms:
            term.rarity = self._rarity(term)
        self.phrase_mass = array(
            "d",
            (
                sum(self.terms[term].rarity * weight for term, weight in zip(terms, weights_of, strict=True))
                for terms, weights_of in zip(self.phrase_terms, unit_weights, strict=True)
            ),
        )
        for term in self.terms:
            term.phrases = array("L", sorted(term.phrases, key=self.phrase_mass.__getitem__))
        self._vocabulary = Vocabulary(self._surfaces, leading)

    def units(self, text: str, *, half_typed: bool = False) -> list[Unit]:
        """The units of a question, its misspelt words put right where the library has one very like them.

        The last word is left alone when it is half typed.
        """
        found = list(tokens(fold(text)))
        slips: dict[str, tuple[str, float]] = {}
        for token in found[:-1] if half_typed else found:
            if token.script == "latin" and token.key not in self._numbers and token.text not in self._surfaces:
                near = [] if self._lexicon.knows(token) else self._vocabulary.near(token.text)
                slips.update({token.text: near[0]} if near else {})
        if not slips:
            return self._lexicon.cut(found)
        spelt = " ".join(slips.get(token.text, (token.text, 1.0))[0] for token in found)
        put_right = dict(slips.values())
        return [
            replace(unit, sure=min(put_right.get(word, 1.0) for word in unit.surface.split(" ")))
            for unit in self._lexicon.cut(list(tokens(spelt)))
        ]

    def has(self, unit: Unit) -> bool:
        """Whether any entry has a unit."""
        return bool(self.matches(unit))

    def knows(self, text: str) -> bool:
        """Whether any entry has something of a text."""
        return any(self.has(unit) for unit in self._lexicon.units(text))

    def is_light(self, unit: Unit) -> bool:
        """Whether a unit is no thing a question is about: a word of asking, or a thing's name by itself."""
        return unit.is_literal or unit.term in self._lexicon.light

    def matches(self, unit: Unit, *, begun: bool = False) -> Matches:
        """The terms that a unit may stand for; `begun` is for the word that is still being typed."""
        term = self._numbers.get(unit.term)
        if unit.is_literal:
            return [(term, unit.sure)] if term is not None else []
        found = [(term, unit.sure)] if term is not None else self._vocabulary.exact(unit.surface)
        if begun:
            found = [*found, *(match for match in self._vocabulary.begun(unit.surface) if match[0] != term)]
        return found or self._vocabulary.misspelt(unit.surface)

    def _add(self, number: int, entry: Entry, leading: set[str], unit_weights: list[tuple[float, ...]]) -> None:
        nearest: dict[int, int] = {}
        for place, phrase in enumerate(entry.phrases):
            units = self._lexicon.units(phrase.text)
            weights = self._learn(units)
            self._join(units)
            for term in weights:
                nearest[term] = min(nearest.get(term, FIELD_MASK), phrase.field)
                self.terms[term].phrases.append(len(self.phrase_terms))
            if weights:
                self.phrase_terms.append(tuple(weights))
                unit_weights.append(tuple(weights.values()))
                self.phrase_entry.append(number)
                self.phrase_place.append(place)
            if phrase.field <= Field.WHO:
                leading.update(unit.surface for unit in units)
        for where, text in entry.texts:
            for term in self._learn(self._lexicon.units(text)):
                nearest[term] = min(nearest.get(term, FIELD_MASK), where)
        for term, where in nearest.items():
            self.terms[term].entries.append(number << FIELD_BITS | where)

    def _learn(self, units: list[Unit]) -> dict[int, float]:
        """The terms of units, each once, with their weights; their spellings are kept.

        One Han character by itself says too little, unless it is all there is.
        """
        weights: dict[int, float] = {}
        telling = [unit for unit in units if unit.script != "han" or len(unit.term) > 1]
        for unit in telling or units:
            term = self._numbers.setdefault(unit.term, len(self._numbers))
            if term == len(self.terms):
                self.terms.append(Term(unit.term, array("L"), array("L")))
            weights[term] = max(unit.weight, weights.get(term, 0.0))
            if not unit.is_literal:
                self._surfaces.setdefault(unit.surface, {})[term] = 1.0
        return weights

    def _join(self, units: list[Unit]) -> None:
        """Keep the neighbours in a title or alias written as one word as well: `surplace`."""
        for first, second in pairwise(units):
            if first.script == second.script == "latin":
                both = {self._numbers[first.term]: 1.0, self._numbers[second.term]: 1.0}
                self._surfaces.setdefault(first.surface + second.surface, {}).update(both)

    def _add_names(self, leading: set[str]) -> None:
        """Let every name of a thing lead to it: whole, and each word of it in part where the word is nothing else."""
        known = [
            (self._numbers[thing], name)
            for thing, names in sorted(self._lexicon.names.items())
            if thing in self._numbers
            for name in sorted(names)
        ]
        for term, name in known:
            self._surfaces.setdefault(name, {}).setdefault(term, 1.0)
            leading.update((name, *name.split(" ")))
        for term, name in known:
            words = name.split(" ")
            for word in words if len(words) > 1 else ():
                if len(word) > 2 and not self._lexicon.is_stop_word(word):  # noqa: PLR2004 - de, un, of
                    self._surfaces.setdefault(word, {}).setdefault(term, _PART_OF_A_NAME)

    def _rarity(self, term: Term) -> float:
        rarity = math.log1p(len(self.entries) / len(term.entries)) ** self._weights.rarity
        if term.name in self._lexicon.light:
            return rarity * self._weights.light
        if term.name.startswith("="):
            return rarity * self._weights.literal
        is_named = any(posting & FIELD_MASK <= Field.WHO for posting in term.entries)
        return rarity if is_named else rarity * self._weights.in_passing
