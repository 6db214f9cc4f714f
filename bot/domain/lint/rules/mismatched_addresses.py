import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.domain.date import PartialDate
from bot.domain.lint.rule import rule
from bot.domain.lint.sources import sources
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding

_DATED = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])/(?:(?P<day>0[1-9]|[12]\d|3[01])(?!\d))?")
_A_WEEK = timedelta(days=7)
"""A page may go up some days after what it prints is dated."""


@rule(
    "V422",
    bad="""
# briefs/notes.yaml
ferry-came-back:
  source: {title: Timetable, publisher: Port library, date: 2001-09, url: https://ports.example/2003/04/timetable}
""",
    good="""
# briefs/notes.yaml
ferry-came-back:
  source: {title: Timetable, publisher: Port library, date: 2001-09, url: https://ports.example/2001/09/timetable}
""",
)
def mismatched_addresses(survey: Survey) -> Iterator[Finding]:
    """A date in the address of a source agrees with the source's own.

    They may be a week apart. Where they are further apart, one of the two belongs to another page.
    """
    for sourced in survey.once(sources):
        date, url = sourced.source.date, sourced.source.url
        if date is not None and date.first_day <= survey.today and url and not _agrees(date, url):
            what = f"the source is dated {date}, and its address says otherwise: {url}"
            yield Finding(sourced.at("date"), what, "correct the date or the address")


def _agrees(given: PartialDate, url: str) -> bool:
    """Whether the two dates may be of the same week, as far as both are known."""
    found = _DATED.search(url)
    if found is None:
        return True
    first, last = _span(int(found["year"]), int(found["month"]), int(found["day"] or 0))
    return first - _A_WEEK <= given.last_day and given.first_day <= last + _A_WEEK


def _span(year: int, month: int, day: int) -> tuple[date, date]:
    """The first and the last day that the address may mean; it may name a day that is none, as the 31st of April."""
    if not day:
        whole = PartialDate(year, month)
        return whole.first_day, whole.last_day
    exact = date(year, month, 1) + timedelta(days=day - 1)
    return exact, exact
