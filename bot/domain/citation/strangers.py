"""Words beside a number that may name another law than those we know: `GDPR article 33`, `헌법 제33조`."""

import re
from typing import Final, NamedTuple

from bot.domain.language.tables import listed

_WORD: Final = re.compile(r"[^\W\d_]+")
_OF: Final = frozenset((*listed("citation", "of"), *listed("citation", "the"), "la", "de"))
_ORDINARY: Final = frozenset(listed("citation", "ordinary")) | _OF
_ORDINARY_UNSPACED: Final = (*listed("citation", "ordinary_unspaced"), *listed("citation", "article_after"))
_TREATY: Final = frozenset(listed("citation", "treaty"))
_LAW: Final = frozenset(listed("citation", "law")) | _TREATY
_LAW_UNSPACED: Final = tuple(word for word in _LAW if not word.isascii())
_MOST: Final = 3
"""So many words before and after a number may be the name of a law."""
_NEAR: Final = 400
"""Characters in which those words stand: of a text with a thousand numbers not all is looked at for each."""


class Stranger(NamedTuple):
    """A word beside a number."""

    word: str
    is_law: bool
    """Whether it is said to be a law, and so is none of ours; otherwise it may be what the question is about."""


def stranger_beside(text: str, start: int, end: int) -> Stranger | None:
    """The word beside a number that may name a law we do not have; None when only ordinary words are there."""
    before = [match.group().lower() for match in _WORD.finditer(text, max(0, start - _NEAR), start)]
    after = [match.group().lower() for match in _WORD.finditer(text, end, end + _NEAR)]
    return _named(before[: -_MOST - 1 : -1]) or _named(_of_the(after)[:_MOST])


def _named(words: list[str]) -> Stranger | None:
    """What words, going away from the number, name; a treaty by itself, as in `of the convention`, is any of ours."""
    name: list[str] = []
    for word in words:
        if _is_ordinary(word) and not (name and word in _OF):
            break
        name.append(word)
    while name and name[-1] in _OF:
        name.pop()
    if not name or (len(name) == 1 and name[0] in _TREATY):
        return None
    is_law = any(word in _LAW or word.endswith(_LAW_UNSPACED) for word in name)
    return Stranger(name[0], is_law)


def _of_the(words: list[str]) -> list[str]:
    place = 0
    while place < len(words) and words[place] in _OF:
        place += 1
    return words[place:]


def _is_ordinary(word: str) -> bool:
    return word in _ORDINARY or word.startswith(_ORDINARY_UNSPACED)
