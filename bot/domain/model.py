"""The words of the project as frozen models; the JSON Schemas for authors are made from the same ones.

What an author types is an *entry* where the program has to add something before it may be used: a `DocumentEntry`
becomes a `Document` when its file is read, an `EvidenceEntry` becomes `Evidence` when `verify` has found its words.
Everything else is used as it was written. References between items are ids; the library resolves them.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from bot.domain.date import PartialDate

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SLUG_LENGTH = 60
"""Characters; an id has to fit into a button's custom id with its view and page."""

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=SLUG_LENGTH)]
Reference = Annotated[str, StringConstraints(pattern=r"^((article|note):)?[a-z0-9]+(-[a-z0-9]+)*$")]
"""What a sentence may rest on: the id of a piece of evidence, or `article:ID`, or `note:ID`."""

Kind = Literal["brief", "quotation", "article", "figure", "term", "document", "boundary"]
"""What a search can offer. Ids are unique within a kind."""

Answered = Kind | Literal["instrument", "timeline"]
"""What has an answer of its own, and so a receipt; a timeline has the id of its briefing."""


Language = Annotated[
    str,
    StringConstraints(
        pattern="^(bg|cs|da|de|el|en|es|fi|fr|hi|hr|hu|id|it|ja|ko|lt|nl|no|pl|pt|ro|ru|sv|th|tr|uk|vi|zh)$"
    ),
]
"""One of those of Discord's interface, without its region: `zh` for `zh-CN` and `zh-TW`."""


class Item(BaseModel):
    """The base of everything an author writes: immutable, and a key nobody knows is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Item):
    """Where something from outside the documents was published."""

    title: Text
    publisher: Text
    date: PartialDate | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$", max_length=512)] | None = None


# Documents


class DocumentDate(Item):
    """When a document was published, and how that is known."""

    value: PartialDate
    shown_as: Text | None = None
    """Words to print in place of the value, such as `late 2015`."""
    inferred: bool = False
    because: Text | None = None

    def __str__(self) -> str:
        return self.shown_as or str(self.value)


class DocumentEntry(Item):
    """A stored text as the register describes it."""

    id: Slug
    file: Annotated[str, StringConstraints(pattern=r"^[\w.-]+\.txt$")]
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    title: Text | None
    publisher: Text
    publisher_certainty: Literal["confirmed", "likely", "unknown"]
    publisher_note: Text | None = None
    author: Text | None
    date: DocumentDate
    kind: Text
    stance: Text
    label: Slug
    """The label of the document's own prose, one of those in `wording.yaml`."""
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    not_text: tuple[int, ...] = ()
    """Paragraphs that are page furniture (captions, author boxes): never evidence."""
    same_as: tuple[tuple[int, int], ...] = ()
    """Pairs (paragraph, earlier paragraph) of identical text: only the earlier one is evidence."""
    defects: tuple[Text, ...] = ()
    aliases: tuple[Text, ...] = ()


class Document(DocumentEntry):
    """A stored text with its paragraphs; a paragraph is a line of the file, numbered from 1."""

    paragraphs: tuple[str, ...]

    @property
    def name(self) -> str:
        """The title, or for an untitled document its publisher and date."""
        return self.title or f"{self.publisher}, {self.date} (untitled)"

    def paragraph(self, number: int) -> str:
        """The text of a paragraph; KeyError when the file has no such line."""
        if not 1 <= number <= len(self.paragraphs):
            raise KeyError(number)
        return self.paragraphs[number - 1]


# Evidence


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words stand in a document; made by `verify` alone, so its words are always the document's own."""

    document: str
    paragraph: int
    start: int
    end: int
    words: str


class Carrier(Item):
    """A second document that carries the same words."""

    document: Slug
    paragraph: int


class Departure(Item):
    """How a quotation differs from the words it quotes, where the editors know that it does."""

    note: Text
    original: Text | None = None
    """The original's own words; left out where they could not be confirmed."""
    source: Source | None = None


Flag = Literal["fragment", "second-hand", "written", "treaty", "distressing", "never-alone"]
"""What a reader must know of a piece of evidence; `distressing` puts it behind a content note."""


class EvidenceEntry(Item):
    """Words that an author says stand in a document."""

    id: Slug
    document: Slug
    kind: Literal["quotation", "narration"]
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    """One piece, or the pieces of a split or shortened passage in their order."""
    paragraph: int
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
    also_in: tuple[Carrier, ...] = ()
    departs: Departure | None = None
    compares: Slug | None = None
    """The id of the article that this words in its own way."""
    omission_ok: Text | None = None
    """Why leaving out a negation, an exception or a number between two pieces is fair."""
    aliases: tuple[Text, ...] = ()

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
    """Words found verbatim in their document, and where; made by `verify` alone."""

    passages: Annotated[tuple[Passage, ...], Field(min_length=1)]
    """One for each piece of `words`, in order."""
    also_passages: tuple[tuple[Passage, ...], ...] = ()
    """The same for each document of `also_in`."""

    @property
    def text(self) -> str:
        """The document's own characters; a visible ellipsis stands where words between two pieces are left out."""
        return " […] ".join(passage.words for passage in self.passages)


# Sentences of our own


class Note(Item):
    """What the editors add from outside the documents; always shown as theirs, with its source."""

    id: Slug
    text: Text
    source: Source


class Sentence(Item):
    """Something the bot says in our words, and what it rests on."""

    text: Text
    rests_on: Annotated[tuple[Reference, ...], Field(min_length=1)]
    number_ok: Text | None = None
    """Why a number that is not in the evidence is right; the number is then shown as inferred."""
    wording_ok: Text | None = None
    """Why wording that is stronger or more loaded than the evidence is fair."""


class Claim(Sentence):
    """One sentence of a brief."""


class Position(Item):
    """What one actor says, in the same form for every actor."""

    actor: Text
    text: Text | None = None
    rests_on: tuple[Reference, ...] = ()
    number_ok: Text | None = None
    wording_ok: Text | None = None
    silent: bool = False
    """No document has words of this actor; rendered as one fixed sentence."""

    @model_validator(mode="after")
    def _speaks_or_is_silent(self) -> Self:
        if self.silent and (self.text or self.rests_on):
            raise ValueError("a silent position has no text and rests on nothing")
        if not self.silent and not (self.text and self.rests_on):
            raise ValueError("a position needs text and rests_on, or silent: true")
        return self


class Brief(Item):
    """One topic."""

    id: Slug
    title: Annotated[Text, StringConstraints(max_length=90)]
    group: Slug
    """Under which heading of `/topics` it stands; the headings are in `wording.yaml`."""
    answer: Claim
    content_note: Text | None = None
    aliases: tuple[Text, ...] = ()
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    positions: tuple[Position, ...] = ()
    accuses: tuple[Text, ...] = ()
    """Actors that the brief says something against: each needs a position."""
    figures: tuple[Slug, ...] = ()
    articles: tuple[Slug, ...] = ()
    notes: tuple[Slug, ...] = ()
    see_also: tuple[Slug, ...] = ()
    as_of: PartialDate
    reviewed: PartialDate
    """The day each claim was compared with its passage."""
    reviewed_by: Text | None = None
    review_by: PartialDate


class Statement(Item):
    """One holder's value for a disputed figure; a bound nobody gave is left out."""

    low: int | None = None
    high: int | None = None
    as_of: PartialDate
    counts: Text
    holder: Text
    via: Text | None = None
    hedge: Text | None = None
    rests_on: Annotated[tuple[Reference, ...], Field(min_length=1)]
    number_ok: Text | None = None

    @model_validator(mode="after")
    def _has_a_value(self) -> Self:
        if self.low is None and self.high is None:
            raise ValueError("a statement needs low, high or both")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("low is above high")
        return self


class Figure(Item):
    """A disputed number: every statement of it, and why they differ. Never a sum, a mean or a winner."""

    id: Slug
    question: Annotated[Text, StringConstraints(max_length=90)]
    unit: Text = "people"
    spread: bool = False
    """Each statement is a spread, as of ages, and no estimate of one number: a lone `low` reads *from*."""
    why_they_differ: Text
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]
    notes: tuple[Slug, ...] = ()
    aliases: tuple[Text, ...] = ()


class Event(Sentence):
    """A dated entry of the timeline; what it rests on besides evidence is shown as from outside the documents."""

    id: Slug
    date: PartialDate
    until: PartialDate | None = None
    shown_as: Text | None = None
    inferred: bool = False
    """The date's year or day is the editors' reading, not printed in the document."""
    topics: Annotated[tuple[Slug, ...], Field(min_length=1)]


class Term(Item):
    """A word of the glossary, defined by the editors in one sentence."""

    id: Slug
    term: Annotated[Text, StringConstraints(max_length=90)]
    definition: Text
    remark: Text | None = None
    used_in: tuple[Reference, ...] = ()
    aliases: tuple[Text, ...] = ()
    see_also: tuple[Slug, ...] = ()


class Person(Item):
    """A private or public person whom the documents name, and why we do."""

    id: Slug
    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The name as we print it first, then other spellings and short forms."""
    role: Text
    basis: Text


# Boundaries and wording


class Asked(Item):
    """A way of asking: at least one word or phrase of every group occurs in the question."""

    all_of: Annotated[tuple[Annotated[tuple[Text, ...], Field(min_length=1)], ...], Field(min_length=1)]
    none_of: tuple[Text, ...] = ()


class Help(Item):
    """Where a person can turn; the date is that of what we know of the address."""

    name: Text
    text: Text
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    as_of: PartialDate


class Boundary(Item):
    """A question the bot will not answer, with its fixed reply by language."""

    id: Slug
    title: Annotated[Text, StringConstraints(max_length=90)]
    asked_as: Annotated[tuple[Asked, ...], Field(min_length=1)]
    reply: dict[Language, Text]
    turn_to: tuple[Help, ...] = ()
    instead: tuple[Slug, ...] = ()


class Wording(Item):
    """Words about this subject that the program needs and must not know by itself."""

    labels: dict[Slug, Text]
    groups: dict[Slug, Text]
    loaded: tuple[Text, ...]
    """Allowed inside quotation marks only."""
    hedges: tuple[Text, ...]
    """Words that make a statement less than certain."""
    certainty: tuple[Text, ...]
    """Verbs and adverbs that state something as settled."""
    negations: tuple[Text, ...]
    exceptions: tuple[Text, ...]
    stop_words: tuple[Text, ...]
    """Words and phrases that mean nothing to a search."""
    light_words: tuple[Text, ...] = ()
    """Words that tell what is asked rather than about what, such as why: they decide only between equals."""
    abbreviations: dict[str, Text]
    """Short forms people type, and what they stand for in a search."""
    synonyms: dict[Text, tuple[Text, ...]] = {}
    """Other names for a thing, in any language, by the word that search puts in their place."""
    names_ok: tuple[Text, ...] = ()
    """Capitalised names in our sentences that are not people: places, bodies, laws."""
