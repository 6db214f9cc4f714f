"""Finds the names of instruments in a text, however they are spelt, spaced and joined.

A name is known by one key, its letters and digits after the folding `NAMES`: the same key is looked for and looked up.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.language.tables import listed
from bot.domain.law import Instrument
from bot.domain.text.folding import NAMES

_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"\d+|[^\W\d_]+")
_LATIN = re.compile(r"[a-z]+|[0-9]+")
_START = re.compile(r"(?<![a-z0-9])[a-z0-9]|[^\W_a-z0-9]")
"""Where a name may begin: in Latin letters at the beginning of a word, in others anywhere."""
_VOLUME: Final = re.compile(r"Treaty Series\W+vol\. (?P<volume>\d+), p\. (?P<page>\d+)")
_SERIES: Final = listed("citation", "series")
_GAP: Final = 3
"""At most so many spaces and marks stand between two words of a name."""
_LONG: Final = 6
"""A word of a name has at least this many letters before a misspelling of it is forgiven."""
_SAME_WORD: Final = 0.79


class NamedTreaty(NamedTuple):
    """A name in a text, and the instruments that have it."""

    instruments: tuple[str, ...]
    start: int
    end: int


@dataclass(slots=True)
class _Name:
    instruments: dict[str, None]
    """In the order of the register."""
    breaks: set[int]
    """Where, in the key, its words meet: a text may have a space there, a hyphen, or nothing."""


class TreatyNames:
    """All names of some instruments; of several that fit in one place the longest is meant."""

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        self._by_key: dict[str, _Name] = {}
        words: set[str] = set()
        begun: set[tuple[str, str]] = set()
        """The first word of each name, and the second one if there is one."""
        for instrument in instruments:
            for text in (*instrument.names, instrument.title, instrument.short, *_in_a_series(instrument)):
                of_name = self._learn(text, instrument.id)
                words.update(of_name)
                begun.update([(of_name[0], of_name[1] if len(of_name) > 1 else "")] if of_name else [])
        self._lengths: dict[str, list[int]] = {}
        """For the first character of a name, how long the keys are that begin with it, the longest first."""
        for length, first in sorted({(len(key), key[0]) for key in self._by_key}, reverse=True):
            self._lengths.setdefault(first, []).append(length)
        self._first_words = frozenset(first for first, _ in begun)
        self._joined: dict[str, tuple[str, ...]] = {}
        """By its first character how a word begins that is the first two of a name written as one."""
        for joined in sorted({first + second[0] for first, second in begun if second}):
            self._joined[joined[0]] = (*self._joined.get(joined[0], ()), joined)
        self._first_letters = frozenset(first[0] for first, _ in begun if not first.isascii())
        self._long_words = sorted(word for word in words if _may_be_misspelt(word))

    def within(self, text: str) -> list[NamedTreaty]:
        """The names that stand in a text, apart and in order; ranges are of the text as given."""
        plain = NAMES(text)
        if not self.may_stand_in(plain):
            return []
        folded = NAMES.traced(text, plain)
        places = [place for place, character in enumerate(folded.text) if character.isalnum()]
        key = "".join([folded.text[place] for place in places])
        found: list[NamedTreaty] = []
        done = 0
        for match in _START.finditer(folded.text):
            lengths = self._lengths.get(match.group())
            if lengths and match.start() >= done:
                first = bisect_left(places, match.start())
                length = self._longest(folded.text, key, places, first, lengths)
                if length:
                    done = places[first + length - 1] + 1
                    instruments = self._by_key[key[first : first + length]].instruments
                    found.append(NamedTreaty(tuple(instruments), *folded.original(places[first], done)))
        return found

    def may_stand_in(self, folded: str) -> bool:
        """Whether any name may stand in a text that is folded as names are.

        Its first word does, alone or with the next one joined to it; of others its first letter.
        """
        words = _LATIN.findall(folded)
        if not self._first_words.isdisjoint(words):
            return True
        joined = self._joined
        if any(word[0] in joined and word.startswith(joined[word[0]]) for word in words):
            return True
        return not folded.isascii() and not self._first_letters.isdisjoint(folded)

    def spelt(self, text: str) -> str:
        """The text with each long word that is a misspelt one of a name put right."""
        return _WORD.sub(lambda word: self._spelt(word.group()), text)

    def _learn(self, text: str, instrument: str) -> list[str]:
        """Keep a name, and give its words."""
        words: list[str] = _PART.findall(NAMES(text))
        if words:
            name = self._by_key.setdefault("".join(words), _Name({}, set()))
            name.instruments[instrument] = None
            name.breaks.update(len("".join(words[:count])) for count in range(1, len(words)))
        return words

    def _longest(self, text: str, key: str, places: Sequence[int], first: int, lengths: Iterable[int]) -> int:
        """How many letters the longest name has that begins with a letter of the text; 0 where none does."""
        for length in lengths:
            name = self._by_key.get(key[first : first + length]) if first + length <= len(key) else None
            if name and _hangs_together(places[first : first + length], name.breaks, text):
                return length
        return 0

    def _spelt(self, word: str) -> str:
        if not _may_be_misspelt(word):
            return word
        near = process.extractOne(
            word.lower(), self._long_words, scorer=OSA.normalized_similarity, score_cutoff=_SAME_WORD
        )
        return near[0] if near else word


def _in_a_series(instrument: Instrument) -> Iterator[str]:
    """How the place in a treaty series is cited where an instrument tells it: `189 UNTS 137`."""
    if found := _VOLUME.search(instrument.series or ""):
        yield from (form.format(volume=found["volume"], page=found["page"]) for form in _SERIES)


def _hangs_together(places: Sequence[int], breaks: set[int], text: str) -> bool:
    """Whether letters at these places are one name: nothing between them but where words may meet, and a whole word.

    A number may follow a name directly, other letters may not; in writing without spaces anything may, and one space
    or dot may stand anywhere: 난민 협약.
    """
    for number in range(1, len(places)):
        gap = places[number] - places[number - 1] - 1
        if gap and number not in breaks:
            if gap > 1 or text[places[number]].isascii() or text[places[number - 1]].isascii():
                return False
        elif gap > _GAP:
            return False
    last, following = text[places[-1]], text[places[-1] + 1 : places[-1] + 2]
    if not last.isascii() or not following.isascii():
        return True
    return not (following.isdigit() if last.isdigit() else following.isalpha())


def _may_be_misspelt(word: str) -> bool:
    return len(word) >= _LONG and word.isascii() and word.isalpha()
