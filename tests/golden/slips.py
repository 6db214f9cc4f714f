"""Slips of the keys: a question with one of its words mistyped, by a chance that is always the same."""

import random
import re
from collections.abc import Iterator
from typing import Final

_SLIPS: Final = 4
"""How many of each question are made."""
_LATIN = re.compile(r"[A-Za-z]{4,}")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,}")
_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LEADS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_LEADS_BESIDE: Final = dict(
    zip("ㅂㅈㄷㄱㅅㅁㄴㅇㄹㅎㅋㅌㅊㅍㄲㄸㅃㅆㅉ", "ㅈㄷㄱㅅㄱㄴㅁㄹㅇㄹㅌㅋㅍㅊㄱㄷㅂㅅㅈ", strict=True)
)
_VOWELS_BESIDE: Final = dict(zip("ㅛㅕㅑㅐㅔㅗㅓㅏㅣㅠㅜㅡ", "ㅕㅑㅐㅔㅐㅓㅏㅓㅏㅜㅠㅜ", strict=True))


def slips(text: str) -> Iterator[str]:
    """The question with one word mistyped, several times; nothing where it has no word that is long enough."""
    chance = random.Random(text)  # noqa: S311 - questions, not secrets
    words = [*_LATIN.finditer(text), *_HANGUL.finditer(text)]
    for _ in range(_SLIPS if words else 0):
        word = chance.choice(words)
        mistyped = _latin(word.group(), chance) if word.group().isascii() else _hangul(word.group(), chance)
        if mistyped != word.group():
            yield text[: word.start()] + mistyped + text[word.end() :]


def _latin(word: str, chance: random.Random) -> str:
    """One letter dropped, doubled, exchanged with the next, struck beside, or with a neighbour struck along."""
    place = chance.randrange(1, len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    beside = _beside(letter.lower(), chance)
    return chance.choice(
        (
            before + after,
            before + letter + letter + after,
            before + after[0] + letter + after[1:],
            before + beside + after,
            before + letter + beside + after,
        )
    )


def _beside(letter: str, chance: random.Random) -> str:
    row = next(row for row in _ROWS if letter in row)
    place = row.index(letter)
    return chance.choice(row[max(0, place - 1) : place] + row[place + 1 : place + 2])


def _hangul(word: str, chance: random.Random) -> str:
    """In one syllable the first letter or the vowel struck beside, or the last letter left out."""
    place = chance.randrange(len(word))
    lead, rest = divmod(ord(word[place]) - 0xAC00, 588)
    vowel, tail = divmod(rest, 28)
    match chance.randrange(3):
        case 0:
            lead = _LEADS.index(_LEADS_BESIDE[_LEADS[lead]])
        case 1:
            vowel = _VOWELS.index(_VOWELS_BESIDE.get(_VOWELS[vowel], _VOWELS[vowel]))
        case _:
            tail = 0
    return word[:place] + chr(0xAC00 + lead * 588 + vowel * 28 + tail) + word[place + 1 :]
