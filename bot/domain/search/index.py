"""Every entry under every word that leads to it."""

import math
from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bot.domain.language import is_word
from bot.domain.search.entries import Entry, Field
from bot.domain.search.lexicon import Lexicon
from bot.domain.search.postings import Said, field_of, worths
from bot.domain.search.spelling import Spelling
from bot.domain.search.tokens import LITERALLY, Run, Token, runs
from bot.domain.search.typed import PutRight
from bot.domain.search.vocabulary import Matches, Vocabulary
from bot.domain.search.weights import Weights
from bot.domain.text.folding import SEARCHED

_LIKELY: Final = 0.75
"""How sure it must be that a misspelt word is meant for it to be taken so."""
_PART_OF_A_NAME: Final = 0.6
"""What one word of a name of several words is worth for the whole."""


@dataclass(slots=True)
class Indexed:
    """What the index has of one term."""

    name: str
    entries: "array[int]"
    """The entries that have it, in order: a posting each."""
    phrases: "array[int]"
    """The phrases that have it, those with least besides it first."""
    rarity: float = 0.0


class Index:
    """Built once for a library's entries."""

    def __init__(self, entries: Sequence[Entry], lexicon: Lexicon, weights: Weights) -> None:
        self.entries = tuple(entries)
        self.terms: list[Indexed] = []
        self.phrase_entry = array("L")
        """The entry of each phrase."""
        self.phrase_place = array("L")
        """The place of each phrase among those of its entry."""
        self.worths = worths(weights)
        self.rarest = math.log1p(len(self.entries)) ** weights.rarity
        self._lexicon = lexicon
        self._weights = weights
        self._numbers: dict[str, int] = {}
        self._surfaces: dict[str, dict[int, float]] = {}
        self.phrase_terms: list[tuple[int, ...]] = []
        token_weights: list[tuple[float, ...]] = []
        leading: set[str] = set()
        texts = _Texts(self.entries)
        for number, entry in enumerate(self.entries):
            self._add(number, entry, texts, leading, token_weights)
        self._add_names(leading)
        for term in self.terms:
            term.rarity = self._rarity(term)
        self.phrase_mass = array(
            "d",
            (
                sum(self.terms[term].rarity * weight for term, weight in zip(terms, weights_of, strict=True))
                for terms, weights_of in zip(self.phrase_terms, token_weights, strict=True)
            ),
        )
        for term in self.terms:
            term.phrases = array("L", sorted(term.phrases, key=self.phrase_mass.__getitem__))
        self._vocabulary = Vocabulary(self._surfaces, leading)
        phrases = [(texts.folded(phrase.text), entry.kind) for entry in self.entries for phrase in entry.phrases]
        self.spelling = Spelling(lexicon, self._vocabulary, self._surfaces, self._numbers, phrases)

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a question, its misspelt words put right."""
        return self.tokens_of(self.spelling.typed(text).whole)

    def tokens_of(self, question: PutRight) -> list[Token]:
        """The tokens of a question that is put right already, or of a part of it."""
        if question.tokens is None:
            tokens = self._lexicon.cut(question.runs)
            question.tokens = [_as_sure(token, question.sure) for token in tokens] if question.sure else tokens
        return question.tokens

    def is_term(self, term: str) -> bool:
        """Whether any entry has just this term."""
        return term in self._numbers

    def has(self, token: Token) -> bool:
        """Whether any entry has a token."""
        return bool(self.matches(token))

    def knows(self, text: str) -> bool:
        """Whether any entry has something of a text."""
        return any(self.has(token) for token in self._lexicon.tokens(text))

    def says_more(self, text: str, known: str) -> bool:
        """Whether a text speaks of a thing by which any entry is named, and which another text has not."""
        there = {token.term for token in self._lexicon.tokens(known)}
        return any(self.names(token) for token in self.tokens(text) if token.content == 1 and token.term not in there)

    def names(self, token: Token) -> bool:
        """Whether a token is a thing by which any entry is named, and not only spoken of."""
        if self.is_light(token):
            return False
        return any(sure >= _LIKELY and self._is_in_names(self.terms[term]) for term, sure in self.matches(token))

    def is_light(self, token: Token) -> bool:
        """Whether a token is no thing a question is about: a word of asking, or a thing's name by itself."""
        return token.is_literal or token.term in self._lexicon.light

    def matches(self, token: Token, *, begun: bool = False) -> Matches:
        """The terms that a token may stand for; `begun` is for the word that is still being typed."""
        term = self._numbers.get(token.term)
        if token.is_literal:
            return [(term, token.sure)] if term is not None else []
        found = [(term, token.sure)] if term is not None else self._vocabulary.exact(token.surface)
        if begun:
            found = [*found, *(match for match in self._vocabulary.begun(token.surface) if match[0] != term)]
        return found or ([] if is_word(token.surface) else self._vocabulary.misspelt(token.surface))

    def _add(
        self, number: int, entry: Entry, texts: "_Texts", leading: set[str], token_weights: list[tuple[float, ...]]
    ) -> None:
        said = Said()
        for place, phrase in enumerate(entry.phrases):
            tokens = self._lexicon.cut(texts.runs(phrase.text))
            weights = self._learn(tokens)
            self._join(tokens)
            (said.add_name if phrase.field <= Field.ALIAS else said.add)(weights, phrase.field)
            for term in weights:
                self.terms[term].phrases.append(len(self.phrase_terms))
            if weights:
                self.phrase_terms.append(tuple(weights))
                token_weights.append(tuple(weights.values()))
                self.phrase_entry.append(number)
                self.phrase_place.append(place)
            if phrase.field <= Field.WHO:
                leading.update(token.surface for token in tokens)
        for text in entry.asked:
            said.add_name(self._terms_of(text, texts), Field.ALIAS)
        for where, text in entry.texts:
            said.add(self._terms_of(text, texts), where)
        for term, each in said.postings(number, self._weights.half):
            self.terms[term].entries.append(each)

    def _terms_of(self, text: str, texts: "_Texts") -> Collection[int]:
        """The terms of a text; many entries share one, as all articles of a treaty share its names."""
        if text not in texts.terms:
            texts.terms[text] = tuple(self._learn(self._lexicon.cut(texts.runs(text))))
        return texts.terms[text]

    def _learn(self, tokens: list[Token]) -> dict[int, float]:
        """The terms of tokens, each once, with their weights; their spellings are kept.

        One Han character by itself says too little, unless it is all there is.
        """
        weights: dict[int, float] = {}
        numbers, surfaces = self._numbers, self._surfaces
        telling = [token for token in tokens if token.script != "han" or len(token.term) > 1]
        for name, surface, _, weight, *_ in telling or tokens:
            term = numbers.setdefault(name, len(numbers))
            if term == len(self.terms):
                self.terms.append(Indexed(name, array("L"), array("L")))
            if weight > weights.get(term, 0.0):
                weights[term] = weight
            if not name.startswith(LITERALLY):
                if surface in surfaces:
                    surfaces[surface][term] = 1.0
                else:
                    surfaces[surface] = {term: 1.0}
        return weights

    def _join(self, tokens: list[Token]) -> None:
        """Keep the neighbours in a title or alias written as one word as well: `surplace`."""
        for first, second in pairwise(tokens):
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

    def _rarity(self, term: Indexed) -> float:
        rarity = math.log1p(len(self.entries) / len(term.entries)) ** self._weights.rarity
        if term.name in self._lexicon.light:
            return rarity * self._weights.light
        if term.name.startswith(LITERALLY):
            return rarity * self._weights.literal
        return rarity if self._is_in_names(term) else rarity * self._weights.in_passing

    @staticmethod
    def _is_in_names(term: Indexed) -> bool:
        return any(field_of(each) <= Field.WHO for each in term.entries)


def _as_sure(token: Token, sure: Mapping[str, float]) -> Token:
    """A token with how sure it is that its least sure word was meant."""
    least = min(sure.get(word, 1.0) for word in token.surface.split(" "))
    return token if least == token.sure else token._replace(sure=least)


class _Texts:
    """The texts of some entries, while they are indexed: all folded in one go, and what was found in each."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        texts = {phrase.text for entry in entries for phrase in entry.phrases}
        texts |= {text for entry in entries for _, text in entry.texts}
        texts |= {text for entry in entries for text in entry.asked}
        listed = sorted(texts)
        self._folded = dict(zip(listed, SEARCHED.each(listed), strict=True))
        self.terms: dict[str, Collection[int]] = {}

    def folded(self, text: str) -> str:
        return self._folded[text]

    def runs(self, text: str) -> list[Run]:
        return runs(self._folded[text])
