"""Reviews: each brief was compared with its passages on a day, and is due to be compared again on another."""

from collections.abc import Iterator

from bot.domain.date import PartialDate
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


def stale_reviews(survey: Survey) -> Iterator[Finding]:
    """Reviews that lie in the future, that are due before they were made, and, as a warning, that are overdue."""
    today = (survey.today.year, survey.today.month, survey.today.day)
    for brief in survey.library.briefs.values():
        if _first_day(brief.reviewed) > today:
            what = f"the review of {brief.reviewed} has not been yet"
            yield Finding(Spot("brief", brief.id, ("reviewed",)), what, "give the day the claims were compared")
        if brief.review_by <= brief.reviewed:
            what = f"the next review, {brief.review_by}, is not after the last, {brief.reviewed}"
            yield Finding(Spot("brief", brief.id, ("review_by",)), what, "give a later day")
        elif _last_day(brief.review_by) < today:
            what = f"the review was due by {brief.review_by}"
            mend = "compare each claim with its passage and set reviewed and review_by anew"
            yield Finding(Spot("brief", brief.id, ("review_by",)), what, mend, warning=True)


def _first_day(value: PartialDate) -> tuple[int, int, int]:
    return (value.year, value.month or 1, value.day or 1)


def _last_day(value: PartialDate) -> tuple[int, int, int]:
    return (value.year, value.month or 12, value.day or 31)
