from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V212",
    bad="""
# briefs/topics/ferry.yaml
reviewed: 2026-11-22
review_by: 2026-01-22
""",
    good="""
# briefs/topics/ferry.yaml
reviewed: 2026-11-22
review_by: 2027-01-22
""",
)
def disordered_reviews(survey: Survey) -> Iterator[Finding]:
    """The next review of a brief is due after the last one.

    A year that was not changed with the rest of a date would leave the brief overdue from its first day.
    """
    for brief in survey.library.briefs.values():
        if brief.review_by <= brief.reviewed:
            what = f"the next review, {brief.review_by}, is not after the last, {brief.reviewed}"
            yield Finding(Spot("brief", brief.id, ("review_by",)), what, "give a later day")
