"""Questions that ask who held an office: `who was the special rapporteur on salvage`.

An office is a term of the glossary that the role of somebody has; whatever else a question says the role has too.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from bot.domain.model import Person
from bot.domain.search.answer import Hit
from bot.domain.search.entries import Field
from bot.domain.search.index import Index
from bot.domain.search.people import asks_who
from bot.domain.search.tokens import in_runs
from bot.domain.search.typed import PutRight

_PREPOSITION: Final = re.compile(r"\s(?:of|on|for|in|from|to)\s|,")
"""What ends, in a role, the noun that says what somebody was."""
_MOST: Final = 3
"""What more people than these have been is no office."""


class Offices:
    """Built once for the people of a library."""

    def __init__(self, index: Index, people: Mapping[str, Person]) -> None:
        self._index = index
        self._people = people
        self._roles = {key: _things(index, PutRight(person.role, ())) for key, person in people.items()}
        said = frozenset[str]().union(*self._roles.values())
        head = {term for person in people.values() for term in _begun_with(index, person.role)}
        named = (
            _things(index, PutRight(phrase.text, ()))
            for entry in index.entries
            if entry.kind == "term"
            for phrase in entry.phrases
            if phrase.field <= Field.ALIAS and phrase.text.isascii()
        )
        self._offices = {office for office in named if office <= said and office & head}

    def asked(self, question: PutRight) -> list[Hit]:
        """Those who held the office of which a question asks who did; nobody where it says more."""
        rest = asks_who(question.in_runs)
        if rest is None:
            return []
        things = _things(self._index, question.part(rest))
        if not any(office <= things for office in self._offices):
            return []
        found = [key for key, role in self._roles.items() if things <= role]
        if len(found) > _MOST:
            return []
        return [Hit("person", key, 1.0, "name", self._people[key].names[0]) for key in found]


def _begun_with(index: Index, role: str) -> Iterator[str]:
    """The things that begin in a role before its first preposition, which may be a part of their name."""
    whole, end = in_runs(role), len(in_runs(_PREPOSITION.split(role)[0]))
    return (token.term for token in index.tokens(role) if token.surface in whole and whole.index(token.surface) < end)


def _things(index: Index, text: PutRight) -> frozenset[str]:
    """The things that a text speaks of, by their terms."""
    tokens = index.tokens_of(text) if text.runs else index.tokens(text.text)
    return frozenset(token.term for token in tokens if token.content == 1 and not index.is_light(token))
