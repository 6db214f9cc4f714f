"""How much of a thing a folded word names, by its language alone."""

from functools import lru_cache
from typing import Final

from bot.domain.language.lists import words
from bot.domain.language.spelling import ORDER
from bot.domain.text.scripts import script_of

_LIGHT: Final = 0.4
"""What a common verb, adverb or adjective has of a noun's content."""
_PREDICATE: Final = 0.5
"""The same of a Korean word that ends as verbs do."""

_ENGLISH: Final = words("english")
_GRAMMAR: Final = frozenset(_ENGLISH["grammar"])
_LIGHT_ENGLISH: Final = frozenset(_ENGLISH["light"])
_CHINESE: Final = words("chinese")
UNSPACED: Final = frozenset((*_CHINESE["grammar"], *words("japanese")["grammar"]))
"""What is grammar in Chinese and Japanese, in simplified characters."""
LIGHT_UNSPACED: Final = frozenset(_CHINESE["light"])
"""Common Chinese verbs and adverbs, all of two characters."""
_COMMON_CHINESE: Final = frozenset(_CHINESE["common"])
_SINGLE: Final = frozenset("".join(_CHINESE["single"]))
_KOREAN: Final = words("korean")
_ALONE: Final = frozenset(_KOREAN["grammar"])
_SINGLE_KOREAN: Final = frozenset(_KOREAN["single"])
_VERBAL: Final = frozenset(_KOREAN["ending"])
_ENDINGS: Final = _VERBAL | frozenset(_KOREAN["particle"])
_NOUNS: Final = frozenset(_KOREAN["noun"])
_LONGEST: Final = max(map(len, _ALONE | _ENDINGS))


def is_word(word: str) -> bool:
    """Whether it is a common word of English, or one of two characters of Chinese."""
    if word.isascii():
        return word in ORDER
    return word in UNSPACED or word in LIGHT_UNSPACED or word in _COMMON_CHINESE


def is_grammar(word: str) -> bool:
    """Whether a word of one script is no thing: a particle, a pronoun, a helping verb, a word of asking or of chat."""
    if word.isascii():
        return word in _GRAMMAR
    return word in UNSPACED or (script_of(word[0]) == "hangul" and _is_korean_grammar(word))


def is_ending(text: str) -> bool:
    """Whether what follows a Korean noun is made of particles and endings."""
    return _is_made_of(text, _ENDINGS)


def content(word: str) -> float:
    """From 0, a word that is no thing, to 1, one that names something, or that the lists have not."""
    if word.isascii():
        return 0.0 if word in _GRAMMAR else _LIGHT if word in _LIGHT_ENGLISH else 1.0
    if script_of(word[0]) != "hangul":
        return 0.0 if word in UNSPACED else _LIGHT if word in LIGHT_UNSPACED or word in _SINGLE else 1.0
    return 0.0 if _is_korean_grammar(word) else _PREDICATE if _is_predicate(word) else 1.0


@lru_cache(maxsize=4096)
def _is_korean_grammar(word: str) -> bool:
    return word in _SINGLE_KOREAN or (word not in _NOUNS and _is_made_of(word, _ALONE))


def _is_made_of(text: str, first: frozenset[str]) -> bool:
    """Whether a text is one of the first, with endings after it."""
    reached = [True, *[False] * len(text)]
    for end in range(1, len(text) + 1):
        reached[end] = any(
            reached[start] and text[start:end] in (_ENDINGS if start else first)
            for start in range(max(0, end - _LONGEST), end)
        )
    return reached[-1]


def _is_predicate(word: str) -> bool:
    """Whether a word ends with an ending of verbs of two syllables, or has the past that only verbs have."""
    if word in _NOUNS:
        return False
    has_past = any(
        "\uac00" <= syllable <= "\ud7a3" and (ord(syllable) - 0xAC00) % 28 == _PAST_TAIL for syllable in word
    )
    return has_past or any(word[-size:] in _VERBAL for size in range(2, min(len(word), _LONGEST + 1)))


_PAST_TAIL: Final = 20
"""The number of the final consonant ㅆ."""
