"""Which paragraphs have some words: an index of single words and of neighbouring ones.

Each word and each pair of neighbours is kept as one 64-bit number, its checksum and the paragraph it stands in, in one
sorted array. `rain fell` in paragraph 7 is three numbers: of `rain`, `fell` and `rain fell`, each with the 7. Two pairs
may share a checksum: that only makes one paragraph more to look at, for what is found is compared letter by letter.
"""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple
from zlib import crc32

from bot.domain.text.scripts import is_unspaced
from bot.domain.verdict.runs import Whole

_WORD = re.compile(r"\w+(?:[-'.,]\w+)*")
"""A word with what belongs inside it; in writing without spaces, and in Korean, each character is one."""
_COMMON: Final = 400
"""Words that more paragraphs than this have say little about where to look."""
_FEW_WORDS: Final = 3
_SORTED_APART: Final = 256
"""Shares of all entries that are sorted one after another: other threads wait for each to end."""


class PlacedWord(NamedTuple):
    """A word of a folded text and where it stands; `key` is what is compared."""

    key: str
    start: int
    end: int


def words_of(folded: str) -> list[PlacedWord]:
    """The words of a folded text."""
    return [
        PlacedWord(word.casefold(), match.start() + start, match.start() + start + len(word))
        for match in _WORD.finditer(folded)
        for start, word in _words_in(match.group())
    ]


def keys_of(folded: str) -> list[str]:
    """The same words as they are compared, without their places."""
    if folded.isascii():
        return [word.casefold() for word in _WORD.findall(folded)]
    return [word.casefold() for found in _WORD.findall(folded) for _, word in _words_in(found)]


def _words_in(text: str) -> Iterable[tuple[int, str]]:
    """The words of a stretch without spaces, each with its place."""
    return ((0, text),) if text.isascii() else _cut(text)


def _cut(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for unspaced, letters in groupby(text, key=is_unspaced):
        run = "".join(letters)
        if unspaced:
            yield from enumerate(run, start)
        else:
            yield from ((start + match.start(), match.group()) for match in _WORD.finditer(run))
        start += len(run)


class WordIndex:
    """Built once for a library; paragraphs are numbered through all runs."""

    def __init__(self, runs: Sequence[Whole]) -> None:
        self.places = [(run, part) for run in runs for part in range(len(run.starts))]
        entries = [array("Q") for _ in range(_SORTED_APART)]
        for number, keys in enumerate(_paragraphs(runs)):
            for gram in {*_grams(keys)}:
                entries[gram * _SORTED_APART >> 32].append(gram << 32 | number)
        self._entries = array("Q")
        for some in entries:
            self._entries.extend(sorted(some))

    def knows(self, word: str) -> bool:
        """Whether any paragraph has the word."""
        first, last = self._range(_checksum(word.casefold()))
        return first < last

    def carriers(self, keys: Sequence[str]) -> list[Whole]:
        """The runs that may have all these words one after another, in register order: those with the rarest pair."""
        ranges = [self._range(gram) for gram in (_pairs(keys) if len(keys) > 1 else map(_checksum, keys))]
        if not ranges:
            return []
        first, last = min(ranges, key=lambda found: found[1] - found[0])
        return list(
            {id(self.places[number][0]): self.places[number][0] for number in self._numbers(first, last)}.values()
        )

    def likely(self, keys: Sequence[str], most: int) -> list[int]:
        """The paragraphs that share most pairs of words with a text, rare ones first; for few words, those with one."""
        votes: Counter[int] = Counter()
        self._vote(votes, set(_pairs(keys)))
        if len(keys) <= _FEW_WORDS or not votes:
            longest = sorted(set(keys), key=lambda key: (-len(key), key))[:_FEW_WORDS]
            self._vote(votes, set(map(_checksum, longest)))
        ordered = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
        return sorted(number for number, _ in ordered[:most])

    def longest_run(self, keys: Sequence[str]) -> tuple[int, int | None, int]:
        """The most consecutive words of a text that one paragraph has, which one that is, and where they end."""
        best: tuple[int, int | None, int] = (0, None, 0)
        lengths: dict[int, int] = {}
        for end, gram in enumerate(_pairs(keys), 2):
            first, last = self._range(gram)
            if last - first > _COMMON:
                lengths = {number: length + 1 for number, length in lengths.items()}
            else:
                lengths = {number: lengths.get(number, 1) + 1 for number in self._numbers(first, last)}
            number = max(lengths, key=lambda key: (lengths[key], -key), default=None)
            if number is not None and lengths[number] > best[0]:
                best = lengths[number], number, end
        return best

    def _vote(self, votes: Counter[int], grams: set[int]) -> None:
        for first, last in sorted((self._range(gram) for gram in grams), key=lambda found: found[1] - found[0]):
            if last - first > _COMMON and votes:
                break
            votes.update(self._numbers(first, last))

    def _range(self, gram: int) -> tuple[int, int]:
        first = bisect_left(self._entries, gram << 32)
        return first, bisect_left(self._entries, gram + 1 << 32, first)

    def _numbers(self, first: int, last: int) -> list[int]:
        return [entry & 0xFFFFFFFF for entry in self._entries[first:last]]


def _paragraphs(runs: Sequence[Whole]) -> Iterator[list[str]]:
    """The words of each paragraph, and the first word of the next, for words that run on."""
    for run in runs:
        keys = [keys_of(run.part(part)) for part in range(len(run.starts))]
        follows: list[list[str]] = []
        later: list[str] = []
        for own in reversed(keys):
            follows.append(later)
            later = own[:1] or later
        yield from ([*own, *first] for own, first in zip(keys, reversed(follows), strict=True))


def _grams(keys: Sequence[str]) -> Iterator[int]:
    words = [*map(_checksum, keys)]
    yield from words
    yield from map(_paired, words, words[1:])


def _pairs(keys: Sequence[str]) -> Iterator[int]:
    words = [*map(_checksum, keys)]
    return map(_paired, words, words[1:])


def _paired(first: int, second: int) -> int:
    """One number of 32 bits for two, in their order."""
    return (first * 0x9E3779B1 + second * 0x85EBCA6B + 1) & 0xFFFFFFFF


def _checksum(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
