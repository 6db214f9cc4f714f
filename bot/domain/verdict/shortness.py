"""When words are too few to tell anything: one or two, or a little more with a single word that says something.

`refugees` and `of the State` stand everywhere; `the frontiers of territories` does not.
"""

from collections.abc import Collection
from typing import Final

from bot.domain.text.scripts import is_unspaced
from bot.domain.verdict.index import keys_of

_FEW: Final = 2
_FEW_WITH_ONE: Final = 4


def is_short(words: str, common: Collection[str]) -> bool:
    """Whether folded words are that few; two characters of a script without spaces count as one word."""
    keys = keys_of(words)
    weight = sum(0.5 if is_unspaced(key[0]) else 1 for key in keys)
    telling = sum(key not in common for key in keys)
    return weight <= _FEW or (weight <= _FEW_WITH_ONE and telling <= 1)
