"""The words of the project as frozen models; the JSON Schemas for authors are made from the same ones.

What an author types is an *entry* where the program has to add something before it may be used: a `DocumentEntry`
becomes a `Document` when its file is read, an `EvidenceEntry` becomes `Evidence` when `matching` has found its words.
Everything else is used as it was written. References between items are ids; the library resolves them.

One file here stands for one kind of file that authors write; what is told below a field is shown by their editors.
"""

from bot.domain.model.boundaries import Asked, Boundary, Help
from bot.domain.model.corrections import Correction
from bot.domain.model.documents import Document, DocumentDate, DocumentEntry
from bot.domain.model.evidence import Carrier, Departure, Evidence, EvidenceEntry, Flag, Passage
from bot.domain.model.figures import Figure, Statement
from bot.domain.model.glossary import Term
from bot.domain.model.introduction import Introduction
from bot.domain.model.item import (
    ENGLISH,
    SLUG_LENGTH,
    SLUG_PATTERN,
    Answered,
    Item,
    Kind,
    Language,
    Reference,
    Sentence,
    Slug,
    Source,
    Text,
    Translated,
    by_language,
    in_language,
)
from bot.domain.model.notes import Note
from bot.domain.model.people import Person
from bot.domain.model.timeline import Event
from bot.domain.model.topics import Brief, Claim, Position
from bot.domain.model.wording import Wording

__all__ = [
    "ENGLISH",
    "SLUG_LENGTH",
    "SLUG_PATTERN",
    "Answered",
    "Asked",
    "Boundary",
    "Brief",
    "Carrier",
    "Claim",
    "Correction",
    "Departure",
    "Document",
    "DocumentDate",
    "DocumentEntry",
    "Event",
    "Evidence",
    "EvidenceEntry",
    "Figure",
    "Flag",
    "Help",
    "Introduction",
    "Item",
    "Kind",
    "Language",
    "Note",
    "Passage",
    "Person",
    "Position",
    "Reference",
    "Sentence",
    "Slug",
    "Source",
    "Statement",
    "Term",
    "Text",
    "Translated",
    "Wording",
    "by_language",
    "in_language",
]
