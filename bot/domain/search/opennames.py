"""Words misspelt in names of several words, told by the others around them: `well founded feer`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rapidfuzz.distance import OSA

_SHORTEST: Final = 4
"""A shorter word is not looked for: too many are a letter apart."""
_MOST_WORDS: Final = 5


class OpenNames:
    """Built once: the names with each one of their longer words left open, and what stands there."""

    def __init__(self, names: Iterable[str]) -> None:
        self._open: defaultdict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        for name in sorted(names):
            words = name.replace("-", " ").split(" ")
            if name.isascii() and 1 < len(words) <= _MOST_WORDS:
                for place, word in enumerate(words):
                    if len(word) >= _SHORTEST:
                        self._open[*words[:place], "", *words[place + 1 :]][word] = None

    def meant(self, words: Sequence[str], place: int) -> str | None:
        """The word of a name that one at a place is a slip of; None where it stands in no name."""
        typed = words[place]
        if len(typed) < _SHORTEST:
            return None
        near = (word for word in self._around(words, place) if OSA.distance(word, typed, score_cutoff=1) <= 1)
        return next(near, None)

    def _around(self, words: Sequence[str], place: int) -> Iterator[str]:
        """What the names that stand around a place have there, those of more words first."""
        for length in range(_MOST_WORDS, 1, -1):
            for start in range(max(0, place - length + 1), min(place, len(words) - length) + 1):
                yield from self._open.get((*words[start:place], "", *words[place + 1 : start + length]), ())
