"""Writes YAML for authors: a stanza for words found in a document, an outline of a brief or of a register entry."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz

from bot.domain.difference import differences
from bot.domain.matching import find, nearest_words, quoted_ranges
from bot.domain.model import SLUG_LENGTH, SLUG_PATTERN, Document
from bot.refusal import RefusedError


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
        f"{document.id.split('-')[0]}-{_slug(found)}:",
        f"  kind: {'quotation' if quoted else 'narration'}",
        f"  words: {_scalar(found)}",
        f"  paragraph: {number}",
    ]
    if quoted:
        lines += ["  speaker: # who said it", "  role: # the speaker's role at the time"]
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


def write_brief(slug: str, briefs: Path, today: date) -> Path:
    """Write the outline of a brief into its file, which must not be there yet.

    Raises:
        RefusedError: the slug cannot be an id, or there is such a file.
    """
    if not re.fullmatch(SLUG_PATTERN, slug) or len(slug) > SLUG_LENGTH:
        raise RefusedError(f"'{slug}' cannot be an id: use lower-case letters, digits and single hyphens.")
    file = briefs / "topics" / f"{slug}.yaml"
    try:
        with file.open("x", encoding="utf-8") as written:
            written.write(brief_outline(slug, today))
    except FileExistsError:
        raise RefusedError(f"{file} is already there; choose another id, or edit it.") from None
    return file


def brief_outline(slug: str, today: date) -> str:
    """The beginning of a brief; `check` says what is still to be filled in."""
    review_by = today.replace(year=today.year + 1, day=min(today.day, 28))
    return f"""\
# briefs/topics/{slug}.yaml
title: # the question, as a member would ask it
group: # one of the groups in briefs/wording.yaml
answer:
  text: >-
    # the first line answers
  rests_on: []  # ids of evidence, article:ID or note:ID
aliases: []  # how people ask for it, in the languages of your server
claims:
  - text: >-
      # one sentence: who says what, and when
    rests_on: []
positions: []  # {{actor: …, text: …, rests_on: […]}} or {{actor: …, silent: true}}
accuses: []
as_of: # the date of the newest evidence: 2005, 2005-02 or 2005-02-04
reviewed: {today.isoformat()}
review_by: {review_by.isoformat()}
"""


def document_outline(file: Path) -> str:
    """A register entry for a new document, with its digest; the rest is the editors' to say."""
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return f"""\
# seeds/documents.yaml
{_slug(file.stem)}:
  file: {file.name}
  sha256: {digest}
  title: null
  publisher: # who published it
  publisher_certainty: unknown
  author: null
  date:
    value: # 2005, 2005-02 or 2005-02-04
    inferred: false
  kind: # what kind of text it is
  stance: # whose view it gives, in neutral words
  label: # one of the labels in briefs/wording.yaml
  not_text: []  # paragraphs that are page furniture
"""


def _slug(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", text.lower())[:5]
    return "-".join(words) or "words"


def _scalar(text: str) -> str:
    """The text as a YAML scalar that is read back unchanged: JSON strings are YAML."""
    plain = re.fullmatch(r"[A-Za-z][^:#\n]*[^:#\s]", text)
    return text if plain and text.lower() not in {"null", "~"} else json.dumps(text, ensure_ascii=False)
