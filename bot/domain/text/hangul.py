"""Hangul as it is typed: letter by letter, and by the first letters of its syllables."""

import re
from functools import lru_cache
from typing import Final

_FIRST_SYLLABLE: Final = 0xAC00
_LAST_SYLLABLE: Final = 0xD7A3
_SYLLABLES = re.compile(r"[\uac00-\ud7a3]+")
_LEADS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def _row(text: str) -> tuple[str, ...]:
    return tuple(text.split(" "))


_VOWELS: Final = _row("ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ")
_TAILS: Final = _row(
    " ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ"
)
"""The first is the syllable without any."""
_CONJOINING: Final = {0x1100 + place: letter for place, letter in enumerate(_LEADS)}
"""NFKC turns a letter typed alone, ㅅ, into its conjoining form."""


@lru_cache(maxsize=8192)
def spell(word: str) -> str:
    """The word with Hangul taken apart into the letters one types: a half-typed syllable begins the whole one."""
    if word.isascii():
        return word
    letters: list[str] = []
    for character in word:
        code = ord(character)
        if _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE:
            lead, rest = divmod(code - _FIRST_SYLLABLE, 588)
            vowel, tail = divmod(rest, 28)
            letters += (_LEADS[lead], _VOWELS[vowel], _TAILS[tail])
        else:
            letters.append(_CONJOINING.get(code, character))
    return "".join(letters)


def initials(word: str) -> str:
    """The first letters of the syllables, as Koreans abbreviate: 강제송환 is ㄱㅈㅅㅎ; empty for other writing."""
    if not _SYLLABLES.fullmatch(word):
        return ""
    return "".join([_LEADS[(ord(character) - _FIRST_SYLLABLE) // 588] for character in word])


def are_initials(word: str) -> bool:
    """Whether a word is typed as initials alone."""
    return len(word) > 1 and all(letter in _LEADS for letter in spell(word))
