"""Every entry under every word that leads to it, and the tokens of a question put right by what the library knows."""

import math
import re
from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bot.domain.language import Homophones, is_word, meant
from bot.domain.model import Kind
from bot.domain.search.entries import Entry, Field
from bot.domain.search.lexicon import Lexicon
from bot.domain.search.opennames import OpenNames
from bot.domain.search.postings import Said, field_of, worths
from bot.domain.search.tokens import LITERALLY, Run, Token, runs
from bot.domain.search.typed import PutRight, Typed
from bot.domain.search.vocabulary import Matches, Vocabulary
from bot.domain.search.weights import Weights
from bot.domain.text.folding import SEARCHED
from bot.domain.text.scripts import is_unspaced

_LATIN = re.compile(r"[a-z]+")
_HEARD: Final = 0.4
"""How unsure it is, for each character of it, that a name is meant which only sounds like what was typed."""
_LIKELY: Final = 0.75
"""How sure it must be that a misspelt word is meant for it to be taken so."""
_SPELT: Final = 0.9
"""How sure it is that a misspelt word is that of a name whose other words are there."""
_NAMED: Final = frozenset[Kind](("term", "instrument"))
"""The kinds whose titles and aliases are names."""
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
        named = {name for names in lexicon.names.values() for name in names}
        phrases = [(texts.folded(phrase.text), entry.kind) for entry in self.entries for phrase in entry.phrases]
        own = named | {name for name, kind in phrases if kind in _NAMED}
        self._homophones = Homophones(
            {name for name in (*named, *(name for name, _ in phrases)) if is_unspaced(name[:1])},
            lambda word: is_word(word) or word in self._surfaces,
            {name for name in own if is_unspaced(name[:1]) and " " not in name},
        )
        self._open_names = OpenNames(own)

    def tokens(self, text: str, *, half_typed: bool = False) -> list[Token]:
        """The tokens of a question, its misspelt words put right.

        The last word is left alone when it is half typed.
        """
        return self.tokens_of(self.spelt(text, half_typed=half_typed))

    def tokens_of(self, question: PutRight) -> list[Token]:
        """The tokens of a question that is put right already, or of a part of it."""
        if question.tokens is None:
            tokens = self._lexicon.cut(question.runs)
            question.tokens = [_as_sure(token, question.sure) for token in tokens] if question.sure else tokens
        return question.tokens

    def spelt(self, text: str, *, half_typed: bool = False) -> PutRight:
        """A question with its misspelt words put right where the library or the language has one very like them."""
        typed = self.typed(text)
        return typed.begun if half_typed else typed.whole

    def typed(self, text: str) -> Typed:
        """A question, and the same put right, with and without its last word."""
        folded = SEARCHED(text)
        found = runs(folded)
        heard = {} if folded.isascii() else dict(self._heard(found))
        if not heard and all(map(self._is_known, found)):
            plain = PutRight(text, found)
            return Typed(folded, found, plain, plain)
        slips = dict(self._slips(found[:-1]))
        begun = _put_right(text, folded, found, self._as_named(slips, found), heard)
        last = dict(self._slips(found[-1:]))
        whole = _put_right(text, folded, found, self._as_named(slips | last, found), heard) if last else begun
        return Typed(folded, found, whole, begun)

    def _as_named(
        self, slips: Mapping[str, tuple[str, float]], found: Sequence[Run]
    ) -> Mapping[str, tuple[str, float]]:
        """Slips, with the words of a name in place of others where the rest of the name is there."""
        if not slips:
            return slips
        words = [run.text for run in found]
        named = {word: self._open_names.meant(words, place) for place, word in enumerate(words) if word in slips}
        return {**slips, **{word: (meant, _SPELT) for word, meant in named.items() if meant}}

    def _heard(self, found: Sequence[Run]) -> Iterator[tuple[str, str]]:
        """What stands for a name that sounds the same, and that name."""
        for run in found:
            if run.script == "unspaced":
                yield from self._homophones.within(run.text, self._lexicon.known(run.text))

    def _slips(self, found: Sequence[Run]) -> Iterator[tuple[str, tuple[str, float]]]:
        """The words that are misspelt, each with the one that is meant and how like it is."""
        for run in found:
            if not self._is_known(run) and (meant := self._meant(run.text)):
                yield run.text, meant

    def _is_known(self, run: Run) -> bool:
        """Whether a word is meant as it stands; what is written in other than Latin letters always is."""
        if run.text in self._surfaces or run.script != "latin" or not run.text.isascii():
            return True
        if self._lexicon.knows(run) or is_word(run.text):
            return True
        return run.key != run.text and run.key in self._numbers

    def _meant(self, typed: str) -> tuple[str, float] | None:
        """The word that another is a slip of: the library's, unless one of the language is likelier."""
        near = self._vocabulary.near(typed)
        common = meant(typed)
        if common and (not near or common.sure > near[0][1]):
            return common
        return near[0] if near else None

    def is_word(self, run: Run) -> bool:
        """Whether a word occurs in the library, maybe with another ending, or is one of its stop words or names.

        What is no more than the stem of a word, as `noth` is of nothing, is none.
        """
        if run.text in self._surfaces or self._lexicon.knows(run):
            return True
        return run.key != run.text and run.key in self._numbers

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


def _put_right(
    text: str, folded: str, found: Sequence[Run], slips: Mapping[str, tuple[str, float]], heard: Mapping[str, str]
) -> PutRight:
    """A question with what is meant in the place of slips of the keys, and names in that of what sounds like them."""
    if not slips and not heard:
        return PutRight(text, found)
    spelt = _LATIN.sub(lambda word: slips.get(word[0], (word[0],))[0], folded)
    for typed, name in heard.items():
        spelt = spelt.replace(typed, name)
    return PutRight(
        spelt, runs(spelt), {**dict(slips.values()), **{name: 1 - _HEARD / len(name) for name in heard.values()}}
    )


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
