"""How much of a document may be shown: speakers' words are quoted, of a document's own prose a reader sees little.

The documents belong to their publishers. Of their own prose only what words a treaty in its own way, or reports a law
whose text is not stored, is shown, and a little around a quotation; other narrations prove a claim and are never shown.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from bot.domain.library import Library
from bot.domain.matching import quoted_ranges
from bot.domain.model import Document, Evidence, Passage

SHARE = 0.25
"""The part of a document's own prose that may be shown in all."""

_WORD = re.compile(r"\S*\w\S*")


def is_shown(evidence: Evidence, library: Library) -> bool:
    """Whether a reader is ever shown these words: every quotation, and narrations of law."""
    return evidence.kind == "quotation" or evidence.compares is not None or evidence.id in library.reported


def own_words(document: Document) -> Mapping[int, list[int]]:
    """Where the words of a document's own prose begin, by paragraph.

    What it quotes from others is left out, and so are page furniture and paragraphs that repeat another.
    """
    skipped = {*document.not_text, *(repeated for repeated, _ in document.same_as)}
    return {
        number: list(_unquoted_words(paragraph))
        for number, paragraph in enumerate(document.paragraphs, start=1)
        if number not in skipped
    }


def shown_prose(library: Library, document: Document) -> list[Passage]:
    """The passages of a document's own prose that articles and laws show."""
    return [
        passage
        for evidence in library.evidence_in[document.id]
        if evidence.kind == "narration" and is_shown(evidence, library)
        for passage in evidence.passages
    ]


def words_in(passages: Iterable[Passage], own: Mapping[int, list[int]]) -> set[tuple[int, int]]:
    """Those of a document's own words that stand in the passages: their paragraph, and where they begin."""
    return {
        (passage.paragraph, start)
        for passage in passages
        for start in own.get(passage.paragraph, ())
        if passage.start <= start < passage.end
    }


def _unquoted_words(paragraph: str) -> Iterator[int]:
    quoted = quoted_ranges(paragraph)
    starts = (word.start() for word in _WORD.finditer(paragraph))
    return (place for place in starts if not any(start <= place < end for start, end in quoted))
