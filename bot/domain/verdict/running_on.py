"""Whether what seems to be the frame of exact words is the passage's own next words, changed.

Of `It was closed, said the OLD man` the words `It was closed` stand exactly; but the document goes on with `said the
old man`, so the rest is no frame. A dash, a bracket, a colon or a new line does part a frame from the words.
"""

import re
from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import LCSseq

from bot.domain.text.folding import WORDS
from bot.domain.verdict.index import WordIndex, keys_of
from bot.domain.verdict.locating import located
from bot.domain.verdict.sought import Sought, SoughtPart, reading

_FEWEST_SHARED: Final = 3
_SOMEBODY_SAID: Final = 4
"""After the words so few of others are no more than who said them."""
_MORE: Final = 2
_PARTED_AFTER = re.compile(r"[^\w\s]*\s*(?:\n|[-\u2012-\u2015~(\[])")
_PARTED_BEFORE = re.compile(r"(?:[-\u2012-\u2015~)\]:\uff1a]|\n)\s*$")


def runs_on(index: WordIndex, text: str, before: str, after: str) -> bool:
    """Whether the passage that has some words runs on, on either side, with what stands there in the message."""
    words = reading(text)
    found = next(located(Sought((SoughtPart(words, None),)), index), None) if words else None
    if found is None:
        return False
    lead, tail = keys_of(WORDS(before)), keys_of(WORDS(after))
    until = found.end + 2 * len(after) + 40
    since = max(0, found.start - 2 * len(before) - 40)
    theirs_after = keys_of(found.run.text[found.end : until])[: len(tail) + _MORE]
    theirs_before = keys_of(found.run.text[since : found.start])[-len(lead) - _MORE :]
    is_after = len(tail) > _SOMEBODY_SAID and not _PARTED_AFTER.match(after) and _retells(tail, theirs_after)
    return is_after or (not _PARTED_BEFORE.search(before) and _retells(lead, theirs_before))


def _retells(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    shared = LCSseq.similarity(ours, theirs)
    is_all = shared == len(ours) > 1
    return is_all or (shared >= _FEWEST_SHARED and shared * 2 >= len(ours))
