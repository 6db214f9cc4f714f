"""Recognises the questions that are not answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.model import Boundary
from bot.domain.search.tokens import Run, runs
from bot.domain.text.folding import SEARCHED

_LONG: Final = 5
"""A word of at least so many letters is recognised with a slip in it that leaves it this much the same."""
_SAME_WORD: Final = 0.79
_LIKELY: Final = 3


@dataclass(frozen=True, slots=True)
class _Way:
    """A way of asking: every group needs one of its words or phrases, and none of the last set may occur."""

    boundary: str
    all_of: tuple[tuple[str, ...], ...]
    none_of: tuple[str, ...]


class Boundaries:
    """Words with spaces between them are matched whole, whatever their ending; Chinese, Japanese and Korean anywhere.

    A way of asking that is misspelt is still that way; what excuses a question has to stand as it is written.
    """

    def __init__(self, boundaries: Mapping[str, Boundary]) -> None:
        ways = [(boundary.id, asked) for boundary in boundaries.values() for asked in boundary.asked_as]
        texts = list({text for _, asked in ways for group in (*asked.all_of, asked.none_of) for text in group})
        written = {text: _patterns(folded) for text, folded in zip(texts, SEARCHED.each(texts), strict=True)}

        def of(group: Iterable[str]) -> tuple[str, ...]:
            return tuple(dict.fromkeys(pattern for text in group for pattern in written[text]))

        self._ways = [_Way(key, tuple(map(of, asked.all_of)), of(asked.none_of)) for key, asked in ways]
        patterns = [pattern for way in self._ways for group in way.all_of for pattern in group]
        self._words = frozenset(word for pattern in patterns for word in pattern.split() if word.isascii())
        self._long_words = sorted(word for word in self._words if len(word) >= _LONG and word.isalpha())

    def asked(self, text: str) -> str | None:
        """The id of the boundary that a question touches; None when it may be answered."""
        there = runs(SEARCHED(text))
        found, stems = [run.text for run in there], [_stem_of(run) for run in there]
        unspaced = "".join(found)
        spelt = [meant for word, key in zip(found, stems, strict=True) for meant in self._meant(word, key)]
        as_typed, *others = (f" {' '.join(words)} {unspaced}" for words in (found, stems, spelt))
        readings = {as_typed, *others}
        for way in self._ways:
            if not _occurs(way.none_of, as_typed) and all(
                any(_occurs(group, reading) for reading in readings) for group in way.all_of
            ):
                return way.boundary
        return None

    def _meant(self, word: str, key: str) -> list[str]:
        """The words that a misspelt one may stand for, else its stem."""
        if word in self._words or key in self._words or len(word) < _LONG - 1 or not word.isascii():
            return [key]
        near = process.extract(
            word, self._long_words, scorer=OSA.normalized_similarity, score_cutoff=_SAME_WORD, limit=_LIKELY
        )
        return [known for known, _, _ in near if known[0] == word[0]] or [key]


def _patterns(folded: str) -> tuple[str, ...]:
    """How a word or phrase stands in a reading of a question: as it is written and by its stems, or within a run."""
    parts = runs(folded)
    written = [run.text for run in parts]
    if not all(map(str.isascii, written)):
        return ("".join(written),)
    return (f" {' '.join(written)} ", f" {' '.join(map(_stem_of, parts))} ") if parts else ()


def _stem_of(run: Run) -> str:
    return run.key if run.script == "latin" else run.text


def _occurs(patterns: tuple[str, ...], reading: str) -> bool:
    return any(pattern in reading for pattern in patterns)
