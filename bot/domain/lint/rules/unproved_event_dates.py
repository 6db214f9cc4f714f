from collections.abc import Iterator

from bot.domain.date import PartialDate
from bot.domain.lint.ground import Ground
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot

_NEAR_YEARS = 1
"""How far an inferred year may be from the years that the ground gives: a story of January tells of December."""


@rule(
    "V401",
    bad="""
# briefs/timeline.yaml
ferry-stopped:
  date: 2001-07
""",
    good="""
# briefs/timeline.yaml
ferry-stopped:
  date: 2001-05
""",
)
def unproved_event_dates(survey: Survey) -> Iterator[Finding]:
    """The dates of an event are dates of what it rests on, as far as they are known.

    A timeline is read for its dates. Where a document leaves out the year or the day and the editors read it from
    around the words, `inferred: true` says so; the month is then still the document's, and the year next to one that it
    gives.
    """
    for event in survey.library.events.values():
        ground = survey.grounds.of(event.rests_on)
        for name, date in (("date", event.date), ("until", event.until)):
            if date is None or ground is None:
                continue
            if not (_may_be_inferred(date, ground) if event.inferred else ground.gives(date)):
                yield Finding(
                    Spot("event", event.id, (name,)),
                    f"{date} is no date of anything that the event rests on",
                    "take the date from the evidence; if its year or day is your reading of it, say inferred: true",
                )


def _may_be_inferred(date: PartialDate, ground: Ground) -> bool:
    """Whether the ground gives at least the month, and its day if it has one, and a year next to this one.

    A year alone may also be one of a decade that the ground names, as in `the mid-1990s`.
    """
    if date.month is None and date.year in ground.decades:
        return True
    if not any(abs(date.year - year) <= _NEAR_YEARS for year in ground.years):
        return False
    same_month = [given for given in ground.dates if given.month == date.month]
    return date.month is None or any(date.day is None or given.day in {None, date.day} for given in same_month)
