"""Words as names are compared by: case, accents, full stops and a possessive do not count."""

import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019.][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['\u2019]s?$")


class Word(NamedTuple):
    """A word of a text: as written, as compared, and its place."""

    written: str
    plain: str
    is_capitalised: bool
    """It is written as a name is."""
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text; parts joined by a hyphen are words of their own."""
    found = [(match.group(), *match.span()) for match in _WORD.finditer(text)]
    return [
        Word(word, word.lower() if word.isascii() and word.isalpha() else _plain(word), word[0].isupper(), start, end)
        for word, start, end in found
    ]


def _plain(word: str) -> str:
    word = _POSSESSIVE.sub("", word.replace(".", ""))
    word = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    return word.casefold().replace("\u2019", "'")
