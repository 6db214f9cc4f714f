"""Which of some words a mistyped one may stand for: by a slip of the keys, in Latin letters or in Hangul, or by ear."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise, permutations
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.language.keyboard import are_alike, are_beside, shortened
from bot.domain.text.hangul import spell

_SHORTEST: Final = 4
"""Of a word of fewer letters only two can be exchanged: too many such words are one letter apart."""
_FREE: Final = 5
"""From so many letters on a slip may be any letter; in a shorter word it is of a key beside, or of two exchanged.

For Hangul it is always so: a syllable has two or three letters."""
_LONG: Final = 8
"""In a word of so many letters there may be two slips."""
_SLIPS: Final = 2
_SHORTEST_HANGUL: Final = 5
"""The same of Hangul, in the letters of its syllables."""
_PIECES: Final = 3
_ASTRAY: Final = 1
"""By so many letters a word with a slip begins or ends elsewhere than it would."""

_HOMOPHONES: Final = (
    "border boarder / route root rout / flee flea / die dye / died dyed / dying dyeing / buy by bye / hire higher / "
    "where wear ware / way weigh / their there / whose whos / mail male / write right / seize seas / sell cell / "
    "fare fair / plane plain / pass past / wait weight / caught court / pair pear / price prise / guard gard / die di"
)
"""English words that sound alike where one is a word of danger, crossing or contact."""


def _sounding_alike() -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for alike in _HOMOPHONES.split(" / "):
        for word, other in permutations(alike.split(), 2):
            found[word].add(other)
    return {word: frozenset(others) for word, others in found.items()}


SOUNDING_ALIKE: Final = _sounding_alike()


class Keyslips:
    """Built once for the words that may be meant; those that are a slip away are found through their deletions."""

    def __init__(self, words: Iterable[str]) -> None:
        self._shortened: defaultdict[str, list[str]] = defaultdict(list)
        self._long: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(words):
            if word.isascii() and word.isalpha() and len(word) >= _SHORTEST - 1:
                for shorter in shortened(word):
                    self._shortened[shorter].append(word)
                if len(word) >= _LONG:
                    self._long[word[0]].append(word)
        self._longest = max(map(len, self._shortened), default=0)

    def meant(self, typed: str) -> frozenset[str]:
        """The words that one which is no word may stand for."""
        if not _SHORTEST - 1 <= len(typed) <= self._longest + _SLIPS:
            return frozenset()
        near = {word for shorter in shortened(typed) for word in self._shortened.get(shorter, ())}
        found = {word for word in near if _is_a_slip(typed, word)}
        if not found and len(typed) >= _LONG and (long := self._long.get(typed[0])):
            found.update(word for word, _, _ in process.extract(typed, long, scorer=OSA.distance, score_cutoff=_SLIPS))
        return frozenset(found)


class HangulSlips:
    """Finds Korean words in a text with one slip in them, letter by letter as they are typed.

    One slip, even of two letters exchanged, leaves one of three pieces of a word as it is: by that it is found.
    """

    def __init__(self, words: Iterable[tuple[str, int]]) -> None:
        """`words` are given with the numbers by which they are found."""
        self._by_piece: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
        """For each piece the words that have it, each with its place in the word and the word's number."""
        for written, number in words:
            word = spell(written)
            ends = [len(word) * part // _PIECES for part in range(_PIECES + 1)] if len(word) >= _SHORTEST_HANGUL else []
            for start, end in pairwise(ends):
                if end - start > 1:
                    self._by_piece[word[start:end]].append((word, start, number))
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)
        """For two letters how long the pieces are that begin with them."""
        for piece in self._by_piece:
            self._lengths[piece[:2]].add(len(piece))

    def within(self, typed: Iterable[tuple[str, bool]]) -> set[int]:
        """The numbers of the words that stand so in what was typed, given word by word, each with whether it is one.

        A slip is looked for only where something stands that is no word.
        """
        letters, doubtful, syllables, ends = "", list[range](), {0}, set[int]()
        for word, is_word in typed:
            start = len(letters)
            for syllable in word:
                letters += spell(syllable)
                syllables.add(len(letters))
            ends.add(len(letters))
            if not is_word:
                doubtful.append(range(start, len(letters)))
        found = set[int]()
        if not doubtful:
            return found
        stretch = _Stretch(letters, frozenset(syllables), frozenset(ends), tuple(doubtful))
        first, last = doubtful[0].start, doubtful[-1].stop
        for place in range(len(letters)):
            for length in self._lengths.get(letters[place : place + 2], ()):
                for word, offset, number in self._by_piece.get(letters[place : place + length], ()):
                    start = place - offset
                    is_near = start - _ASTRAY < last and first < start + len(word) + 2 * _ASTRAY
                    if is_near and number not in found and stretch.has(word, start):
                        found.add(number)
        return found


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What was typed, in its letters: where syllables begin and end, where words end, and where what is none stands."""

    letters: str
    syllables: frozenset[int]
    ends: frozenset[int]
    doubtful: tuple[range, ...]

    def has(self, word: str, start: int) -> bool:
        """Whether the word stands about there but for one slip in a doubtful place."""
        if not self._is_doubtful(start - _ASTRAY, start + len(word) + 2 * _ASTRAY):
            return False
        for begin in self.syllables.intersection(range(start - _ASTRAY, start + _ASTRAY + 1)):
            reach = begin + len(word)
            for end in self.syllables.intersection(range(reach - _ASTRAY, reach + _ASTRAY + 1)):
                # Another last letter within a word is another ending: 보내지면 is no 보내질 mistyped.
                is_whole = end in self.ends or are_alike(self.letters[end - 1], word[-1])
                if is_whole and self._is_doubtful(begin, end) and _is_a_slip(self.letters[begin:end], word):
                    return True
        return False

    def _is_doubtful(self, begin: int, end: int) -> bool:
        for each in self.doubtful:  # noqa: SIM110 - a generator would take as long again; this is asked very often
            if begin < each.stop and each.start < end:
                return True
        return False


def _is_a_slip(typed: str, word: str) -> bool:
    """Whether fingers slip so: one letter too few, too many, beside the right one or exchanged with the next."""
    if OSA.distance(typed, word, score_cutoff=1) != 1:
        return False
    if sorted(typed) == sorted(word):
        return len(word) >= _SHORTEST or typed[0] == word[0]
    if len(word) < _SHORTEST:
        return False
    place = next((place for place, (one, other) in enumerate(zip(typed, word, strict=False)) if one != other), -1)
    is_free = word.isascii() and len(word) >= _FREE and place != 0
    if len(typed) < len(word):
        return place != 0
    if len(typed) == len(word):
        return is_free or are_beside(typed[place], word[place])
    place = place if place >= 0 else len(word)
    return is_free or any(are_beside(typed[place], letter) for letter in word[max(0, place - 1) : place + 1])
