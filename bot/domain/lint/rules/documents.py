"""The register: what it says about a document's paragraphs is true of them."""

from collections.abc import Iterator

from bot.domain.lint.survey import Survey
from bot.domain.matching import fold
from bot.domain.model import Document
from bot.domain.problem import Finding, Spot


def mistaken_paragraphs(survey: Survey) -> Iterator[Finding]:
    """Page furniture that is not there, and repetitions that repeat nothing."""
    for document in survey.library.documents.values():
        for place, number in enumerate(document.not_text):
            if not _text(document, number):
                what = f"{document.id} has nothing in paragraph {number}"
                mend = "name a line of the file that has words on it"
                yield Finding(Spot("document", document.id, ("not_text", place)), what, mend)
        for place, (repeated, first) in enumerate(document.same_as):
            if first >= repeated or fold(_text(document, repeated)) != fold(_text(document, first)):
                what = f"paragraph {repeated} of {document.id} does not repeat paragraph {first}"
                mend = "give the repetition first and then the earlier paragraph, or remove the pair"
                yield Finding(Spot("document", document.id, ("same_as", place)), what, mend)


def _text(document: Document, number: int) -> str:
    return document.paragraph(number) if 1 <= number <= len(document.paragraphs) else ""
