"""Pieces of evidence beside each other: none twice, and none said when its document says it was not."""

from collections.abc import Iterator

from bot.domain.date import PartialDate
from bot.domain.lint.dates import Mention, mentions, supported
from bot.domain.lint.survey import Survey
from bot.domain.model import Evidence
from bot.domain.number import values
from bot.domain.problem import Finding, Spot


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
        elif not _is_in(evidence.said, evidence, survey):
            what = f"{document.id} does not give {evidence.said} as a date of anything"
            yield Finding(
                spot, what, "give the date as far as the document does; a date from elsewhere belongs in a note"
            )


def _is_after(said: PartialDate, published: PartialDate) -> bool:
    return (said.year, said.month or 1, said.day or 1) > (published.year, published.month or 12, published.day or 31)


def _is_in(said: PartialDate, evidence: Evidence, survey: Survey) -> bool:
    """Whether the document prints the date; a year it leaves out is its own, or the one before."""
    document = survey.library.documents[evidence.document]
    text = "\n".join(document.paragraphs)
    own = document.date.value
    years = {int(value) for value in values(text) if value.denominator == 1} | {own.year, own.year - 1}
    if said.month is None:
        return said.year in years
    dates = [*mentions(text), Mention(own.day, own.month or 0, own.year)]
    return supported(Mention(said.day, said.month, said.year), dates, years)
