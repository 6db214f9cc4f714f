"""A ready stanza for words found in a document, or the words most like them."""

import json
import re
from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from bot.domain.difference import differences
from bot.domain.matching import find, nearest_words, quoted_ranges
from bot.domain.model import Document


def stanzas(words: str, documents: Mapping[str, Document]) -> Iterator[str]:
    """A ready stanza for every place in the documents where the words stand."""
    for document in documents.values():
        repeated = {later for later, _ in document.same_as}
        for number, paragraph in enumerate(document.paragraphs, start=1):
            if number in document.not_text or number in repeated:
                continue
            for start, end in find(words, paragraph):
                yield _stanza(document, number, paragraph, start, end)


def _stanza(document: Document, number: int, paragraph: str, start: int, end: int) -> str:
    found = paragraph[start:end]
    quoted = any(opened <= start and end <= closed for opened, closed in quoted_ranges(paragraph))
    lines = [
        f"# briefs/evidence/{document.id}.yaml",
        f"{document.id.split('-')[0]}-{slug(found)}:",
        f"  kind: {'quotation' if quoted else 'narration'}",
        f"  words: {_scalar(found)}",
        f"  paragraph: {number}",
    ]
    if quoted:
        lines += ["  # who said it, and the speaker's role at the time", "  speaker:", "  role:"]
    return "\n".join(lines)


def nearest(words: str, documents: Mapping[str, Document]) -> tuple[str, int, str] | None:
    """The document, paragraph and words most like what was typed; None where there are no documents."""
    places = [
        (fuzz.partial_ratio(words, paragraph), document.id, number, paragraph)
        for document in documents.values()
        for number, paragraph in enumerate(document.paragraphs, start=1)
        if paragraph.strip() and number not in document.not_text
    ]
    if not places:
        return None
    _, key, number, paragraph = max(places, key=lambda place: place[0])
    return key, number, nearest_words(words, paragraph)


def not_found(words: str, documents: Mapping[str, Document]) -> Iterator[str]:
    """What to say of words that stand nowhere: the nearest there are, and how they differ."""
    found = nearest(words, documents)
    if found is None:
        return
    key, number, passage = found
    yield f"Not found. The nearest words are in {key}, paragraph {number}:\n\n{passage}\n"
    for piece in differences(passage, words):
        if piece.kind != "same":
            yield f"  the document has '{piece.original.strip()}', you have '{piece.other.strip()}'"


def slug(text: str) -> str:
    """The beginning of an id, from the first words of a text."""
    words = re.findall(r"[a-z0-9]+", text.lower())[:5]
    return "-".join(words) or "words"


def _scalar(text: str) -> str:
    """The text as a YAML scalar that is read back unchanged: JSON strings are YAML."""
    plain = re.fullmatch(r"[A-Za-z][^:#\n]*[^:#\s]", text)
    return text if plain and text.lower() not in {"null", "~"} else json.dumps(text, ensure_ascii=False)
