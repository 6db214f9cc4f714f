"""Which of the names in a text a number belongs to.

The name beside it, and of two names the one that stands closer: after a space closer than after a comma. A name that
follows goes before one that went before, unless it has a number of its own: `CAT 3, Refugee Convention 33`.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.domain.citation.articlenumber import ArticleNumber
from bot.domain.citation.grammar import AFTER_A_NAME, OF_A_NAME
from bot.domain.citation.names import NamedTreaty

_APART: Final = re.compile(r"[,;:(\-\u2013\u2014]")


def owners(
    text: str, number: ArticleNumber, numbers: Sequence[ArticleNumber], named: Sequence[NamedTreaty]
) -> tuple[str, ...]:
    """The instruments of the name beside the number, or of the nearest name; none where no name is in the text."""
    if not named:
        return ()
    start, end = number.series
    before = next((name for name in reversed(named) if _is_before(text, name, start)), None)
    after = next((name for name in named if _is_after(text, name, end)), None)
    if before and after:
        return _of_two(text, number, numbers, before, after).instruments
    return (before or after or min(named, key=lambda name: _gap(name, start, end))).instruments


def _of_two(
    text: str, number: ArticleNumber, numbers: Sequence[ArticleNumber], before: NamedTreaty, after: NamedTreaty
) -> NamedTreaty:
    """Of a list between two names, `CAT 3 and 33 of the Refugee Convention`, the last is the second's."""
    start, end = number.series
    if any(_is_before(text, after, each.series[0]) for each in numbers if each.start >= after.end):
        is_closer = _is_apart(text, before.end, start) and not _is_apart(text, end, after.start)
        return after if is_closer else before
    if any(each.series == number.series and each.start != number.start for each in numbers):
        return after if number.end == end else before
    return before if _is_apart(text, end, after.start) and not _is_apart(text, before.end, start) else after


def _is_before(text: str, name: NamedTreaty, start: int) -> bool:
    return name.end <= start and AFTER_A_NAME.fullmatch(text, name.end, start) is not None


def _is_after(text: str, name: NamedTreaty, end: int) -> bool:
    return end <= name.start and OF_A_NAME.fullmatch(text, end, name.start) is not None


def _is_apart(text: str, start: int, end: int) -> bool:
    return _APART.search(text, start, end) is not None


def _gap(name: NamedTreaty, start: int, end: int) -> int:
    return max(start - name.end, name.start - end)
