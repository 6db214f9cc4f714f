"""When a frame says that words were said, and whether the library has another date for them.

Of words that were said in 2011 and printed in 2013, `King, 2011` and `(A Paper, 2013)` are right, and `in 2005` is not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.domain.date import PartialDate
from bot.domain.library import Library
from bot.domain.model import Evidence
from bot.domain.text.dates import Mention, mentions, of_date
from bot.domain.verdict.runs import Place

Attribution = Literal["same", "other"]

_YEAR = re.compile(r"(?<![\d,.])(?P<year>(?:1[89]|20)\d\d)(?![\d]|,\d)")


@dataclass(frozen=True, slots=True)
class Owned:
    """What the library knows of some words: who said them, where they stand, and what is printed around them there."""

    evidence: Sequence[Evidence]
    places: Sequence[Place]
    passage: str


def by_date(library: Library, unnamed: str, owned: Owned) -> Attribution | None:
    """Whether the dates given around the words, in a frame without its names, are theirs.

    A date is compared with when the words were said, with the document's own and with those printed in the passage. It
    is wrong where it is none of these, or, of words nobody is known to have said, where it is later than the document.
    """
    years = {int(match["year"]) for match in _YEAR.finditer(unnamed)}
    days = [mention for mention in mentions(unnamed) if mention.day]
    published = [library.documents[key].date.value for key, _ in owned.places if key in library.documents]
    if not published or not (years or days):
        return None
    # Words whose date is not given were said when the document is dated: that is what a missing `said` means.
    said = [item.said or library.documents[item.document].date.value for item in owned.evidence]
    if days and any(date.day for date in said):
        return "same" if _agree(days, [*said, *published]) else "other"
    theirs = {date.year for date in (*said, *published)}
    theirs |= {int(match["year"]) for match in _YEAR.finditer(owned.passage)}
    if years & theirs:
        return "same"
    is_later = bool(years) and min(years) > max(date.year for date in published)
    return "other" if is_later or (years and said) else None


def _agree(days: Sequence[Mention], dates: Sequence[PartialDate]) -> bool:
    exact = [mention for date in dates if date.day for mention in of_date(date)]
    return any(day.agrees(mention) for day in days for mention in exact)
