"""What begins with what was typed so far: the first thing somebody means who has not finished typing."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Final

from bot.domain.model import Kind
from bot.domain.search.entries import Entry, Field
from bot.domain.search.fold import fold
from bot.domain.search.stemming import spell

_MOST: Final = 300
"""Of more beginnings than this the first by the alphabet are looked at: one letter begins much in a large library."""
_LAST: Final = "\U0010ffff"

Begun = tuple[int, int]
"""The number of an entry, and the place of its phrase that begins so."""


class Beginnings:
    """Titles and aliases by their beginning."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        found: defaultdict[Kind, list[tuple[str, int, int]]] = defaultdict(list)
        for number, entry in enumerate(entries):
            found[entry.kind].extend(
                (_folded(phrase.text), number, place)
                for place, phrase in enumerate(entry.phrases)
                if phrase.field <= Field.WHO
            )
        self._by_kind = {kind: sorted(beginnings) for kind, beginnings in found.items()}

    def of(self, typed: str, kinds: Collection[Kind] | None) -> list[Begun]:
        """The entries with a phrase that begins so, each once; first where most of the phrase has been typed."""
        sought = _folded(typed)
        if not sought:
            return []
        found: list[tuple[str, int, int]] = []
        for kind, beginnings in self._by_kind.items():
            if kinds is None or kind in kinds:
                first = bisect_left(beginnings, (sought,))
                last = bisect_left(beginnings, (sought + _LAST,))
                found += beginnings[first : min(last, first + _MOST)]
        found.sort(key=lambda each: (len(each[0]), each[1]))
        best: dict[int, int] = {}
        for _, number, place in found:
            best.setdefault(number, place)
        return list(best.items())


def _folded(text: str) -> str:
    """Folded, without marks, each syllable of Hangul in its letters, so that half of one begins the whole."""
    letters = "".join(letter if letter.isalnum() else " " for letter in fold(text))
    return " ".join(spell(word) for word in letters.split())
