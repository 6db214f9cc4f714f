"""Which entries a question names: by a whole title or alias of theirs, with nothing beside it that says more."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from bot.domain.model import Kind
from bot.domain.search.answer import Wanted
from bot.domain.search.entries import Entry, Field
from bot.domain.search.framing import Framing
from bot.domain.search.index import Index
from bot.domain.search.stemming import stem
from bot.domain.search.tokens import LITERALLY, Run, Token, runs
from bot.domain.text.folding import SEARCHED

_BESIDE: Final = frozenset(("the", "a", "an", "of", "and", "s", "的", "の", "之"))
"""Words that may stand in a name or be left out of it."""
_SURE: Final = 0.75
"""How sure it must be that a misspelt word is the one in the name."""
_OWN_NAME: Final = 1.2
"""What an entry's own name is worth; more than any score."""
_MOST: Final = 200
"""So many phrases are looked at that have the rarest word of a question; those with least besides it come first."""
_ROUNDING: Final = 1e-9
_HEADED: Final[Sequence[Kind]] = ("instrument", "term")
"""The kinds whose names say what the thing is."""
_PREPOSITIONS: Final = frozenset(
    ("of", "on", "against", "relating", "to", "for", "in", "between", "concerning", "with")
)
_NOUN_LENGTHS: Final = (2, 3, 4)
"""So many characters at the end of a Chinese, Japanese or Korean name may be its noun."""


class Called(NamedTuple):
    """An entry that a question names; of two that it names alike the greater is meant."""

    worth: float
    """More for an entry's own name than for another that leads to it, which is worth what the entry's kind is."""
    alike: bool
    """Whether it was called as it is called there, and not by another name for the same."""
    phrase: int


class Naming:
    """Finds the entries that are named."""

    def __init__(self, index: Index, framing: Framing, kinds: Mapping[Kind, float]) -> None:
        self._index = index
        self._framing = framing
        self._kinds = kinds
        self._heads = _heads(index.entries)
        literal = (term.rarity for term in index.terms if term.name.startswith(LITERALLY))
        self._literal = max(literal, default=0.0)
        """The most that the name weighs by which a thing was called."""
        self._names: dict[int, Sequence[Run]] = {}
        """The names that were looked at, by the numbers of their phrases: they are the library's own."""

    def named(
        self, found: Sequence[Run], tokens: Sequence[Token], wanted: Wanted, asked: Collection[Kind]
    ) -> dict[int, Called]:
        """The entries with a name that is the whole question, by their numbers.

        The question is given without the words that ask for a name; `asked` are the kinds that those ask for.
        """
        things = [token for token in tokens if not token.is_literal]
        terms = set[int]()
        for token in things:
            if (term := self._term(token)) is None:
                return {}
            terms.add(term)
        phrases = list(self._phrases(terms)) if terms else []
        if not phrases:
            return {}
        literally = {self._term(token) for token in tokens if token.is_literal}
        more = _more_said(found, things)
        named: dict[int, Called] = {}
        for phrase in phrases:
            number = self._index.phrase_entry[phrase]
            entry = self._index.entries[number]
            name = entry.phrases[self._index.phrase_place[phrase]]
            is_wanted = name.field <= Field.ALIAS and wanted.takes(entry.kind, entry.id)
            written = self._written(phrase, name.text) if is_wanted else ()
            if is_wanted and more <= {part for run in written for part in _parts(run)}:
                there = {term for term in self._index.phrase_terms[phrase] if self._is_literal(term)}
                alike = (literally == there or None in literally) and len(_words(written)) == len(_words(found))
                is_own = (name.field == Field.TITLE and alike) or entry.kind in asked
                one = Called(_OWN_NAME if is_own else self._kinds[entry.kind], alike, phrase)
                named[number] = max(one, named.get(number, one))
        return named

    def headed(
        self, found: Sequence[Run], tokens: Sequence[Token], wanted: Wanted, named: Collection[int]
    ) -> list[int]:
        """The treaties, or else the terms, of which the question has nothing but the noun: `the protocol`.

        None where it can be of one alone; nor terms, where the noun is a name of its own.
        """
        nouns = [run for run in found if run.text not in _BESIDE]
        things = [token for token in tokens if not token.is_literal]
        if len(nouns) != 1:
            return []
        key = stem(things[0].surface) if nouns[0].script == "latin" and len(things) == 1 else nouns[0].key
        for kind in _HEADED[:1] if named else _HEADED:
            entries = self._heads.get((kind, key), ())
            numbers = [number for number in entries if wanted.takes(kind, self._index.entries[number].id)]
            if len(numbers) > 1:
                return numbers
        return []

    def _written(self, phrase: int, name: str) -> Sequence[Run]:
        """A name without the words around it."""
        if phrase not in self._names:
            self._names[phrase] = tuple(runs(self._framing.read(name).core))
        return self._names[phrase]

    def _phrases(self, terms: set[int]) -> Iterator[int]:
        """The phrases of just these terms."""
        rarest = min(terms, key=lambda term: len(self._index.terms[term].phrases))
        # Beside each thing there is at most the name by which it was called; what weighs more has something else.
        most = sum(self._index.terms[term].rarity for term in terms) + len(terms) * self._literal + _ROUNDING
        phrases = self._index.terms[rarest].phrases[:_MOST]
        for phrase in phrases[: bisect_right(phrases, most, key=self._index.phrase_mass.__getitem__)]:
            there = self._index.phrase_terms[phrase]
            is_near = len(there) <= 2 * len(terms) and terms.issubset(there)
            if is_near and all(term in terms or self._is_literal(term) for term in there):
                yield phrase

    def _term(self, token: Token) -> int | None:
        matches = self._index.matches(token)
        term, sure = max(matches, key=lambda match: match[1], default=(None, 0.0))
        return term if sure >= _SURE else None

    def _is_literal(self, term: int) -> bool:
        return self._index.terms[term].name.startswith(LITERALLY)


def _more_said(found: Sequence[Run], things: Sequence[Token]) -> set[str]:
    """What a question has beside its things and no name has by the way: `are they refugees` is more than `refugee`."""
    named = {part for token in things for word in token.surface.split(" ") for part in (word, *word)}
    return {part for run in found for part in _parts(run) if part not in named and part not in _BESIDE}


def _parts(run: Run) -> str | tuple[str]:
    """A word; of writing without spaces its letters."""
    return run.key if run.script in {"unspaced", "hangul"} else (run.text,)


def _words(found: Sequence[Run]) -> list[str]:
    return [run.text for run in found if run.script in {"latin", "digits"} and run.text not in _BESIDE]


def _heads(entries: Sequence[Entry]) -> Mapping[tuple[Kind, str], Sequence[int]]:
    """The entries by the nouns that their names are made of."""
    heads: defaultdict[tuple[Kind, str], dict[int, None]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        if entry.kind in _HEADED:
            for phrase in entry.phrases:
                for noun in _nouns(runs(SEARCHED(phrase.text))):
                    heads[entry.kind, noun][number] = None
    return {head: tuple(numbers) for head, numbers in heads.items()}


def _nouns(name: Sequence[Run]) -> Iterator[str]:
    """What a name of several words says its thing to be: `Protocol of 1967`, `Border Protocol`, 난민의정서."""
    place = next((place for place, run in enumerate(name) if run.text in _PREPOSITIONS), len(name))
    if not name or not place or (len(name) == 1 and name[0].script == "latin"):
        return
    noun = name[place - 1]
    if noun.script == "latin":
        yield noun.key
    else:
        yield from (noun.text[-length:] for length in _NOUN_LENGTHS if length < len("".join(run.text for run in name)))
