"""How words are spelt and what belongs to their grammar: Hangul letter by letter, particles, English endings."""

from functools import lru_cache
from typing import Final

_FIRST_SYLLABLE: Final = 0xAC00
_LAST_SYLLABLE: Final = 0xD7A3
_LEADS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def _row(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_VOWELS: Final = _row("ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ")
_TAILS: Final = (
    "",
    *_row("ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ"),
)
_CONJOINING: Final = {0x1100 + place: letter for place, letter in enumerate(_LEADS)}
"""NFKC turns a letter typed alone, ㅅ, into its conjoining form."""

_PARTICLES: Final = tuple(
    sorted(
        _row(
            """
            은 는 이 가 을 를 의 에 도 만 와 과 로 랑 나 요 들 께 에서 에게 한테 으로 까지 부터 처럼 보다 이나 이랑
            에는 에도 에선 에서는 으로는 들은 들이 들을 들의 들에게 들에 들도
            이란 란 이라는 라는 이라고 라고 이라면 라면 인가 인가요 인지 입니까 입니다 이에요 예요 이야 야
            하는 하다 하면 하나 하나요 하고 한 할 해 해요 했나 했나요 했다 했어 했는지 하는지 하는데 합니까
            합니다 하는가
            되는 되다 되면 되나 되나요 된 될 돼 돼요 됐나 됐나요 됐다 됐어 되는지 됩니까 됩니다
            된다 된다면 되었나 되었나요
            당하는 당하면 당한 당하나 당하나요 당할 당했나 당하다 시키는 시키나 시킨 시켰나
            받는 받나 받나요 받은 받을 받았나 에대해 에대한 관련 때문에 대한 대해
            """
        ),
        key=lambda particle: (-len(particle), particle),
    )
)
"""Endings of Korean words that carry grammar, not matter; longest first."""


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
    codes = [ord(character) for character in word]
    if not codes or not all(_FIRST_SYLLABLE <= code <= _LAST_SYLLABLE for code in codes):
        return ""
    return "".join(_LEADS[(code - _FIRST_SYLLABLE) // 588] for code in codes)


def are_initials(word: str) -> bool:
    """Whether a word is typed as initials alone."""
    return len(word) > 1 and all(letter in _LEADS for letter in spell(word))


def without_particles(word: str, least: int = 2) -> str:
    """A Korean word without its grammatical endings; at least so many syllables are left."""
    while word:
        for particle in _PARTICLES:
            if len(word) >= len(particle) + least and word.endswith(particle):
                word = word[: -len(particle)]
                break
        else:
            break
    return word


_SUFFIXES: Final = (
    ("ations", ""), ("ation", ""), ("ating", ""), ("ated", ""), ("ates", ""), ("ate", ""), ("ators", ""), ("ator", ""),
    ("ments", ""), ("ment", ""), ("ions", ""), ("ion", ""), ("ings", ""), ("ing", ""), ("iers", "i"), ("ies", "i"),
    ("ied", "i"), ("ers", "er"), ("ed", ""), ("es", ""), ("ly", ""), ("s", ""), ("e", ""), ("y", "i"),
)  # fmt: skip
_SHORTEST_STEM: Final = 4


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """An English word without its commonest ending: deport, deported and deportation are one; short words stay."""
    if not word.isascii() or len(word) < _SHORTEST_STEM or not word.isalpha():
        return word
    if word.endswith(("ss", "us", "is", "eed")):
        return word
    for suffix, instead in _SUFFIXES:
        kept = len(word) - len(suffix)
        if word.endswith(suffix) and kept >= (3 if len(suffix) < 3 else _SHORTEST_STEM):  # noqa: PLR2004 - s, es, ed
            cut = word[:kept] + instead
            return cut[:-1] if cut[-2:] in {"pp", "tt", "nn", "rr", "gg"} else cut
    return word
