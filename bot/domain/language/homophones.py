"""Chinese and Japanese names with one character typed for another, and katakana ones without their long vowels."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, TypeVar

from bot.domain.language.content import content
from bot.domain.language.lists import words

Key = TypeVar("Key")
Value = TypeVar("Value")

_SHORTEST: Final = 2
_LONGEST: Final = 12
_LONG: Final = 5
"""In a name of so many characters one may be wrong however it sounds."""
_HEARD: Final = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))
"""Sounds that many speakers of Chinese do not tell apart."""
_KATAKANA: Final = re.compile("[\u30a1-\u30fa\u30fc]{4,}")
_LONG_VOWEL: Final = "\u30fc"
_ARTICLE: Final = re.compile("(第[一二三四五六七八九十百]+)[调挑迢跳]")
"""An article's number with another character for the word that follows it."""


def _chinese() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for syllable, characters in words("pinyin").items():
        sound = syllable
        for one, other in _HEARD:
            sound = sound.replace(one, other)
        found.update(dict.fromkeys("".join(characters), sound))
    return found


def _japanese() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for reading, characters in words("onyomi").items():
        for character in "".join(characters):
            found.setdefault(character, reading)
    return found


_CHINESE: Final = _chinese()
_JAPANESE: Final = _japanese()
_SOUNDS: Final = (_CHINESE, _JAPANESE)


class Homophones:
    """Built once for the names that may be meant."""

    def __init__(self, names: Iterable[str], is_word: Callable[[str], bool], long_names: Iterable[str] = ()) -> None:
        """`is_word` tells the words that are no slip for a name of two characters.

        In `long_names`, where they are long enough, one character may be wrong however it sounds.
        """
        self._is_word = is_word
        self._names: tuple[defaultdict[str, list[str]], ...] = tuple(defaultdict(list) for _ in _SOUNDS)
        self._masked: defaultdict[str, list[str]] = defaultdict(list)
        self._katakana: dict[str, str] = {}
        for name in sorted(set(names)):
            if _SHORTEST <= len(name) <= _LONGEST and all(character in _CHINESE for character in name):
                self._names[0][_heard(name, _CHINESE)].append(name)
            if _SHORTEST < len(name) <= _LONGEST and any(character in _JAPANESE for character in name):
                self._names[1][_heard(name, _JAPANESE)].append(name)
            for part in _KATAKANA.findall(name):
                self._katakana.setdefault(part.replace(_LONG_VOWEL, ""), part)
        for name in sorted(set(long_names)):
            if _LONG <= len(name) <= _LONGEST:
                for masked in _masked(name):
                    self._masked[masked].append(name)
        self._lengths = tuple(map(_by_first_sounds, self._names))
        self._halves = _by_halves(name for names in self._masked.values() for name in names)

    def within(self, text: str, known: Iterable[range]) -> Iterator[tuple[str, str]]:
        """What stands in a text for a name that sounds the same or is the same but for one character, and that name.

        Longer ones come first. A character that is part of what is known there is no slip.
        """
        for found in _ARTICLE.finditer(text):
            yield found[0], f"{found[1]}条"
        taken = {place for each in known for place in each}
        for katakana in _KATAKANA.finditer(text):
            part = katakana[0]
            whole = self._katakana.get(part.replace(_LONG_VOWEL, ""), part)
            if whole != part:
                yield part, whole
                text, taken = text.replace(part, whole), set[int]()
        for start, typed, names in self._alike(text):
            for name in names:
                wrong = [start + at for at, character in enumerate(typed) if character != name[at]]
                if len(wrong) == 1 and not taken.intersection(wrong) and not self._is_another(typed, wrong[0] - start):
                    taken.update(range(start, start + len(typed)))
                    yield typed, name
                    break

    def _alike(self, text: str) -> Iterator[tuple[int, str, Sequence[str]]]:
        """What stands where, the longest first, and the names that it may be meant for."""
        found: list[tuple[int, int, int, Sequence[str]]] = []
        for order, (sounds, names, lengths) in enumerate(zip(_SOUNDS, self._names, self._lengths, strict=True)):
            heard = [sounds.get(character, character) for character in text]
            for start, both in enumerate(pairwise(heard)):
                found += [
                    (-length, start, order, alike)
                    for length in lengths.get(both, ())
                    if (alike := names.get(" ".join(heard[start : start + length]))) and start + length <= len(text)
                ]
        for length, start in self._nearly(text):
            nearly = [name for each in _masked(text[start : start + length]) for name in self._masked.get(each, ())]
            found.append((-length, start, len(_SOUNDS), nearly))
        return ((start, text[start : start - length], names) for length, start, _, names in sorted(found))

    def _nearly(self, text: str) -> set[tuple[int, int]]:
        """How long a name is that may be there but for one character, and where it begins."""
        there = {
            (length, place - offset)
            for place in range(len(text) - 1)
            for length, offset in self._halves.get(text[place : place + 2], ())
        }
        return {(length, start) for length, start in there if 0 <= start <= len(text) - length}

    def _is_another(self, typed: str, wrong: int) -> bool:
        """Whether two characters are something else: a word, or one of them grammar."""
        return len(typed) == _SHORTEST and (self._is_word(typed) or not content(typed[wrong]))


def _by_first_sounds(names: Mapping[str, Sequence[str]]) -> Mapping[tuple[str, str], Sequence[int]]:
    """How long the names are that begin with two sounds."""
    found: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for heard, alike in names.items():
        first, second, *_ = heard.split(" ")
        found[first, second].add(len(alike[0]))
    return _shared(found)


def _by_halves(names: Iterable[str]) -> Mapping[str, Sequence[tuple[int, int]]]:
    """How long the names are of which a half begins with two characters, and where in the name that half begins.

    Where one character of a name is wrong, one of its halves is right.
    """
    found: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for name in names:
        for offset in (0, len(name) // 2):
            found[name[offset : offset + 2]].add((len(name), offset))
    return _shared(found)


def _shared(found: Mapping[Key, Iterable[Value]]) -> dict[Key, tuple[Value, ...]]:
    """What is there for each key; what is the same is there once."""
    shared: dict[tuple[Value, ...], tuple[Value, ...]] = {}
    listed = ((key, tuple(values)) for key, values in found.items())
    return {key: shared.setdefault(values, values) for key, values in listed}


def _heard(text: str, sounds: Mapping[str, str]) -> str:
    return " ".join([sounds.get(character, character) for character in text])


def _masked(name: str) -> Iterator[str]:
    """The name with each one of its characters left open."""
    return (f"{name[:place]}?{name[place + 1 :]}" for place in range(len(name)))
