"""Recognises the questions that are not answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.model import Boundary
from bot.domain.search.fold import fold
from bot.domain.search.letters import stem
from bot.domain.search.units import tokens

_LONG: Final = 6
"""A word of at least so many letters is recognised with one slip in it, two from nine letters on."""
_SAME_WORD: Final = 0.8


@dataclass(frozen=True, slots=True)
class _Way:
    """A way of asking: every group needs one of its words or phrases, and none of the last set may occur."""

    boundary: str
    all_of: tuple[tuple[str, ...], ...]
    none_of: tuple[str, ...]


class Boundaries:
    """Words with spaces between them are matched whole, whatever their ending; Chinese, Japanese and Korean anywhere."""

    def __init__(self, boundaries: Mapping[str, Boundary]) -> None:
        self._ways = [
            _Way(boundary.id, tuple(_patterns(group) for group in asked.all_of), _patterns(asked.none_of))
            for boundary in boundaries.values()
            for asked in boundary.asked_as
        ]
        words = {
            word
            for way in self._ways
            for group in way.all_of
            for pattern in group
            for word in pattern.split()
            if word.isascii() and word.isalpha()
        }
        self._words = frozenset(words)
        self._long_words = sorted(word for word in words if len(word) >= _LONG - 1)

    def asked(self, text: str) -> str | None:
        """The id of the boundary that a question touches; None when it may be answered."""
        found = [token.text for token in tokens(fold(text))]
        stems = [stem(word) for word in found]
        spelt = [self._spelt(word, key) for word, key in zip(found, stems, strict=True)]
        unspaced = "".join(found)
        as_typed, *others = (f" {' '.join(words)} {unspaced}" for words in (found, stems, spelt))
        readings = {as_typed, *others}
        for way in self._ways:
            if not _occurs(way.none_of, as_typed) and all(
                any(_occurs(group, reading) for reading in readings) for group in way.all_of
            ):
                return way.boundary
        return None

    def _spelt(self, word: str, key: str) -> str:
        if word in self._words or key in self._words or len(word) < _LONG or not word.isascii():
            return key
        near = process.extractOne(key, self._long_words, scorer=OSA.normalized_similarity, score_cutoff=_SAME_WORD)
        return near[0] if near and near[0][0] == key[0] else key


def _patterns(words: Iterable[str]) -> tuple[str, ...]:
    patterns: dict[str, None] = {}
    for text in words:
        parts = [token.text for token in tokens(fold(text))]
        if not parts:
            continue
        if all(part.isascii() for part in parts):
            patterns[f" {' '.join(parts)} "] = None
            patterns[f" {' '.join(map(stem, parts))} "] = None
        else:
            patterns["".join(parts)] = None
    return tuple(patterns)


def _occurs(patterns: tuple[str, ...], reading: str) -> bool:
    return any(pattern in reading for pattern in patterns)
