"""Finds words and phrases of a list in a question: as they are written, whatever their endings, or mistyped."""

import weakref
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import islice
from typing import Final, NamedTuple

from bot.domain.search.keyslips import SOUNDING_ALIKE, HangulSlips, Keyslips
from bot.domain.search.stemming import stem, without_particles
from bot.domain.search.tokens import Run, runs
from bot.domain.text.folding import SEARCHED
from bot.domain.text.scripts import script_of

_RUNS: Final = 8192
"""So many words are known at once, as many as there are runs (`tokens.py`)."""
_SHORTEST_HALF: Final = 2
"""Of two words written as one each has at least so many letters."""


class Found(NamedTuple):
    """The numbers of the phrases that are in a question."""

    written: AbstractSet[int]
    """Those as they are written, and those of a word which is none and can be meant for one word alone."""
    meant: AbstractSet[int]
    """The same, and those with other endings."""


@dataclass(slots=True)
class _Branch:
    """What may follow the words that led here, and the phrases that end with them."""

    after: "dict[str, _Branch]" = field(default_factory=dict[str, "_Branch"])
    ends: list[int] = field(default_factory=list[int])

    def grow(self, words: Sequence[str], number: int) -> None:
        branch = self
        for word in words:
            branch = branch.after.setdefault(word, _Branch())
        branch.ends.append(number)


class _Place(NamedTuple):
    """A word of a question, or a run of Chinese, Japanese or Korean."""

    run: Run
    is_word: bool
    written: Sequence[str]
    meant: Sequence[str]
    """The same, and what else may be meant."""


class Phrasebook:
    """Built once for a list; phrases are told by their place in it.

    Words with spaces between them are matched whole; Chinese, Japanese and Korean anywhere. A typed word is taken for
    another one only if it is neither in the list nor, by `is_word`, a word otherwise known.
    """

    def __init__(self, phrases: Sequence[str], is_word: Callable[[Run], bool]) -> None:
        self._is_word = is_word
        self._spaced = _Branch()
        self._unspaced: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        self._written: set[str] = set()
        self._stems: set[str] = set()
        hangul: list[tuple[str, int]] = []
        for number, folded in enumerate(SEARCHED.each(list(phrases))):
            parts = runs(folded)
            written = tuple(run.text for run in parts)
            if all(map(str.isascii, written)):
                for form in {written, tuple(map(_stem_of, parts))} if parts else ():
                    self._spaced.grow(form, number)
                self._written.update(written)
                self._stems.update(map(_stem_of, parts))
            else:
                together = "".join(written)
                self._unspaced[together[0]].append((together, number))
                if any(script_of(character) == "hangul" for character in together):
                    hangul.append((together, number))
        self._words = self._written | self._stems
        self._longest = max(map(len, self._words), default=0)
        self._keyslips = Keyslips(self._words)
        self._hangul = HangulSlips(hangul)
        itself: Phrasebook = weakref.proxy(self)  # with a true reference nothing but the collector could free either
        self._plain = lru_cache(maxsize=_RUNS)(partial(Phrasebook._uncached_plain, itself))

    def find(self, question: str) -> Found:
        """The phrases of the list that a question has."""
        return self.within(runs(SEARCHED(question)))

    def within(self, there: Sequence[Run]) -> Found:
        """The same of a question that is taken apart into runs."""
        places = list(self._places(there))
        within = self._within(places)
        meant = {*within, *self._in_order([place.meant for place in places])}
        written = {*within, *self._in_order([place.written for place in places])} if meant else set[int]()
        if any(place.run.script == "hangul" for place in places):
            meant.update(self._hangul.within((place.run.text, place.is_word) for place in places))
        return Found(written, meant)

    def _in_order(self, places: Sequence[Sequence[str]]) -> list[int]:
        """The phrases whose words stand one after another, each place having several words it may be."""
        found: list[int] = []
        first = self._spaced.after
        for start, begun in enumerate(places):
            if first.keys().isdisjoint(begun):
                continue
            reached = [first[word] for word in begun if word in first]
            for branch in reached:
                found += branch.ends
            for words in islice(places, start + 1, None):
                reached = [each.after[word] for each in reached for word in words if word in each.after]
                if not reached:
                    break
                for branch in reached:
                    found += branch.ends
        return found

    def _within(self, places: Sequence[_Place]) -> list[int]:
        text = "".join(place.run.text for place in places)
        if text.isascii():
            return []
        return [
            number
            for start, character in enumerate(text)
            for phrase, number in self._unspaced.get(character, ())
            if text.startswith(phrase, start)
        ]

    def _places(self, there: Sequence[Run]) -> Iterator[_Place]:
        """What stands at each place; a word cut in two is one place, two that are written as one are two."""
        plain = list(map(self._plain, there))
        place = 0
        while place < len(there):
            run, as_it_is = there[place], plain[place]
            place += 1
            if as_it_is:
                yield as_it_is
            elif not all(plain[place : place + 1]) and (both := run.text + there[place].text) in self._words:
                place += 1
                yield _Place(run, False, (both,), (both,))
            elif halves := self._halves(run.text):
                yield from (_Place(run, False, (half,), _once(half, stem(half))) for half in halves)
            else:
                meant = {*self._keyslips.meant(run.text), *_alike(run)}
                stems = set(map(stem, meant))
                written = _once(run.text, *meant) if len(stems) == 1 else (run.text,)
                yield _Place(run, False, written, _once(run.text, *meant, _stem_of(run), *stems))

    def _uncached_plain(self, run: Run) -> _Place | None:
        """The place of what is meant as it stands; None for a word in Latin letters that may be misspelt."""
        is_word = self._knows(run)
        return _Place(run, is_word, (run.text,), _forms(run)) if is_word or run.script != "latin" else None

    def _knows(self, run: Run) -> bool:
        """Whether a word is meant as it stands."""
        if run.script == "hangul":
            return self._is_word(run) or any(
                self._is_inflected(run.text[place:]) for place in range(len(run.text)) if place != 1
            )
        if run.script != "latin" or run.text in self._written or self._is_word(run):
            return True
        return run.key != run.text and run.key in self._stems

    def _is_inflected(self, text: str) -> bool:
        """Whether a text is a phrase of Korean with nothing after it but an ending."""
        begun = (phrase for phrase, _ in self._unspaced.get(text[0], ()) if len(phrase) > 1 and text.startswith(phrase))
        return any(without_particles(text, least=len(phrase)) == phrase for phrase in begun)

    def _halves(self, word: str) -> tuple[str, str] | None:
        if len(word) > 2 * self._longest:
            return None
        cuts = range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1)
        both = ((word[:cut], word[cut:]) for cut in cuts)
        return next((halves for halves in both if all(half in self._words for half in halves)), None)


def _stem_of(run: Run) -> str:
    return run.key if run.script == "latin" else run.text


def _forms(run: Run) -> Sequence[str]:
    """A word as it is written, without its ending, and what sounds like it."""
    if run.text in SOUNDING_ALIKE:
        return _once(run.text, _stem_of(run), *_alike(run))
    return (run.text,) if run.script != "latin" or run.key == run.text else (run.text, run.key)


def _once(*words: str) -> Sequence[str]:
    return tuple(dict.fromkeys(words))


def _alike(run: Run) -> frozenset[str]:
    return SOUNDING_ALIKE.get(run.text, frozenset())
