"""Which common English word one that is none may be meant for: what is short for it, or one slip away."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.domain.language.keyboard import are_beside
from bot.domain.language.lists import words

_LISTS: Final = words("english")
_SHORT: Final = dict(pair.split("=") for pair in _LISTS["short"])
_GRAMMAR: Final = {word: place for place, word in enumerate(_LISTS["grammar"])}
_COMMON: Final = {word: place for place, word in enumerate((*_LISTS["light"], *_LISTS["common"]))}
_SHORTEST: Final = 4
"""A shorter word is only meant for one of grammar, with two letters exchanged or a vowel left out."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_VOWELS: Final = "aeiou"


class Meant(NamedTuple):
    """A word that is meant, and how sure it is."""

    word: str
    sure: float


def meant(typed: str) -> Meant | None:
    """The likeliest common word; None where there is none."""
    if typed in _SHORT:
        return Meant(_SHORT[typed], 1.0)
    if not (typed.isascii() and typed.isalpha()) or len(typed) < _SHORTEST - 2:
        return None
    known = (_GRAMMAR,) if len(typed) < _SHORTEST else (_GRAMMAR, _COMMON)
    for slipped in (_exchanged(typed), _left_out(typed)) if len(typed) < _SHORTEST else _ways(typed):
        found = [(number, words[word], word) for word in slipped for number, words in enumerate(known) if word in words]
        if found:
            word = min(found)[2]
            return Meant(word, 1 - 1 / max(len(word), len(typed)))
    return None


def _ways(typed: str) -> Iterator[set[str]]:
    """The words one slip away, by how easily fingers slip so; they seldom do in the first letter."""
    yield _exchanged(typed)
    places = range(1, len(typed))
    one_less = {typed[:place] + typed[place + 1 :] for place in places if _is_struck_along(typed, place)}
    one_more = {typed[:place] + letter + typed[place:] for place in range(1, len(typed) + 1) for letter in _LETTERS}
    others = {(place, letter) for place in places for letter in _LETTERS if letter != typed[place]}
    beside = {(place, letter) for place, letter in others if are_beside(letter, typed[place])}
    yield one_less | one_more | {_with(typed, *each) for each in beside}
    yield {typed[:place] + typed[place + 1 :] for place in places} | {_with(typed, *each) for each in others - beside}


def _with(typed: str, place: int, letter: str) -> str:
    return typed[:place] + letter + typed[place + 1 :]


def _is_struck_along(typed: str, place: int) -> bool:
    """Whether a letter is the same as its neighbour, or beside it on the keys."""
    return any(are_beside(typed[place], other) for other in typed[place - 1 : place] + typed[place + 1 : place + 2])


def _exchanged(typed: str) -> set[str]:
    """Two neighbouring letters exchanged."""
    pairs = range(len(typed) - 1)
    return {typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :] for at in pairs} - {typed}


def _left_out(typed: str) -> set[str]:
    return {typed[:place] + vowel + typed[place:] for place in range(1, len(typed)) for vowel in _VOWELS}
