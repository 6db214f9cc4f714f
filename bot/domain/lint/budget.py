"""Quotation budget: the documents belong to their publishers, so of their own prose little is shown.

Speakers' words are quoted, at most sixty a piece. Of a document's own prose a reader is shown only what words a treaty
in its own way, or reports a law whose text is not stored; other narrations prove a claim and are never printed.
"""

from collections import defaultdict
from collections.abc import Iterator

from bot.domain.library import Library
from bot.domain.lint.phrases import blanked, spaced_words, unquoted
from bot.domain.lint.survey import Survey
from bot.domain.model import Document, Evidence
from bot.domain.problem import Finding, Spot
from bot.domain.verify import quoted_ranges

QUOTATION_WORDS = 60
PROSE_WORDS = 40
COMPARED_WORDS = 60
PROSE_SHARE = 0.25
"""Of the words of a document's own prose."""


def is_shown(evidence: Evidence, library: Library) -> bool:
    """Whether a reader is ever shown these words: every quotation, and narrations of law."""
    reported = {key for instrument in library.instruments.values() for key in instrument.reported}
    return evidence.kind == "quotation" or evidence.compares is not None or evidence.id in reported


def overdrawn_budget(survey: Survey) -> Iterator[Finding]:
    """Pieces that are too long, and documents of whose prose too much is shown."""
    library = survey.library
    shown: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for evidence in library.evidence.values():
        if not is_shown(evidence, library):
            continue
        if evidence.kind == "quotation":
            length, limit = _count(evidence.text), QUOTATION_WORDS
        else:
            length = sum(_count(unquoted(passage.words)) for passage in evidence.passages)
            limit = COMPARED_WORDS if evidence.compares else PROSE_WORDS
            shown[evidence.document].update(_places(evidence))
        if length > limit:
            what = f"{length} words are shown of one piece; {limit} are fair"
            yield Finding(
                Spot("evidence", evidence.id, ("words",)), what, "quote less, or split a long quotation in two"
            )
    for key, places in shown.items():
        yield from _share(library.documents[key], places)


def _share(document: Document, places: set[tuple[int, int]]) -> Iterator[Finding]:
    prose = dict(own_prose(document))
    total = sum(_count(text) for text in prose.values())
    used = sum(
        _count("".join(mark if (number, place) in places else " " for place, mark in enumerate(text)))
        for number, text in prose.items()
    )
    if used > total * PROSE_SHARE:
        what = f"{used} of the {total} words of {document.id}'s own prose are shown, more than {PROSE_SHARE:.0%}"
        yield Finding(Spot("document", document.id), what, "shorten its narrations that compare or report law")


def own_prose(document: Document) -> Iterator[tuple[int, str]]:
    """The paragraphs of a document with what it quotes from others blanked, page furniture and repetitions left out."""
    skipped = {*document.not_text, *(repeated for repeated, _ in document.same_as)}
    for number, paragraph in enumerate(document.paragraphs, start=1):
        if number not in skipped:
            yield number, blanked(paragraph, quoted_ranges(paragraph))


def _places(evidence: Evidence) -> Iterator[tuple[int, int]]:
    for passage in evidence.passages:
        yield from ((passage.paragraph, place) for place in range(passage.start, passage.end))


def _count(text: str) -> int:
    return sum(1 for _ in spaced_words(text))
