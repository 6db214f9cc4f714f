"""Dates in fields: of events, briefs and evidence, each to be found where the item rests."""

from collections.abc import Iterator

from bot.domain.date import PartialDate
from bot.domain.lint.ground import FIRST_YEAR, LAST_YEAR, Ground, counts
from bot.domain.lint.sentences import shown_by
from bot.domain.lint.survey import Survey
from bot.domain.model import Brief, Event
from bot.domain.problem import Finding, Spot
from bot.domain.text.dates import Mention, mentions, supported

_NEAR_YEARS = 1
"""How far an inferred year may be from the years that the ground gives: a story of January tells of December."""


def is_given(date: PartialDate, ground: Ground) -> bool:
    """Whether the ground gives the date, as far as it is known."""
    if date.month is None:
        return date.year in ground.years
    return supported(Mention(date.day, date.month, date.year), ground.dates, ground.years)


def unproved_dates(survey: Survey) -> Iterator[Finding]:
    """Dates of events and briefs that nothing under them gives."""
    for event in survey.library.events.values():
        ground = survey.grounds.of(event.rests_on)
        if ground is not None:
            yield from _of_event(event, ground)
    for brief in survey.library.briefs.values():
        yield from _of_brief(brief, survey)


def years_to_come(survey: Survey) -> Iterator[Finding]:
    """Years in our sentences, notes included, that have not been yet."""
    for sentence in survey.sentences:
        years = {int(number.value) for number in counts(sentence.text) if FIRST_YEAR <= number.value <= LAST_YEAR}
        years |= {mention.year for mention in mentions(sentence.text) if mention.year}
        for year in sorted(year for year in years if year > survey.today.year):
            yield Finding(sentence.spot, f"{year} has not been yet", "correct the year")


def _of_brief(brief: Brief, survey: Survey) -> Iterator[Finding]:
    spot = Spot("brief", brief.id, ("as_of",))
    ground = survey.grounds.of(shown_by(brief, survey.library))
    if ground is not None and not is_given(brief.as_of, ground):
        what = f"{brief.as_of} is no date of anything that the brief rests on"
        yield Finding(spot, what, "give the date that its newest evidence speaks of, as far as the document gives it")
    told = [reference for sentence in (brief.answer, *brief.claims) for reference in sentence.rests_on]
    evidence = [survey.library.evidence[key] for key in told if key in survey.library.evidence]
    years = {survey.library.documents[item.document].date.value.year for item in evidence}
    if years and brief.as_of.year < max(years):
        what = f"the brief is as of {brief.as_of}, and its claims rest on a document of {max(years)}"
        yield Finding(spot, what, "give the date of the newest document that the claims rest on")


def _of_event(event: Event, ground: Ground) -> Iterator[Finding]:
    for name, date in (("date", event.date), ("until", event.until)):
        if date is None:
            continue
        if not (_may_be_inferred(date, ground) if event.inferred else is_given(date, ground)):
            yield Finding(
                Spot("event", event.id, (name,)),
                f"{date} is no date of anything that the event rests on",
                "take the date from the evidence; if its year or day is your reading of it, say inferred: true",
            )
    if event.until and event.until < event.date:
        yield Finding(Spot("event", event.id, ("until",)), "the event ends before it begins", "swap the two dates")


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
