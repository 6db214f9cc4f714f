"""Chinese names with one character typed for another that sounds alike."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from bot.domain.language.lists import words

_SHORTEST: Final = 2
_LONGEST: Final = 12
_HEARD: Final = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))
"""Sounds that many speakers do not tell apart."""


def _sounds() -> dict[str, str]:
    found: dict[str, str] = {}
    for syllable, characters in words("pinyin").items():
        sound = syllable
        for one, other in _HEARD:
            sound = sound.replace(one, other)
        found.update(dict.fromkeys("".join(characters), sound))
    return found


_SOUNDS: Final = _sounds()


class Homophones:
    """Built once for the names that may be meant."""

    def __init__(self, names: Iterable[str], is_word: Callable[[str], bool]) -> None:
        """`is_word` tells the words that are no slip for a name of two characters."""
        self._is_word = is_word
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(set(names)):
            if _SHORTEST <= len(name) <= _LONGEST and all(character in _SOUNDS for character in name):
                self._names[_heard(name)].append(name)
        self._lengths = sorted({len(name) for names in self._names.values() for name in names}, reverse=True)

    def within(self, text: str, known: Iterable[range]) -> Iterator[tuple[str, str]]:
        """What stands in a text for a name of the same sound but for one character, and that name; longer ones first.

        A character that is part of what is known there is no slip.
        """
        taken = {place for each in known for place in each}
        for length in self._lengths:
            for start in range(len(text) - length + 1):
                typed = text[start : start + length]
                for name in self._names.get(_heard(typed), ()):
                    wrong = [start + at for at in range(length) if typed[at] != name[at]]
                    if len(wrong) == 1 and not taken.intersection(wrong) and not self._is_another(typed):
                        taken.update(range(start, start + length))
                        yield typed, name

    def _is_another(self, typed: str) -> bool:
        return len(typed) == _SHORTEST and self._is_word(typed)


def _heard(text: str) -> str:
    return " ".join(_SOUNDS.get(character, character) for character in text)
