from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V411",
    bad="""
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  said: 2001-07
""",
    good="""
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  said: 2001-05
""",
)
def late_sayings(survey: Survey) -> Iterator[Finding]:
    """Nothing was said after the document that quotes it appeared.

    One of the two dates is then wrong.
    """
    for evidence in survey.library.evidence.values():
        date = survey.library.documents[evidence.document].date
        if evidence.said is not None and evidence.said.first_day > date.value.last_day:
            what = f"{evidence.said} is after the document's own date, {date}"
            yield Finding(Spot("evidence", evidence.id, ("said",)), what, "correct one")
