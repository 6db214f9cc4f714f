"""What begins with what was typed so far: the first thing somebody means who has not finished typing."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from bot.domain.model import Kind
from bot.domain.search.entries import Entry, Field, Phrase
from bot.domain.search.fold import fold
from bot.domain.search.letters import spell

_MOST: Final = 300
"""Of more beginnings than this the first by the alphabet are looked at: one letter begins much in a large library."""
_LAST: Final = "\U0010ffff"

Begun = tuple[int, Phrase]
"""The number of an entry, and its phrase that begins so."""


class Beginnings:
    """Titles and aliases by their beginning, and titles by the beginning of each of their words."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._texts: dict[Kind, list[str]] = {}
        self._places: dict[Kind, list[tuple[int, int, Phrase]]] = {}
        found: defaultdict[Kind, list[tuple[str, int, int, Phrase]]] = defaultdict(list)
        for number, entry in enumerate(entries):
            found[entry.kind].extend((text, skipped, number, phrase) for text, skipped, phrase in _beginnings(entry))
        for kind, beginnings in found.items():
            beginnings.sort(key=lambda each: each[:3])
            self._texts[kind] = [text for text, *_ in beginnings]
            self._places[kind] = [(skipped, number, phrase) for _, skipped, number, phrase in beginnings]

    def of(self, typed: str, kinds: Collection[Kind] | None) -> list[Begun]:
        """The entries with a phrase that begins so, best first, each once.

        Better is what begins at its first word, then what is shorter: more of it has been typed.
        """
        sought = _folded(typed)
        if not sought:
            return []
        found: list[tuple[int, int, int, Phrase]] = []
        for kind, texts in self._texts.items():
            if kinds is not None and kind not in kinds:
                continue
            first = bisect_left(texts, sought)
            last = min(bisect_left(texts, sought + _LAST), first + _MOST)
            found += [
                (skipped, len(texts[place]), number, phrase)
                for place, (skipped, number, phrase) in enumerate(self._places[kind][first:last], start=first)
            ]
        found.sort(key=lambda each: each[:3])
        best: dict[int, Phrase] = {}
        for _, _, number, phrase in found:
            best.setdefault(number, phrase)
        return list(best.items())


def _beginnings(entry: Entry) -> Iterator[tuple[str, int, Phrase]]:
    for phrase in entry.phrases:
        if phrase.field > Field.WHO:
            continue
        words = _folded(phrase.text).split(" ")
        starts = range(len(words)) if phrase.field is Field.TITLE else range(1)
        yield from ((" ".join(words[start:]), min(start, 1), phrase) for start in starts)


def _folded(text: str) -> str:
    """Folded, without marks, each syllable of Hangul in its letters, so that half of one begins the whole."""
    letters = "".join(letter if letter.isalnum() else " " for letter in fold(text))
    return " ".join(spell(word) for word in letters.split())
