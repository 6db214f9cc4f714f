"""Whether a text reads as an attribution: a name, then perhaps a role, a place or a date; never a sentence.

`Jane Example, envoy, 2011` does, and `the river was closed` does not; `jane` alone does on a line of its own.
"""

import re
from collections.abc import Callable
from typing import Final

SAYS: Final = (
    r"(?:said|says|say|saying|told|tells|wrote|writes|stated|states|declared|claimed|claims|argued|added|reported|announced"
    r"|noted|warned|insisted|testified|admitted)"
)
"""Verbs that an attribution has."""
WORD = re.compile(r"[^\W\d_]+(?:[.'\u2019-][^\W\d_]+)*\.?|\d+")
MOST_WORDS: Final = 14
_MOST_IN_A_NAME: Final = 7
_SENTENCES: Final = frozenset(
    (
        "i", "you", "he", "she", "it", "we", "they", "him", "her", "them", "his", "their", "this", "that", "these",
        "those", "there", "all", "every", "everyone", "each", "some", "any", "nobody", "what", "which", "who",
        "whom", "whose", "when", "where", "while", "because", "if", "is", "are", "was", "were", "be", "been",
        "being", "am", "has", "have", "had", "having", "will", "would", "shall", "should", "must", "can", "could",
        "do", "does", "did", "not", "no", "never", "none", "nor", "neither", "without", "except", "unless", "but",
        "however", "only", "although", "though", "until", "provided", "cannot", "deny", "denies", "denied",
        "refuse", "refuses", "refused",
    )
)  # fmt: skip
"""A text with one of these is a sentence, and names nobody."""
_PARTICLES: Final = frozenset(
    (
        "of", "the", "for", "in", "on", "at", "and", "de", "la", "le", "du", "van", "von", "der", "den", "bin",
        "ibn", "al", "el", "to", "by", "us", "un",
    )
)  # fmt: skip
"""In a name these may be small."""


def names_somebody(text: str, knows: Callable[[str], bool], *, loosely: bool = False) -> bool:
    """Whether a text names somebody; `knows` tells whether it is nothing but names, citations and dates of the library.

    `loosely` where a name in writing without capitals is believed too.
    """
    stripped = text.strip(" \t-\u2013\u2014~|.,;:\"'\u201c\u201d()[]")
    words = WORD.findall(stripped)
    if not words or len(words) > MOST_WORDS or not words[0]:
        return False
    if knows(stripped):
        return True
    if any(word.rstrip(".").lower() in _SENTENCES for word in words):
        return False
    name = WORD.findall(re.split(r"[,(\uff0c\u3001]|\s[-\u2013\u2014|]\s", stripped)[0])
    return 0 < len(name) <= _MOST_IN_A_NAME and _is_name(name, loosely=loosely or text.lstrip()[:1] in "-\u2013\u2014~")


def _is_name(words: list[str], *, loosely: bool) -> bool:
    letters = [word for word in words if not word.isdigit() and (word.lower() not in _PARTICLES or _is_initials(word))]
    if all(word[0].isupper() for word in letters):
        return bool(letters) and words[0] == letters[0]
    return loosely and not any(word[0].islower() for word in letters)


def _is_initials(word: str) -> bool:
    """Whether a small word stands for a name in capitals: the UN of `UN General Assembly`."""
    return word.isupper() and len(word) > 1
