"""Names that the library knows, and where they stand in a text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.domain.library import Library
from bot.domain.lint.prose import Prose, Texts
from bot.domain.text.dates import MONTHS, WEEKDAYS
from bot.domain.text.words import Word, words

ROOT = 5
_SHORT = 3
"""Up to this length a capitalised word is taken for an abbreviation, which documents write in full."""


@dataclass(frozen=True, slots=True)
class Known:
    """A name that stands in a text: which words of it, and whose it is."""

    name: str
    first: int
    last: int
    person: str | None


class Spelt:
    """What texts spell out, each part gathered when it is first asked for."""

    def __init__(self, names: "KnownNames", texts: Iterable[Prose]) -> None:
        self._names = names
        self._texts = tuple(texts)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word, as it is compared."""
        return frozenset(word.plain for text in self._texts for word in text.words)

    @cached_property
    def people(self) -> frozenset[str]:
        """The people that they name, by their ids."""
        named = (known.person for text in self._texts for known in self._names.within(text))
        return frozenset(person for person in named if person)

    @cached_property
    def roots(self) -> frozenset[str]:
        """How the words begin: Korea and Korean begin alike."""
        return frozenset(word[:ROOT] for word in self.words)


class KnownNames:
    """All names of people, bodies, places, laws and documents; the longest one that fits is the one meant."""

    def __init__(self, library: Library, texts: Texts) -> None:
        self._texts = texts
        self._titles = set(_titles(library))
        self._persons: dict[tuple[str, ...], str] = {}
        self._by_words: dict[tuple[str, ...], str] = {}
        for name in (*_others(library), *self._titles, *MONTHS, *WEEKDAYS):
            self._by_words.setdefault(_key(name), name)
        for person in library.people.values():
            for name in person.names:
                self._by_words.setdefault(_key(name), name)
                self._persons[_key(name)] = person.id
        self._by_words.pop((), None)
        self._lengths: dict[str, list[int]] = {}
        """For the first word of a name, also in the plural, how many words such names have, the most first."""
        for length, first in sorted({(len(key), key[0]) for key in self._by_words}, reverse=True):
            self._lengths.setdefault(first, []).append(length)
            self._lengths.setdefault(f"{first}s", []).append(length)
        titled = {key[0] for key in map(_key, self._titles) if key}
        self._begin_small = titled | {f"{first}s" for first in titled}
        """Only titles and terms are names without a capital too."""
        self._within: dict[Prose, list[Known]] = {}
        self._spelt: dict[tuple[Prose, ...], Spelt] = {}

    def within(self, text: Prose) -> list[Known]:
        """The names that stand in a text, apart and in order."""
        if text not in self._within:
            self._within[text] = list(self._found(text.words))
        return self._within[text]

    def spelt(self, texts: tuple[Prose, ...]) -> Spelt:
        """What some texts spell out together."""
        if texts not in self._spelt:
            self._spelt[texts] = Spelt(self, texts)
        return self._spelt[texts]

    def missing(self, name: str, there: Spelt) -> list[str]:
        """The capitalised words of a name that are not spelt out there, by which a slip of spelling shows.

        A person counts as there when any of that person's names is; abbreviations are let pass, and so is the one
        capital of a text that belongs to no name: `Unnamed official`.
        """
        read = self._texts.read(name)
        capitals = sum(word.is_capitalised for word in read.words)
        known = {place: known for known in self.within(read) for place in range(known.first, known.last + 1)}
        return [
            word.written
            for place, word in enumerate(read.words)
            if word.is_capitalised
            and len(word.plain) > _SHORT
            and (place or capitals > 1 or place in known)
            and word.plain not in there.words
            and not (place in known and known[place].person in there.people)
        ]

    def titles(self, text: Prose) -> Iterator[tuple[int, int]]:
        """Where titles of documents and terms of the glossary stand in a text."""
        for known in self.within(text):
            if known.name in self._titles:
                yield text.words[known.first].start, text.words[known.last].end

    def _found(self, text: list[Word]) -> Iterator[Known]:
        plain = tuple(word.plain for word in text)
        after = 0
        for place, first in enumerate(plain):
            lengths = self._lengths.get(first)
            if lengths and place >= after and (text[place].is_capitalised or first in self._begin_small):
                known = self._at(plain, place, lengths, is_capitalised=text[place].is_capitalised)
                if known:
                    yield known
                    after = known.last + 1

    def _at(self, plain: tuple[str, ...], place: int, lengths: Iterable[int], *, is_capitalised: bool) -> Known | None:
        """The longest name that begins at a word; its last word may stand in the plural."""
        for length in lengths:
            found = plain[place : place + length]
            for key in (found, (*found[:-1], _singular(found[-1]))):
                name = self._by_words.get(key)
                if name and (is_capitalised or name in self._titles):
                    return Known(name, place, place + len(key) - 1, self._persons.get(key))
        return None


def _key(name: str) -> tuple[str, ...]:
    return tuple(word.plain for word in words(name))


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > _SHORT else word


def _titles(library: Library) -> Iterator[str]:
    for document in library.documents.values():
        yield from (name for name in (document.title, document.name) if name)
    for term in library.terms.values():
        yield term.term


def _others(library: Library) -> Iterator[str]:
    """Names of everything that is no person, except what is a sentence of ours itself."""
    yield from library.wording.names_ok
    for instrument in library.instruments.values():
        yield from (instrument.title, instrument.short, *instrument.names, *instrument.aliases)
        yield from (party.state for party in instrument.parties)
    for document in library.documents.values():
        yield from (document.publisher, *_english(document.aliases))
        if document.author:
            yield document.author
    for term in library.terms.values():
        yield from _english(term.aliases)
    for note in library.notes.values():
        yield note.source.publisher
    for boundary in library.boundaries.values():
        yield from (name for help_ in boundary.turn_to for name in help_.name.values())


def _english(aliases: Iterable[str]) -> Iterator[str]:
    """Aliases that may stand in our sentences; one in another script never does."""
    return (alias for alias in aliases if alias.isascii())
