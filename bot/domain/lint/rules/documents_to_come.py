from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V406",
    bad="""
# seeds/documents.yaml
timetable-2003:
  date: {value: 2093-04}
""",
    good="""
# seeds/documents.yaml
timetable-2003:
  date: {value: 2003-04}
""",
)
def documents_to_come(survey: Survey) -> Iterator[Finding]:
    """No document is dated on a day that has not been yet.

    Every date in it is read by its own: a year that it leaves out is taken from there.
    """
    for document in survey.library.documents.values():
        if document.date.value.first_day > survey.today:
            what = f"{document.id} is dated {document.date.value}, which has not been yet"
            yield Finding(Spot("document", document.id, ("date",)), what, "give the day it was published")
