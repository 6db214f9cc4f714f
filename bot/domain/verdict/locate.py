"""Finds the paragraphs that a text is most like: where to look, never whether it is the same."""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from typing import Final, NamedTuple
from zlib import crc32

from rapidfuzz.distance import Indel, LCSseq

from bot.domain.text.scripts import is_unspaced
from bot.domain.verdict.segments import Segment

_WORD = re.compile(r"\w+(?:[-'.,]\w+)*")
"""A word with what belongs inside it; in writing without spaces, and in Korean, each character is one."""

_CANDIDATES: Final = 8
_COMMON: Final = 400
"""A pair of words that more paragraphs than this have says little about where to look."""
_FEW_WORDS: Final = 3
_SAME_WORD: Final = 0.6
"""Two stretches this alike, letter by letter, count in part as the same words."""


class PlacedWord(NamedTuple):
    """A word of a folded text and where it stands; `key` is what is compared."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """The stretch of a segment that a text is most like, as ranges of words of both, and how like, from 0 to 1."""

    segment: Segment
    score: float
    text_words: tuple[int, int]
    start: int
    """Where the stretch begins in the segment's folded text."""
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


class Locator:
    """An index of neighbouring words.

    Each pair of neighbours is kept as one 64-bit number, its checksum and the paragraph it stands in, in one sorted
    array: 8 bytes a word. Two pairs may share a checksum; that only makes one paragraph more to look at.
    """

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        pairs = {
            pair << 32 | number for number, segment in enumerate(segments) for pair in _pairs(keys_of(segment.text))
        }
        self._pairs = array("Q", sorted(pairs))

    def nearest(self, folded: str) -> Likeness | None:
        """The stretch that a folded text is most like; the first in register order of several that are equally like."""
        words = words_of(folded)
        best: Likeness | None = None
        for number in self._candidates(words):
            likeness = _likeness(words, self._segments[number])
            if likeness is not None and (best is None or likeness.score > best.score):
                best = likeness
        return best

    def _candidates(self, words: list[PlacedWord]) -> list[int]:
        """The paragraphs that share most pairs of words with a text, a rare pair counting for more."""
        votes: Counter[int] = Counter()
        found = sorted((self._having(pair) for pair in set(_pairs([word.key for word in words]))), key=len)
        for numbers in found:
            if len(numbers) > _COMMON and votes:
                break
            for number in numbers:
                votes[number] += 1
        if len(words) <= _FEW_WORDS or not votes:
            longest = sorted({word.key for word in words}, key=lambda key: (-len(key), key))[:_FEW_WORDS]
            votes.update(self._holding(longest))
        ordered = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
        return sorted(number for number, _ in ordered[:_CANDIDATES])

    def _having(self, pair: int) -> list[int]:
        first = bisect_left(self._pairs, pair << 32)
        last = bisect_left(self._pairs, pair + 1 << 32, first)
        return [entry & 0xFFFFFFFF for entry in self._pairs[first:last]]

    def _holding(self, keys: list[str]) -> Iterator[int]:
        """Paragraphs with one of a few words, for texts too short or too much changed to share a pair with any."""
        for number, segment in enumerate(self._segments):
            text = segment.text.casefold()
            for key in keys:
                if key in text:
                    yield number


def _pairs(keys: list[str]) -> Iterator[int]:
    return (crc32(f"{first} {second}".encode()) for first, second in pairwise(keys))


def _likeness(words: list[PlacedWord], segment: Segment) -> Likeness | None:
    """Lay a text along the part of a paragraph that shares most words with it, and measure from the first to the last.

    Where words repeat there are several ways to lay it; one is tried from the beginning and one from the end.
    """
    others = words_of(segment.text)
    ours = [word.key for word in words]
    since, until = _densest(set(ours), [word.key for word in others], len(ours) + len(ours) // 3 + 4)
    theirs = [word.key for word in others[since:until]]
    forward = _blocks(ours, theirs)
    backward = [
        (len(ours) - end, len(ours) - start, len(theirs) - other_end, len(theirs) - other_start)
        for start, end, other_start, other_end in reversed(_blocks(ours[::-1], theirs[::-1]))
    ]
    found = (
        _measured(
            words, others, [(start, end, since + first, since + last) for start, end, first, last in blocks], segment
        )
        for blocks in (forward, backward)
        if blocks
    )
    return max(found, key=lambda likeness: likeness.score, default=None)


def _densest(ours: set[str], theirs: list[str], length: int) -> tuple[int, int]:
    """The stretch of so many words that has most of ours; of several the first."""
    counts = [0, *accumulate(word in ours for word in theirs)]
    starts = range(max(1, len(theirs) - length + 1))
    best = max(starts, key=lambda start: (counts[min(start + length, len(theirs))] - counts[start], -start))
    return best, min(best + length, len(theirs))


def _blocks(ours: list[str], theirs: list[str]) -> list["_Block"]:
    return [
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in LCSseq.opcodes(ours, theirs)
        if op.tag == "equal"
    ]


def _measured(words: list[PlacedWord], others: list[PlacedWord], blocks: list["_Block"], segment: Segment) -> Likeness:
    blocks = _dense(blocks, len(words))
    shared = float(sum(end - start for start, end, _, _ in blocks))
    for (_, end, _, other_end), (start, _, other_start, _) in pairwise(blocks):
        if end < start and other_end < other_start:
            changed = " ".join(word.key for word in words[end:start])
            alike = Indel.normalized_similarity(changed, " ".join(word.key for word in others[other_end:other_start]))
            shared += alike * min(start - end, other_start - other_end) if alike >= _SAME_WORD else 0.0
    begun, ended = _widened(words, others, blocks, segment.text)
    score = 2 * shared / (len(words) + ended - begun)
    return Likeness(segment, score, (blocks[0][0], blocks[-1][1]), others[begun].start, others[ended - 1].end)


_Block = tuple[int, int, int, int]


def _dense(blocks: list[_Block], length: int) -> list[_Block]:
    """The run of blocks that lie close together and share most: a stray `the` far away belongs to no quotation."""
    runs: list[list[_Block]] = []
    for block in blocks:
        if runs and block[2] - runs[-1][-1][3] <= max(4, length // 2):
            runs[-1].append(block)
        else:
            runs.append([block])
    best = max(runs, key=lambda run: sum(end - start for start, end, _, _ in run))
    while len(best) > 1 and _is_stray(best[0], best[1]):
        best = best[1:]
    while len(best) > 1 and _is_stray(best[-1], best[-2]):
        best = best[:-1]
    return best


def _is_stray(block: _Block, neighbour: _Block) -> bool:
    """A single shared word at the edge, farther from the rest in the document than three words."""
    gap = max(neighbour[2] - block[3], block[2] - neighbour[3])
    return block[1] - block[0] == 1 and gap > 3  # noqa: PLR2004 - see above


def _widened(words: list[PlacedWord], others: list[PlacedWord], blocks: list[_Block], folded: str) -> tuple[int, int]:
    """The stretch with as many words on either side as the text has there of its own, within the sentence.

    So a changed first or last word is set against the word that it stands for.
    """
    begun, ended = blocks[0][2], blocks[-1][3]
    before, after = blocks[0][0], len(words) - blocks[-1][1]
    while before and begun and not _breaks(folded[others[begun - 1].end : others[begun].start]):
        begun, before = begun - 1, before - 1
    while after and ended < len(others) and not _breaks(folded[others[ended - 1].end : others[ended].start]):
        ended, after = ended + 1, after - 1
    return begun, ended


def _breaks(between: str) -> bool:
    """Whether a sentence or a quotation ends between two words."""
    return any(mark in between for mark in '.!?;:"\u3002')
