"""Whether what seems to be the frame of exact words is the passage's own words beside them, changed.

Of `It was closed, said the OLD man` the words `It was closed` stand exactly; but the document goes on with `said the
old man`, so the rest is no frame, and the whole is measured. A dash, a bracket, a colon or a new line parts a frame
from the words, unless the passage has the same there; and beside a quotation of the document anybody may be named.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bot.domain.text.folding import WORDS
from bot.domain.text.sentences import sentence_ends
from bot.domain.verdict.index import keys_of
from bot.domain.verdict.locating import Standing
from bot.domain.verdict.nearest import RETOLD
from bot.domain.verdict.somebody import SAYS

_MORE: Final = 2
"""So many words of the passage may be left out."""
_PARTING: Final = (
    ("\n", re.compile(r"\n")),
    ("-", re.compile(r"[-\u2012-\u2015~|]")),
    ("(", re.compile(r"[()\[\]\uff08\uff09]")),
)
_SAYS: Final = re.compile(rf"\b{SAYS}\b", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"\d{1,2}")
"""A number of no more figures is that of a list, or of a note."""
_SMALL: Final = frozenset(("the", "a", "an", "of", "in", "on", "at", "to", "by", "and", "for"))
"""Words that stand everywhere: where a frame has others, these tell nothing of it."""
_TAG: Final = re.compile(r"[#@][\w-]+")
_NEAREST_AFTER: Final = re.compile(r"(?s)^(\W*\w[^\n]*?)(?:\n|\s[-\u2012-\u2015~|]+\s|\s*[(\[]).*$")
_NEAREST_BEFORE: Final = re.compile(r"(?s)^.*(?:\n|\s[-\u2012-\u2015~|]+\s|[)\]:])(?=.*\w)")
_SIGNS_AFTER: Final = re.compile(r"\W*")
_SIGNS_BEFORE: Final = re.compile(r"\W*$")
_CLOSED: Final = re.compile(r"[.,;:!?]*[\"\u201d\u2019\u00bb\u300d\u300f]")
_OPENED: Final = re.compile(r"[\"\u201c\u2018\u201e\u00ab\u300c\u300e]$")


def runs_on(found: Sequence[Standing], before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether any place where exact words stand has, on either side, what stands there in the message.

    `before` and `after` are a frame, in one layer or more; of each the stretch nearest to the words is looked at too.
    """
    leads = {lead for text in before for lead in (_TAG.sub("", text), _NEAREST_BEFORE.sub("", _TAG.sub("", text)))}
    tails = {tail for text in after for tail in (_TAG.sub("", text), _NEAREST_AFTER.sub(r"\1", _TAG.sub("", text)))}
    return any(
        any(_after(standing, tail) for tail in tails) or any(_before(standing, lead) for lead in leads)
        for standing in found
    )


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """What the message has on one side of the words, and what the passage has."""

    ours: Sequence[str]
    theirs: Sequence[str]
    """The passage's words on this side, nearest as many as ours and a few more."""
    opposite: Sequence[str]
    """As many on the other side: they may have been moved."""
    edge: Sequence[str]
    """As many of the exact words themselves, nearest: they may have been doubled."""

    @property
    def is_of_the_passage(self) -> bool:
        """Whether our words are the passage's, at least half of them."""
        is_moved = _shared(self.ours, self.opposite) == len(self.ours)
        telling = [word for word in self.ours if word not in _SMALL and not word.isdigit()] or self.ours
        if all(map(str.isdigit, telling)):
            return is_moved or telling in (
                self.edge,
                self.theirs[: len(telling)],
                self.theirs[-len(telling) :],
            )
        return is_moved or self.ours == self.edge or _shared(telling, self.theirs) * 2 >= len(telling)

    @property
    def is_retold(self) -> bool:
        """Whether so many of our words are the passage's as no attribution has by chance."""
        return len(self.ours) >= RETOLD and _shared(self.ours, self.theirs) * 4 >= len(self.ours) * 3


def _after(found: Standing, after: str) -> bool:
    ours, printed = keys_of(WORDS(after)), _printed_after(found)
    if any(word == following for word, following in pairwise(ours)):
        return True  # Nobody's name, nor what is said of it, has a word twice.
    ours_signs, signs = _signs(_SIGNS_AFTER, after), _signs(_SIGNS_AFTER, printed)
    if not ours or _is_parted(_parting(ours_signs), _parting(signs), printed[: len(after)]):
        return False
    lead, own, tail = _keys_around(found, len(ours))
    beside = _Neighbours(ours, tail[: len(ours) + _MORE], lead[-len(ours) :], own[-len(ours) :])
    if _CLOSED.match(printed):
        return beside.is_retold or _is_in_another_case(after, printed) or _is_a_word_off(after, printed)
    # As many words after the same sign up to the sentence's end were put in the place of them.
    is_as_long = len(keys_of(WORDS(_sentence(printed)))) == len(ours)
    return beside.is_of_the_passage or (is_as_long and ("," in ours_signs) == ("," in signs))


def _before(found: Standing, before: str) -> bool:
    ours, printed = keys_of(WORDS(before)), _printed_before(found)
    if not ours or _NUMBERED.fullmatch(" ".join(ours)):
        return False
    lead, own, tail = _keys_around(found, len(ours))
    signs, theirs = _signs(_SIGNS_BEFORE, before), _signs(_SIGNS_BEFORE, printed)
    parting = _parting(signs) or _colon(signs)
    if _is_parted(parting, _parting(theirs) or _colon(theirs), printed[-len(before) :]):
        return parting == "-" and ours == lead[-len(ours) :]
    beside = _Neighbours(ours, lead[-len(ours) - _MORE :], tail[: len(ours)], own[: len(ours)])
    return beside.is_retold if _OPENED.search(printed) else beside.is_of_the_passage


def _keys_around(found: Standing, count: int) -> tuple[list[str], list[str], list[str]]:
    """The words before, of and after a standing, at least so many and two before and after."""
    text, reach = found.run.text, 20 * (count + _MORE)
    return (
        keys_of(text[max(0, found.start - reach) : found.start]),
        keys_of(text[found.start : found.end]),
        keys_of(text[found.end : found.end + reach]),
    )


def _shared(ours: Sequence[str], theirs: Sequence[str]) -> int:
    return (Counter(ours) & Counter(theirs)).total()


def _is_in_another_case(after: str, printed: str) -> bool:
    """Whether the passage goes on with the very words, in another case."""
    ours = re.findall(r"\w+", WORDS(after))
    theirs = re.findall(r"\w+", WORDS(printed))[: len(ours)]
    return ours != theirs and [*map(str.casefold, ours)] == [*map(str.casefold, theirs)]


def _is_a_word_off(after: str, printed: str) -> bool:
    """Whether what follows a quotation begins as in the passage and then has another word: `King killed`."""
    ours, theirs = after.strip(" ,.").split(), keys_of(WORDS(_sentence(printed)))
    keys = keys_of(WORDS(after))
    is_plain = len(ours) == len(keys) and all(map(str.isalpha, ours)) and not _SAYS.search(after)
    return is_plain and 1 < len(keys) == len(theirs) and keys[0] == theirs[0]


def _signs(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group() if found else ""


def _parting(signs: str) -> str:
    """Which of the signs parts a frame from the words; a comma or a stop does not, a colon only what is before it."""
    return next((name for name, pattern in _PARTING if pattern.search(signs)), "")


def _is_parted(sign: str, theirs: str, near: str) -> bool:
    """Whether a sign parts a frame from the words: one that the passage has not, there or a word away."""
    own = {"-": r"\s[-\u2012-\u2015~|]+\s", ":": r":\s"}.get(sign, r"(?!)")
    return bool(sign) and sign != theirs and re.search(own, near) is None


def _colon(signs: str) -> str:
    return ":" if re.search(r"[:\uff1a]", signs) else ""


def _sentence(printed: str) -> str:
    ends = sentence_ends(printed)
    return printed[: ends[0]] if ends else printed


def _printed_after(found: Standing) -> str:
    """What the source has after the words in their paragraph."""
    number = found.run.part_at(found.end - 1)
    return found.run.sources[number][found.run.original(found.end - 1, found.end)[1] :]


def _printed_before(found: Standing) -> str:
    """The same before them; of the first of an article's items also what opens them all."""
    number = found.run.part_at(found.start)
    printed = found.run.sources[number][: found.run.original(found.start, found.start + 1)[0]]
    opening = found.run.sources[number - 1] if number and found.run.is_article else ""
    return f"{opening} {printed}" if opening.endswith(":") else printed
