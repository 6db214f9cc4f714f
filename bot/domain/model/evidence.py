from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from bot.domain.date import PartialDate
from bot.domain.model.item import Item, Slug, Source, Text


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words stand in a document; made by `matching` alone, so its words are always the document's own."""

    document: str
    paragraph: int
    start: int
    end: int
    words: str


class Carrier(Item):
    """A second document that carries the same words."""

    document: Slug
    """The id of the document."""
    paragraph: int
    """The line of its file, from 1."""


class Departure(Item):
    """How a quotation differs from the words it quotes, where the editors know that it does."""

    note: Text
    """What differs, in the editors' words."""
    original: Text | None = None
    """The original's own words; left out where they could not be confirmed."""
    source: Source | None = None
    """Where the original can be read."""


Flag = Literal["fragment", "second-hand", "written", "treaty", "distressing", "never-alone"]
"""What a reader must know of a piece of evidence; `distressing` puts it behind a content note."""


class EvidenceEntry(Item):
    """Words that an author says stand in a document."""

    id: Slug
    document: Slug
    kind: Literal["quotation", "narration"]
    """`quotation`: a speaker's words, inside quotation marks in the document; `narration`: the document's own."""
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    """One piece, or the pieces of a split or shortened passage in their order."""
    paragraph: int
    """The line of the document's file, from 1."""
    speaker: Text | None = None
    """Whose words or report it is; a narration without one is the document's own."""
    role: Text | None = None
    """The speaker's role at the time."""
    actor: Text | None = None
    """The state or body the speaker speaks for, as positions name it."""
    via: Text | None = None
    """Through whom the document has it."""
    said: PartialDate | None = None
    """When it was said, where that is not the document's own date."""
    said_inferred: bool = False
    """The year of `said`, or that it was said on the day it was reported, is the editors' reading."""
    context: Text | None = None
    """What the words are about, where they do not say so themselves."""
    label: Slug | None = None
    """One of the labels in `wording.yaml`; the document's own where none is given."""
    flags: tuple[Flag, ...] = ()
    """What a reader must know of it; `distressing` puts it behind a content note."""
    also_in: tuple[Carrier, ...] = ()
    """Other documents that carry the same words."""
    departs: Departure | None = None
    """How it differs from the words it quotes."""
    compares: Slug | None = None
    """The id of the article that this words in its own way."""
    omission_ok: Text | None = None
    """Why leaving out a negation, an exception or a number between two pieces is fair."""
    aliases: tuple[Text, ...] = ()
    """Other words with which people look for it."""

    @field_validator("words", mode="before")
    @classmethod
    def _one_piece_may_stand_alone(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _a_quotation_has_a_speaker_and_what_is_inferred_is_there(self) -> Self:
        if self.kind == "quotation" and self.speaker is None:
            raise ValueError("a quotation needs its speaker")
        if self.said_inferred and self.said is None:
            raise ValueError("said_inferred needs said")
        return self


class Evidence(EvidenceEntry):
    """Words found verbatim in their document, and where; made by `matching` alone."""

    passages: Annotated[tuple[Passage, ...], Field(min_length=1)]
    """One for each piece of `words`, in order."""
    also_passages: tuple[tuple[Passage, ...], ...] = ()
    """The same for each document of `also_in`."""

    @property
    def text(self) -> str:
        """The document's own characters; a visible ellipsis stands where words between two pieces are left out."""
        return " […] ".join(passage.words for passage in self.passages)
