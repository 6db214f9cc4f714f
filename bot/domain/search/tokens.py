"""What a text is taken apart into: runs of one script first, and from them the tokens that are compared."""

import re
from functools import lru_cache
from itertools import chain, groupby
from typing import Final, Literal, NamedTuple

from bot.domain.search.stemming import stem, without_particles
from bot.domain.text.folding import SEARCHED
from bot.domain.text.scripts import script_of

Script = Literal["latin", "digits", "hangul", "han", "kana", "name"]
"""`latin` is every script with spaces between words; `name` is that of a known name, whatever it is written in."""

LITERALLY: Final = "="
"""Begins the terms that are names, not things."""

_WORD = re.compile(r"\d+|[^\W\d_]+")


class Token(NamedTuple):
    """One thing a text speaks of: `term` is what is compared, `surface` what was written."""

    term: str
    surface: str
    script: Script
    weight: float = 1.0
    """How much of a word it is: pairs of characters overlap, and what follows a name may be grammar."""
    sure: float = 1.0
    """How sure it is that this was meant; less than 1 where the spelling was put right."""
    content: float = 1.0
    """How much of a thing its language makes of it, a common verb little; it counts for what the library lacks."""

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
    return list(chain.from_iterable(map(_runs_of, _WORD.findall(folded))))


def in_runs(text: str) -> str:
    """A text folded as a search folds it, its runs parted by spaces."""
    return " ".join(run.text for run in runs(SEARCHED(text)))


@lru_cache(maxsize=8192)
def _runs_of(word: str) -> tuple[Run, ...]:
    if word[0].isdecimal():
        return (Run(word, "digits", word),)
    if word.isascii():
        return (Run(word, "latin", stem(word)),)
    return tuple(_run("".join(letters), script) for script, letters in groupby(word, key=_script))


def _script(letter: str) -> Literal["latin", "hangul", "unspaced"]:
    script = script_of(letter)
    return "latin" if script == "other" else "hangul" if script == "hangul" else "unspaced"


def _run(text: str, script: Literal["latin", "hangul", "unspaced"]) -> Run:
    return Run(
        text, script, stem(text) if script == "latin" else without_particles(text) if script == "hangul" else text
    )
