from collections.abc import Iterator
from datetime import date

from bot.domain.date import PartialDate
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.model import Document, Evidence
from bot.domain.problem import Finding, Spot
from bot.domain.text.dates import WEEKDAYS, Mention, supported


@rule(
    "V412",
    bad="""
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  said: 2001-04
""",
    good="""
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  said: 2001-05
""",
)
def unproved_sayings(survey: Survey) -> Iterator[Finding]:
    """The day on which something was said is given by its document or by an editor's note.

    The document may leave out the year, which is then its own or the one before, or give the day as *Monday*, which is
    the last one before it appeared.
    """
    notes = {PartialDate(day.year, day.month, day.day) for day in survey.grounds.notes.dates if day.year}
    for evidence in survey.library.evidence.values():
        document = survey.library.documents[evidence.document]
        if evidence.said is None or evidence.said.first_day > document.date.value.last_day:
            continue
        is_noted = evidence.said in notes or _is_of_the_original(evidence) or survey.is_broken("note")
        if not is_noted and not _is_in(evidence.said, document, survey):
            what = f"neither {document.id} nor a note gives {evidence.said} as a date of anything"
            mend = "give the date as far as the document does, or add the note that has it"
            yield Finding(Spot("evidence", evidence.id, ("said",)), what, mend)


def _is_of_the_original(evidence: Evidence) -> bool:
    """Whether the source of the words' original has the date."""
    source = evidence.departs and evidence.departs.source
    return source is not None and source.date == evidence.said


def _is_in(said: PartialDate, document: Document, survey: Survey) -> bool:
    """Whether the document prints the date; a year it leaves out is its own, or the one before."""
    if _is_weekday_before(said, document, survey):
        return True
    ground = survey.grounds.of_document(document.id)
    years = ground.years | {document.date.value.year, document.date.value.year - 1}
    if said.month is None:
        return said.year in years
    return supported(Mention(said.day, said.month, said.year), ground.dates, years)


def _is_weekday_before(said: PartialDate, document: Document, survey: Survey) -> bool:
    """Whether the date is the last Monday before publication, and the document says `Monday`."""
    published = document.date.value
    if said.day is None or said.month is None or published.day is None or published.month is None:
        return False
    day = date(said.year, said.month, said.day)
    if (published.first_day - day).days >= len(WEEKDAYS):
        return False
    return any(WEEKDAYS[day.weekday()] in survey.read(text).weekdays for text in document.paragraphs)
