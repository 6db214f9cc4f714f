"""Quotation budget: no piece shown is longer than is fair, nor more than a quarter of a document's own prose."""

from collections.abc import Iterator

from bot.domain.budget import SHARE, is_shown, own_words, shown_words
from bot.domain.lint.survey import Survey
from bot.domain.model import Evidence
from bot.domain.problem import Finding, Spot
from bot.domain.text.phrases import spaced_words, unquoted

QUOTATION_WORDS = 60
PROSE_WORDS = 40
COMPARED_WORDS = 60
"""Of a document's own prose, where a reader compares it with an article."""


def overdrawn_budget(survey: Survey) -> Iterator[Finding]:
    """Pieces that are too long, and documents of whose prose too much is shown."""
    library = survey.library
    for evidence in library.evidence.values():
        length, limit = _length(evidence), _limit(evidence)
        if is_shown(evidence, library) and length > limit:
            what = f"{length} words are shown of one piece; {limit} are fair"
            yield Finding(
                Spot("evidence", evidence.id, ("words",)), what, "quote less, or split a long quotation in two"
            )
    for document in library.documents.values():
        total = sum(map(len, own_words(document).values()))
        shown = len(shown_words(library, document))
        if shown > total * SHARE:
            what = f"{shown} of the {total} words of {document.id}'s own prose are shown, more than {SHARE:.0%}"
            yield Finding(Spot("document", document.id), what, "shorten its narrations that compare or report law")


def _limit(evidence: Evidence) -> int:
    if evidence.kind == "quotation":
        return QUOTATION_WORDS
    return COMPARED_WORDS if evidence.compares else PROSE_WORDS


def _length(evidence: Evidence) -> int:
    """How many words; what a narration quotes from others is not the document's own."""
    texts = [passage.words for passage in evidence.passages]
    if evidence.kind == "narration":
        texts = [unquoted(text) for text in texts]
    return sum(1 for text in texts for _ in spaced_words(text))
