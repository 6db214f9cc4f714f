"""The names that a library itself has for what is in it, and their beginnings.

What is found for them can be kept, because it is known by a place among the library's own words, never by what somebody
typed.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.domain.search.entries import Entry

_LONGEST = 200
"""Characters of a name. Longer ones are whole sentences, which nobody types."""


class Beginning(NamedTuple):
    """So many characters from the beginning of one of the names."""

    name: int
    characters: int


class OwnWords:
    """Titles, aliases and ids, also in small letters, as they are typed."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        named = {name for entry in entries for name in _names(entry) if len(name) <= _LONGEST}
        self._names = sorted(named | {name.lower() for name in named})

    def beginning(self, typed: str) -> Beginning | None:
        """The first name that begins with what was typed."""
        place = bisect_left(self._names, typed)
        if place < len(self._names) and self._names[place].startswith(typed):
            return Beginning(place, len(typed))
        return None

    def whole(self, typed: str) -> int | None:
        """The name that was typed."""
        found = self.beginning(typed)
        return found.name if found and len(self._names[found.name]) == found.characters else None


def _names(entry: Entry) -> Iterator[str]:
    yield entry.id
    yield f"{entry.kind}:{entry.id}"
    yield from (phrase.text for phrase in entry.phrases)
