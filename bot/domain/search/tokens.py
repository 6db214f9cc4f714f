"""What a text is taken apart into: runs of one script first, and from them the tokens that are compared."""

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from bot.domain.search.stemming import stem, without_particles
from bot.domain.text.scripts import HAN, HANGUL, KANA, UNSPACED, is_unspaced

Script = Literal["latin", "digits", "hangul", "han", "kana", "name"]
"""`name` is the script of a known name of a thing, whatever it is written in."""

LITERALLY: Final = "="
"""Begins the terms that are names, not things."""

_RUN = re.compile(rf"[^\W\d_{UNSPACED}]+|\d+|[{HANGUL}]+|[{HAN}{KANA}]+")
_IS_HANGUL = re.compile(rf"[{HANGUL}]")


class Token(NamedTuple):
    """One thing a text speaks of: `term` is what is compared, `surface` what was written."""

    term: str
    surface: str
    script: Script
    weight: float = 1.0
    """How much of a word it is: pairs of characters overlap, and what follows a name may be grammar."""
    sure: float = 1.0
    """How sure it is that this was meant; less than 1 where the spelling was put right."""

    @property
    def is_literal(self) -> bool:
        """Whether this is the name by which a thing was called, and not the thing."""
        return self.term.startswith(LITERALLY)


class Run(NamedTuple):
    """A run of one script in a folded text, and the form in which it is compared."""

    text: str
    script: Literal["latin", "digits", "hangul", "unspaced"]
    """`latin` is every script with spaces between words; `unspaced` is Han and kana."""
    key: str


def runs(folded: str) -> list[Run]:
    """The runs of one script in a folded text, in order."""
    return [_run(text) for text in _RUN.findall(folded)]


@lru_cache(maxsize=8192)
def _run(text: str) -> Run:
    if _IS_HANGUL.match(text):
        return Run(text, "hangul", without_particles(text))
    if is_unspaced(text[0]):
        return Run(text, "unspaced", text)
    return Run(text, "digits", text) if text[0].isdecimal() else Run(text, "latin", stem(text))
