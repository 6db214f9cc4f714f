"""Which common English word one that is none may be meant for: what is short for it, or one slip away."""

from collections import defaultdict
from itertools import chain
from typing import Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.language.keyboard import are_beside
from bot.domain.language.lists import words

_LISTS: Final = words("english")
_SHORT: Final = dict(pair.split("=") for pair in _LISTS["short"])
ORDER: Final = {
    word: place for place, word in enumerate(chain(*map(_LISTS.__getitem__, ("grammar", "light", "common"))))
}
"""Words of grammar first, and of others the commonest."""
_OF_GRAMMAR: Final = len(_LISTS["grammar"])
_SHORTEST: Final = 4
"""A shorter word is only meant for one of grammar, with two letters exchanged or a vowel left out."""
_VOWELS: Final = frozenset("aeiou")
_UNLIKELY: Final = 3


def _by(*places: int) -> dict[str, str]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in ORDER:
        if len(word) > 1:
            lines = found["".join(word[place] for place in places)]
            lines += [""] * (len(word) - 1 - len(lines))
            lines[len(word) - 2] += f" {word}"
    return {letters: "\n".join(lines) for letters, lines in found.items()}


_BY_BEGINNING: Final = _by(0, 1)
_BY_ENDS: Final = _by(0, -1)
"""The words by two letters: one slip behind the first leaves the second or, unless two are exchanged, the last.

Those of two letters stand in the first line, those of three in the second."""


class Meant(NamedTuple):
    """A word that is meant, and how sure it is."""

    word: str
    sure: float


def meant(typed: str) -> Meant | None:
    """The likeliest common word; None where there is none, or the typed one is one itself."""
    if typed in _SHORT:
        return Meant(_SHORT[typed], 1.0)
    if typed in ORDER or len(typed) < _SHORTEST - 2 or not (typed.isascii() and typed.isalpha()):
        return None
    likely = [(_unlikeliness(typed, word), ORDER[word], word) for word in _near(typed)]
    best = min(likely, default=(_UNLIKELY, 0, ""))
    return Meant(best[2], 1 - 1 / max(len(best[2]), len(typed))) if best[0] < _UNLIKELY else None


def _near(typed: str) -> list[str]:
    """The words one slip away; the first letter is seldom wrong but for two that are exchanged."""
    lengths = slice(max(0, len(typed) - 3), len(typed))
    both = _BY_BEGINNING.get(typed[:2], ""), _BY_ENDS.get(typed[0] + typed[-1], "")
    listed = " ".join([line for lines in both for line in lines.split("\n")[lengths]]).split()
    found = [word for word, _, _ in process.extract(typed, listed, scorer=OSA.distance, score_cutoff=1, limit=None)]
    exchanged = (typed[1] + typed[0] + typed[2:], typed[:1] + typed[2:3] + typed[1:2] + typed[3:])
    return [*found, *(word for word in exchanged if word in ORDER)]


def _unlikeliness(typed: str, word: str) -> int:
    """How hard it is to type one for the other: two letters exchanged, one slip of the keys, another vowel."""
    if len(typed) < _SHORTEST and ORDER[word] >= _OF_GRAMMAR:
        return _UNLIKELY
    if sorted(typed) == sorted(word):
        return 0
    place = next((place for place, (one, other) in enumerate(zip(typed, word, strict=False)) if one != other), -1)
    if len(typed) < _SHORTEST:
        return 1 if len(word) > len(typed) and word[place] in _VOWELS else _UNLIKELY
    if len(typed) > len(word):
        return 1 if _is_struck_along(typed, place % len(typed)) else 2
    if len(typed) < len(word) or are_beside(typed[place], word[place]):
        return 1
    return 2 if {typed[place], word[place]} <= _VOWELS else _UNLIKELY


def _is_struck_along(typed: str, place: int) -> bool:
    """Whether a letter is the same as its neighbour, or beside it on the keys."""
    return any(are_beside(typed[place], other) for other in typed[place - 1 : place] + typed[place + 1 : place + 2])
