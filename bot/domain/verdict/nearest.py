"""The passage that a text is most like: where to look, never whether it is the same.

`Any State shall return a traveller` is laid along `No State shall return a traveller`: five of six words are shared,
one after another, and the likeness is 10/12. Of passages that are as near, an official text goes before a rendering.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import partial_ratio_alignment

from bot.domain.text.folding import WORDS
from bot.domain.verdict.index import PlacedWord, WordIndex, keys_of, words_of
from bot.domain.verdict.region import OFFICIAL, Region
from bot.domain.verdict.runs import Whole

NEAR: Final = 0.58
NEAR_SHORT: Final = 0.6
"""A text is an altered form of a passage from this likeness on: `NEAR`, and `NEAR_SHORT` by its number of words more.

Short runs of words stand everywhere, so a short text must be more alike. `python -m benchmarks` shows what these
limits take for altered.
"""
RETOLD: Final = 6
"""So many consecutive words of one passage are no chance, and no talk about it: the text changes the passage."""
_RETOLD_SHARE: Final = 0.25
"""They must be so large a share of the text."""
_CANDIDATES: Final = 8
_LAID: Final = 3  # so many of them, word by word
_SAME_WORD: Final = 0.6
"""Two stretches this alike, letter by letter, count in part as the same words."""
_FAR_FROM_THE_REST: Final = 3

_Block = tuple[int, int, int]
"""Shared words: where they begin in the text and in the passage, and how many they are."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The stretch of a run that a text is most like, and how like, from 0 to 1."""

    run: Whole
    score: float
    longest: int
    """The most consecutive words shared."""
    text_words: tuple[int, int]
    """The first and the last word, plus one, of the text that the stretch accounts for."""
    start: int
    """Where the stretch begins in the run's text."""
    end: int
    length: int
    """The number of words in the text."""

    @property
    def is_alike(self) -> bool:
        """Whether a longer text would be near; a shorter one may share its words by chance."""
        return self.score >= NEAR

    @property
    def is_near(self) -> bool:
        """Whether the text is an altered form of the passage."""
        is_near = self.score >= NEAR + NEAR_SHORT / max(1, self.length)
        return is_near or (self.longest >= RETOLD and self.longest >= self.length * _RETOLD_SHARE)

    def beside(self, text: str) -> str:
        """The words of the text before and after those that the stretch accounts for."""
        folded = WORDS(text)
        found = words_of(folded)
        first, last = self.text_words
        return "" if last > len(found) else f"{folded[: found[first].start]} {folded[found[last - 1].end :]}"


def nearest(folded: str, index: WordIndex) -> Likeness | None:
    """The passage most like a folded text; the first in register order of several that are equally like."""
    keys = keys_of(folded)
    numbers = index.likely(keys, _CANDIDATES)
    _, retold, _ = index.longest_run(keys)
    looked_at = [*numbers, *(() if retold is None or retold in numbers else (retold,))]
    regions = [Region.around(index, number, len(keys)) for number in looked_at]
    ranked = sorted(enumerate(regions), key=lambda each: (-each[1].promise(keys), each[0]))[:_LAID]
    laid = [_laid(words_of(folded), region) for _, region in sorted(ranked)]
    found = [likeness for likeness in laid if likeness is not None]
    best = max(found, key=lambda likeness: likeness.score, default=None)
    if best is None:
        return None
    official = (each for each in found if each.run.is_article and each.is_near and each.score >= best.score - OFFICIAL)
    return max(official, key=lambda likeness: likeness.score, default=best)


def _laid(words: Sequence[PlacedWord], region: Region) -> Likeness | None:
    """Lay a text along a region, and measure from the first to the last word shared."""
    ours, theirs = [word.key for word in words], [word.key for word in region.words]
    since, until = _window(ours, theirs)
    matcher = SequenceMatcher(None, ours, theirs[since:until], autojunk=False)
    blocks = _dense([(a, b + since, size) for a, b, size in matcher.get_matching_blocks() if size], len(words))
    return _measured(words, region, blocks) if blocks else None


def _window(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, int]:
    """The stretch of theirs that is most like ours, with a little on either side."""
    found = partial_ratio_alignment(ours, theirs)
    if found is None or len(ours) >= len(theirs):
        return 0, len(theirs)
    more = len(ours) // 3 + 4
    return max(0, found.dest_start - more), min(len(theirs), found.dest_end + more)


def _dense(blocks: Sequence[_Block], length: int) -> list[_Block]:
    """The run of blocks that lie close together and share most: a stray `the` far away belongs to no quotation."""
    runs: list[list[_Block]] = []
    for block in blocks:
        if runs and block[1] - _ended(runs[-1][-1]) <= max(4, length // 2):
            runs[-1].append(block)
        else:
            runs.append([block])
    best = max(runs, key=lambda run: sum(size for _, _, size in run)) if runs else []
    while len(best) > 1 and _is_stray(best[0], best[1][1] - _ended(best[0])):
        best = best[1:]
    while len(best) > 1 and _is_stray(best[-1], best[-1][1] - _ended(best[-2])):
        best = best[:-1]
    return best


def _ended(block: _Block) -> int:
    return block[1] + block[2]


def _is_stray(block: _Block, gap: int) -> bool:
    """A single shared word at the edge, farther from the rest in the document than three words."""
    return block[2] == 1 and gap > _FAR_FROM_THE_REST


def _measured(words: Sequence[PlacedWord], region: Region, blocks: Sequence[_Block]) -> Likeness:
    others = region.words
    shared = sum(size for _, _, size in blocks) + sum(_half_shared(words, others, blocks))
    begun, ended = _widened(len(words), region, blocks)
    score = 2 * shared / (len(words) + ended - begun)
    longest = max(size for _, _, size in blocks)
    accounted = blocks[0][0], blocks[-1][0] + blocks[-1][2]
    start, end = _with_letter(region.run.text, region.start + others[begun].start), region.start + others[ended - 1].end
    return Likeness(region.run, score, longest, accounted, start, end, len(words))


def _with_letter(text: str, start: int) -> int:
    """Where a word begins that has its first letter in brackets: of `[T]hey` the brackets are a part."""
    found = re.search(r"\[\w\]$", text[max(0, start - 3) : start])
    return start - len(found.group()) if found else start


def _half_shared(
    words: Sequence[PlacedWord], others: Sequence[PlacedWord], blocks: Sequence[_Block]
) -> Iterator[float]:
    """What words that are changed into like ones count."""
    for (start, other, size), (next_start, next_other, _) in pairwise(blocks):
        ours, theirs = words[start + size : next_start], others[other + size : next_other]
        if ours and theirs:
            alike = Indel.normalized_similarity(*(" ".join(word.key for word in each) for each in (ours, theirs)))
            yield alike * min(len(ours), len(theirs)) if alike >= _SAME_WORD else 0.0


def _widened(length: int, region: Region, blocks: Sequence[_Block]) -> tuple[int, int]:
    """The stretch with as many words on either side as the text has there of its own, within the sentence.

    So a changed first or last word is set against the word that it stands for.
    """
    begun, ended = blocks[0][1], _ended(blocks[-1])
    before, after = blocks[0][0], length - blocks[-1][0] - blocks[-1][2]
    while before and begun and not _breaks(region, begun):
        begun, before = begun - 1, before - 1
    while after and ended < len(region.words) and not _breaks(region, ended):
        ended, after = ended + 1, after - 1
    return begun, ended


def _breaks(region: Region, place: int) -> bool:
    """Whether a sentence or a paragraph ends before a word."""
    start, end = region.start + region.words[place - 1].end, region.start + region.words[place].start
    is_new = region.run.part_at(start - 1) != region.run.part_at(end)
    return is_new or any(mark in region.run.text[start:end] for mark in ".!?;:\n\u3002")
