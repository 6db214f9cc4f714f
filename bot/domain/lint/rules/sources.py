"""Sources: none is of the future or older than what it tells, and a date in its address agrees with its own."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.domain.date import PartialDate
from bot.domain.library import Library
from bot.domain.lint.ground import ground
from bot.domain.lint.survey import Survey
from bot.domain.model import Source
from bot.domain.problem import Finding, Spot

_DATED = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])/(?:(?P<day>0[1-9]|[12]\d|3[01])(?!\d))?")
_A_WEEK = timedelta(days=7)
"""A page may go up some days after what it prints is dated."""


def impossible_sources(survey: Survey) -> Iterator[Finding]:
    """Sources with a date that has not come yet, or other than the one in their address."""
    today = PartialDate(survey.today.year, survey.today.month, survey.today.day)
    for spot, source in _sources(survey.library):
        if source.date is None:
            continue
        at = Spot(spot.section, spot.id, (*spot.path, "date"))
        if source.date > today:
            yield Finding(at, f"{source.date} has not been yet", "give the day the source was published")
        elif source.url and not _agrees(source.date, source.url):
            what = f"the source is dated {source.date}, and its address says otherwise: {source.url}"
            yield Finding(at, what, "correct the date or the address")


def untimely_standing(survey: Survey) -> Iterator[Finding]:
    """What a state is said to have done after the source that says so appeared."""
    for instrument in survey.library.instruments.values():
        for place, party in enumerate(instrument.parties):
            if party.source is None or party.source.date is None:
                continue
            told = max(ground([party.standing]).years, default=0)
            if told > party.source.date.year:
                spot = Spot("instrument", instrument.id, ("parties", place, "standing"))
                what = f"it tells of {told}, and its source is of {party.source.date}"
                yield Finding(spot, what, "correct one of the two, or name a later source")


def _sources(library: Library) -> Iterator[tuple[Spot, Source]]:
    for note in library.notes.values():
        yield Spot("note", note.id, ("source",)), note.source
    for evidence in library.evidence.values():
        if evidence.departs and evidence.departs.source:
            yield Spot("evidence", evidence.id, ("departs", "source")), evidence.departs.source
    for instrument in library.instruments.values():
        for place, party in enumerate(instrument.parties):
            if party.source:
                yield Spot("instrument", instrument.id, ("parties", place, "source")), party.source


def _agrees(given: PartialDate, url: str) -> bool:
    """Whether the two dates may be of the same week, as far as both are known."""
    found = _DATED.search(url)
    if found is None:
        return True
    earliest, latest = _span(given.year, given.month, given.day)
    first, last = _span(int(found["year"]), int(found["month"]), int(found["day"]) if found["day"] else None)
    return first - _A_WEEK <= latest and earliest <= last + _A_WEEK


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """The first and the last day that a date known in part may mean; an address may name a day that is none."""
    first = date(year, month or 1, 1)
    if day is not None:
        exact = first + timedelta(days=day - 1)
        return exact, exact
    following = date(year + 1, 1, 1) if month in {None, 12} else date(year, (month or 1) + 1, 1)
    return first, following - timedelta(days=1)
