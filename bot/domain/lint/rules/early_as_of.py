from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V404",
    bad="""
# briefs/topics/ferry.yaml
as_of: 1970-01-02
""",
    good="""
# briefs/topics/ferry.yaml
as_of: 2001-06
""",
)
def early_as_of(survey: Survey) -> Iterator[Finding]:
    """A brief is not as of a year before the documents that its claims rest on.

    Readers would take newer facts for older ones.
    """
    library = survey.library
    for brief in library.briefs.values():
        told = [reference for sentence in (brief.answer, *brief.claims) for reference in sentence.rests_on]
        evidence = [library.evidence[key] for key in told if key in library.evidence]
        newest = max((library.documents[item.document].date.value.year for item in evidence), default=0)
        if brief.as_of.year < newest:
            what = f"the brief is as of {brief.as_of}, and its claims rest on a document of {newest}"
            mend = "give the date of the newest document that the claims rest on"
            yield Finding(Spot("brief", brief.id, ("as_of",)), what, mend)
