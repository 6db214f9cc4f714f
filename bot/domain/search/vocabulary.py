"""Which known words a typed one may stand for: itself, one it begins, one it misspells."""

from bisect import bisect_left
from collections.abc import Collection, Mapping
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.language.keyboard import are_beside, shortened
from bot.domain.text.hangul import are_initials, initials, spell

_SHORTEST_MISSPELT: Final = 4
_LONG: Final = 7
"""From this many letters on, words are compared that are more than one slip apart."""
_ALIKE: Final = 0.79
_ALIKE_SHORT: Final = 0.74
"""How alike two words must be."""
_SLIPS: Final = 2
_NEAREST: Final = 4
_MOST_COMPLETIONS: Final = 24
_BEGUN: Final = 0.75
"""What a word is worth of which only the beginning is typed; the more is typed, the nearer to 1."""

Matches = list[tuple[int, float]]
"""Terms, and how sure it is that they are meant, up to 1."""


class Vocabulary:
    """The words of the library by their spelling, each with the terms it stands for.

    Misspelt words are found through their deletions: two words that are one slip apart (a letter dropped, added,
    changed or two exchanged) become equal when one letter is left out of each. Only the few words found so, and for
    long ones those with the same two first letters, are compared.
    """

    def __init__(self, words: Mapping[str, Mapping[int, float]], leading: Collection[str]) -> None:
        """`words` gives for every surface its terms with their worth: 1, or less for a part of a name.

        `leading` are the words of titles, aliases and names: a half-typed word is completed to one of them first, and a
        misspelt word is taken for one of them alone.
        """
        by_spelling: dict[str, dict[int, float]] = {}
        by_initials: dict[str, dict[int, float]] = {}
        for surface, terms in words.items():
            by_spelling.setdefault(spell(surface), {}).update(terms)
            if letters := initials(surface):
                by_initials.setdefault(letters, {}).update(terms)
        self._terms: Mapping[str, Matches] = {word: list(terms.items()) for word, terms in by_spelling.items()}
        self._sorted = sorted(self._terms)
        self._leading = sorted({spell(word) for word in leading} & self._terms.keys())
        self._initials: Mapping[str, Matches] = {word: list(terms.items()) for word, terms in by_initials.items()}
        self._sorted_initials = sorted(self._initials)
        self._longest = max(map(len, self._leading), default=0)
        self._shortened: dict[str, str] = {}
        for word in self._leading:
            if len(word) >= _SHORTEST_MISSPELT and not word[0].isdigit() and " " not in word:
                for shorter in shortened(word):
                    others = self._shortened.get(shorter)
                    self._shortened[shorter] = f"{others} {word}" if others else word

    def exact(self, word: str) -> Matches:
        """The terms of a word that is known as it stands."""
        return self._terms.get(spell(word), [])

    def begun(self, word: str) -> Matches:
        """The terms of words that this one is the beginning of; the more of a word is typed, the surer."""
        letters = spell(word)
        if are_initials(word):
            return _completed(_beginning(letters, self._sorted_initials), self._initials, len(letters))
        words = _beginning(letters, self._leading) or _beginning(letters, self._sorted)
        return _completed(words, self._terms, len(letters))

    def near(self, word: str) -> list[tuple[str, float]]:
        """Known words that this one may be a slip of the keys for, by their spelling, the likest first."""
        letters = spell(word)
        if not _SHORTEST_MISSPELT <= len(letters) <= self._longest + _SLIPS or letters[0].isdigit():
            return []
        near = {known for shorter in shortened(letters) for known in self._shortened.get(shorter, "").split()}
        if len(letters) >= _LONG:
            near.update(_of_about_the_length(len(letters), _beginning(letters[:2], self._leading)))
        ordered = process.extract(
            letters,
            sorted(near),
            scorer=OSA.normalized_similarity,
            score_cutoff=_ALIKE if len(letters) > _SHORTEST_MISSPELT else _ALIKE_SHORT,
            limit=_NEAREST,
        )
        return [(known, likeness) for known, likeness, _ in ordered if _is_a_likely_slip(letters, known)]

    def misspelt(self, word: str) -> Matches:
        """The terms of words that this one may be a slip of the keys for."""
        found: dict[int, float] = {}
        for known, likeness in self.near(word):
            for term, worth in self._terms[known]:
                found[term] = max(found.get(term, 0), worth * likeness)
        return list(found.items())


def _of_about_the_length(length: int, words: list[str]) -> list[str]:
    return [word for word in words if abs(len(word) - length) <= _SLIPS]


def _is_a_likely_slip(typed: str, known: str) -> bool:
    """Whether keys slip so: seldom in the first letter; and of four letters to another one only if it is beside."""
    if known[0] != typed[0] and len(typed) < _LONG:
        return False
    if max(len(known), len(typed)) > _SHORTEST_MISSPELT or sorted(known) == sorted(typed):
        return True
    return len(known) == len(typed) and all(map(are_beside, known, typed))


def _beginning(letters: str, ordered: list[str]) -> list[str]:
    first = bisect_left(ordered, letters)
    return ordered[first : bisect_left(ordered, letters + "\U0010ffff", first)]


def _completed(words: list[str], terms: Mapping[str, Matches], typed: int) -> Matches:
    found: dict[int, float] = {}
    for word in sorted(words, key=len)[:_MOST_COMPLETIONS]:
        sure = _BEGUN + (1 - _BEGUN) * typed / len(word)
        for term, worth in terms[word]:
            found[term] = max(found.get(term, 0), worth * sure)
    return list(found.items())
