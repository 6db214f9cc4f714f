"""Pieces of evidence beside each other: none twice, and none said when its document says it was not."""

from collections.abc import Iterable, Iterator
from datetime import date

from bot.domain.date import PartialDate
from bot.domain.lint.ground import Ground
from bot.domain.lint.survey import Survey
from bot.domain.model import Evidence
from bot.domain.problem import Finding, Spot
from bot.domain.text.dates import WEEKDAYS, Mention, supported, weekdays


def repeated_evidence(survey: Survey) -> Iterator[Finding]:
    """The same passage under two ids, or in its second document too."""
    first: dict[tuple[tuple[str, int, int, int], ...], str] = {}
    for evidence in survey.library.evidence.values():
        for passages in (evidence.passages, *evidence.also_passages):
            places = tuple((place.document, place.paragraph, place.start, place.end) for place in passages)
            if places in first:
                what = f"the same words of the same place are '{first[places]}' already"
                yield Finding(Spot("evidence", evidence.id, ("words",)), what, "keep one of the two")
            first.setdefault(places, evidence.id)


def impossible_days(survey: Survey) -> Iterator[Finding]:
    """`said` dates later than the document, or that nothing in it gives."""
    for evidence in survey.library.evidence.values():
        document = survey.library.documents[evidence.document]
        if evidence.said is None:
            continue
        spot = Spot("evidence", evidence.id, ("said",))
        if _is_after(evidence.said, document.date.value):
            yield Finding(spot, f"{evidence.said} is after the document's own date, {document.date}", "correct one")
        elif not _is_in(evidence.said, evidence, survey) and not _is_noted(evidence, survey):
            what = f"neither {document.id} nor a note gives {evidence.said} as a date of anything"
            yield Finding(spot, what, "give the date as far as the document does, or add the note that has it")


def _is_noted(evidence: Evidence, survey: Survey) -> bool:
    """Whether an editor's note, or the source of the words' original, gives the whole date."""
    if evidence.departs and evidence.departs.source and evidence.departs.source.date == evidence.said:
        return True
    notes = survey.grounds.of(tuple(f"note:{key}" for key in survey.library.notes))
    return notes is not None and evidence.said is not None and evidence.said in _whole_dates(notes.dates)


def _whole_dates(dates: Iterable[Mention]) -> set[PartialDate]:
    return {PartialDate(date.year, date.month, date.day) for date in dates if date.year}


def _is_after(said: PartialDate, published: PartialDate) -> bool:
    return (said.year, said.month or 1, said.day or 1) > (published.year, published.month or 12, published.day or 31)


def _is_weekday_before(said: PartialDate, published: PartialDate, paragraphs: tuple[str, ...]) -> bool:
    """Whether the date is the last Monday before publication, and the document says `Monday`."""
    if said.day is None or said.month is None or published.day is None or published.month is None:
        return False
    day = date(said.year, said.month, said.day)
    age = date(published.year, published.month, published.day) - day
    return age.days < len(WEEKDAYS) and any(WEEKDAYS[day.weekday()] in weekdays(text) for text in paragraphs)


def _is_in(said: PartialDate, evidence: Evidence, survey: Survey) -> bool:
    """Whether the document prints the date; a year it leaves out is its own, or the one before."""
    document = survey.library.documents[evidence.document]
    own = document.date.value
    if _is_weekday_before(said, own, document.paragraphs):
        return True
    ground = survey.grounds.of((f"document:{document.id}",)) or Ground()
    years = ground.years | {own.year, own.year - 1}
    if said.month is None:
        return said.year in years
    return supported(Mention(said.day, said.month, said.year), ground.dates, years)
