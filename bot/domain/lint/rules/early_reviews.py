from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V211",
    bad="""
# briefs/topics/ferry.yaml
reviewed: 2096-11-22
review_by: 2097-11-22
""",
    good="""
# briefs/topics/ferry.yaml
reviewed: 2026-11-22
review_by: 2097-11-22
""",
)
def early_reviews(survey: Survey) -> Iterator[Finding]:
    """A brief was reviewed on a day that has been.

    `reviewed` is the day somebody compared each claim with its passage, and readers are shown it.
    """
    for brief in survey.library.briefs.values():
        if brief.reviewed.first_day > survey.today:
            what = f"the review of {brief.reviewed} has not been yet"
            yield Finding(Spot("brief", brief.id, ("reviewed",)), what, "give the day the claims were compared")
