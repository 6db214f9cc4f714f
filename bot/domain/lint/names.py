"""Names that the library knows, and where they stand in a text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.domain.library import Library
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


@dataclass(frozen=True, slots=True)
class Spelt:
    """What texts spell out: every word, as it is compared, and the people they name, by their ids."""

    words: frozenset[str]
    people: frozenset[str]
    roots: frozenset[str]
    """How the words begin: Korea and Korean begin alike."""


class Names:
    """All names of people, bodies, places, laws and documents; the longest one that fits is the one meant."""

    def __init__(self, library: Library) -> None:
        self._longest: dict[str, int] = {}
        """For the first word of a name, how many words the longest such name has."""
        self._persons: dict[tuple[str, ...], str] = {}
        self._by_words: dict[tuple[str, ...], str] = {}
        self._titles = set(_titles(library))
        self._spelt: dict[tuple[str, ...], Spelt] = {}
        self._spelt_by_text: dict[str, Spelt] = {}
        for name in (*_others(library), *self._titles, *MONTHS, *WEEKDAYS):
            self._add(name)
        for person in library.people.values():
            for name in person.names:
                self._persons[self._add(name)] = person.id

    def within(self, text: list[Word]) -> Iterator[Known]:
        """The names that stand in the words of a text, apart and in order."""
        place = 0
        while place < len(text):
            known = self._at(text, place)
            if known:
                yield known
            place = known.last + 1 if known else place + 1

    def spelt(self, texts: tuple[str, ...]) -> Spelt:
        """The words and the people of some texts."""
        if texts not in self._spelt:
            each = [self._spelt_in(text) for text in texts]
            self._spelt[texts] = Spelt(
                frozenset[str]().union(*(spelt.words for spelt in each)),
                frozenset[str]().union(*(spelt.people for spelt in each)),
                frozenset[str]().union(*(spelt.roots for spelt in each)),
            )
        return self._spelt[texts]

    def _spelt_in(self, text: str) -> Spelt:
        if text not in self._spelt_by_text:
            there = words(text)
            self._spelt_by_text[text] = Spelt(
                frozenset(word.plain for word in there),
                frozenset(known.person for known in self.within(there) if known.person),
                frozenset(word.plain[:ROOT] for word in there),
            )
        return self._spelt_by_text[text]

    def missing(self, name: str, texts: tuple[str, ...]) -> list[str]:
        """The capitalised words of a name that stand in none of the texts, by which a slip of spelling shows.

        A person counts as there when any of that person's names is; abbreviations are let pass, and so is the one
        capital of a text that belongs to no name: `Unnamed official`.
        """
        found = words(name)
        capitals = sum(word.is_capitalised for word in found)
        if not capitals:
            return []
        there = self.spelt(texts)
        known = {place: name for name in self.within(found) for place in range(name.first, name.last + 1)}

        def is_there(place: int) -> bool:
            return found[place].plain in there.words or (place in known and known[place].person in there.people)

        return [
            word.written
            for place, word in enumerate(found)
            if word.is_capitalised
            and len(word.plain) > _SHORT
            and (place or capitals > 1 or place in known)
            and not is_there(place)
        ]

    def titles(self, text: str) -> Iterator[tuple[int, int]]:
        """Where titles of documents and terms of the glossary stand in a text."""
        found = words(text)
        for known in self.within(found):
            if known.name in self._titles:
                yield found[known.first].start, found[known.last].end

    def _add(self, name: str) -> tuple[str, ...]:
        key = tuple(word.plain for word in words(name))
        if key:
            self._by_words.setdefault(key, name)
            self._longest[key[0]] = max(len(key), self._longest.get(key[0], 0))
        return key

    def _at(self, text: list[Word], place: int) -> Known | None:
        """The longest name that begins at a word; its last word may stand in the plural."""
        first = text[place].plain
        longest = max(self._longest.get(first, 0), self._longest.get(_singular(first), 0))
        if not longest:
            return None
        plain = [word.plain for word in text[place : place + longest]]
        for length in range(len(plain), 0, -1):
            *before, last = plain[:length]
            for key in ((*before, last), (*before, _singular(last))):
                name = self._by_words.get(key)
                if name and (text[place].is_capitalised or name in self._titles):
                    return Known(name, place, place + length - 1, self._persons.get(key))
        return None


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
        yield from (help_.name for help_ in boundary.turn_to)


def _english(aliases: Iterable[str]) -> Iterator[str]:
    """Aliases that may stand in our sentences; one in another script never does."""
    return (alias for alias in aliases if alias.isascii())
