from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V213",
    bad="""
# briefs/topics/ferry.yaml
reviewed: 2024-11-22
review_by: 2025-11-22
""",
    good="""
# briefs/topics/ferry.yaml
reviewed: 2026-11-22
review_by: 2027-11-22
""",
)
def overdue_reviews(survey: Survey) -> Iterator[Finding]:
    """A brief is reviewed by the day that was set for it.

    What was right two years ago may be wrong today. It is only a warning: the brief is as true as it was the day
    before, and a bot should not stop at midnight.
    """
    for brief in survey.library.briefs.values():
        if brief.reviewed < brief.review_by and brief.review_by.last_day < survey.today:
            what = f"the review was due by {brief.review_by}"
            mend = "compare each claim with its passage and set reviewed and review_by anew"
            yield Finding(Spot("brief", brief.id, ("review_by",)), what, mend, warning=True)
