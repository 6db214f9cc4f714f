"""What begins with what was typed so far: the first thing somebody means who has not finished typing."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Final

from bot.domain.model import Kind
from bot.domain.search.entries import Entry, Field
from bot.domain.text.folding import SEARCHED
from bot.domain.text.hangul import spell

_MOST: Final = 300
"""Of more phrases than this the first by the alphabet are looked at: one letter begins much in a large library."""
_WORD = re.compile(r"[^\W_]+")
_LAST: Final = "\U0010ffff"

Begun = tuple[int, int]
"""The number of an entry, and the place of its phrase that begins so."""


class Prefixes:
    """Titles, aliases and quoted words by how they begin."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        named = [
            (number, place, phrase.text)
            for number, entry in enumerate(entries)
            for place, phrase in enumerate(entry.phrases)
            if phrase.field <= Field.WORDS
        ]
        found: defaultdict[Kind, list[tuple[str, int, int]]] = defaultdict(list)
        folded = SEARCHED.each([text for _, _, text in named])
        for text, (number, place, _) in zip(folded, named, strict=True):
            found[entries[number].kind].append((_spelt(text), number, place))
        self._by_kind = {kind: sorted(phrases) for kind, phrases in found.items()}

    def of(self, folded: str, kinds: Collection[Kind] | None) -> list[Begun]:
        """The entries with a phrase that begins so, each once; first where most of the phrase has been typed."""
        sought = _spelt(folded)
        if not sought:
            return []
        found: list[tuple[str, int, int]] = []
        for kind, phrases in self._by_kind.items():
            if kinds is None or kind in kinds:
                first = bisect_left(phrases, (sought,))
                last = bisect_left(phrases, (sought + _LAST,))
                found += phrases[first : min(last, first + _MOST)]
        found.sort(key=lambda each: (len(each[0]), each[1]))
        best: dict[int, int] = {}
        for _, number, place in found:
            best.setdefault(number, place)
        return list(best.items())


def _spelt(folded: str) -> str:
    """A folded text without marks, each syllable of Hangul in its letters, so that half of one begins the whole."""
    return " ".join(map(spell, _WORD.findall(folded)))
