from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.sentences import shown_by
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V403",
    bad="""
# briefs/topics/ferry.yaml
as_of: 2001-07
""",
    good="""
# briefs/topics/ferry.yaml
as_of: 2001-06
""",
)
def unproved_as_of(survey: Survey) -> Iterator[Finding]:
    """A brief is as of a date that something it rests on gives.

    `as_of` tells readers how old the news in the brief is, so it is a date of the documents, and not the day of
    writing.
    """
    for brief in survey.library.briefs.values():
        ground = survey.grounds.of(shown_by(brief, survey.library))
        if ground is not None and not ground.gives(brief.as_of):
            what = f"{brief.as_of} is no date of anything that the brief rests on"
            mend = "give the date that its newest evidence speaks of, as far as the document gives it"
            yield Finding(Spot("brief", brief.id, ("as_of",)), what, mend)
