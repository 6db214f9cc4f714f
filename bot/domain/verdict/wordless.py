"""Whether a text has any words at all, once what is no word is taken away.

Worked example: `<:flag:123456789012345678>`, a link alone, ``` and a Hangul filler have none.
"""

import re

from bot.domain.verdict.message import read

_BLANK = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800")
"""Letters that show nothing."""
_CALLS = re.compile(r"(?<!\w)@(?:everyone|here)\b")
"""Who is called to read is no word of what is said."""


def has_words(text: str) -> bool:
    """Whether anything is left to read without marks, links, mentions, emoji and letters that show nothing."""
    return any(character.isalnum() and character not in _BLANK for character in _CALLS.sub(" ", read(text).whole))
