"""What a sentence of ours rests on, taken apart into what may be quoted, counted, dated and named from it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.domain.date import PartialDate
from bot.domain.library import Library, Provision
from bot.domain.matching import find
from bot.domain.model import Document, Evidence, Note
from bot.domain.text.dates import Mention, mentions, of_date
from bot.domain.text.numbers import Number, numbers

FIRST_YEAR, LAST_YEAR = 1800, 2100
"""A bare number between these may be a year."""
_DECADE = re.compile(r"\b(1[89]\d0|20\d0)s\b")


@dataclass(frozen=True, slots=True)
class Ground:
    """What one or more references give."""

    texts: tuple[str, ...] = ()
    """Words that may stand between quotation marks."""
    values: frozenset[Fraction] = frozenset()
    """Numbers, the days of dates left out."""
    dates: tuple[Mention, ...] = ()
    years: frozenset[int] = frozenset()
    """The years it prints, and those of the registered date and of `said`."""
    decades: frozenset[int] = frozenset()
    """The years of the decades that it names: none of them is given, and an inferred date may be in any."""
    named: tuple[str, ...] = ()
    """Texts in which the people and bodies that it speaks of are named."""
    around: tuple[str, ...] = ()
    """The documents that the words were taken from, whole, and how the register describes them."""

    def holds(self, words: str) -> bool:
        """Whether the words stand exactly, under verify's folding, in what may be quoted."""
        return any(any(find(words, text)) for text in self.texts)


def join(grounds: Iterable[Ground]) -> Ground:
    """Several grounds as one."""
    parts = list(grounds)
    return Ground(
        texts=tuple(text for part in parts for text in part.texts),
        values=frozenset[Fraction]().union(*(part.values for part in parts)),
        dates=tuple(date for part in parts for date in part.dates),
        years=frozenset[int]().union(*(part.years for part in parts)),
        decades=frozenset[int]().union(*(part.decades for part in parts)),
        named=tuple(name for part in parts for name in part.named),
        around=tuple(dict.fromkeys(text for part in parts for text in part.around)),
    )


def counts(text: str) -> list[Number]:
    """The numbers of a text without those inside its dates: the 10 of `10 May` is not ten of anything."""
    dated = {place for mention in mentions(text) for place in range(mention.start, mention.end)}
    return [number for number in numbers(text) if number.start not in dated]


def ground(
    quotable: Iterable[str | None],
    dates: Iterable[PartialDate | None] = (),
    counted: Iterable[str | None] = (),
    named: Iterable[str | None] = (),
    around: Iterable[str] = (),
) -> Ground:
    """The ground that texts and dates give; `counted` texts give numbers and dates but no words to quote."""
    texts = tuple(text for text in quotable if text)
    read = (*texts, *(text for text in counted if text))
    known = [date for date in dates if date]
    mentioned = tuple(mention for text in read for mention in mentions(text))
    values = frozenset(number.value for text in read for number in counts(text))
    return Ground(
        texts=texts,
        values=values,
        dates=(*mentioned, *(mention for date in known for mention in of_date(date))),
        years=frozenset(int(value) for value in values if FIRST_YEAR <= value <= LAST_YEAR)
        | frozenset(mention.year for mention in mentioned if mention.year)
        | frozenset(date.year for date in known),
        decades=frozenset(
            int(decade) + year for text in read for decade in _DECADE.findall(text) for year in range(10)
        ),
        named=(*read, *(name for name in named if name)),
        around=tuple(around),
    )


class Grounds:
    """The ground of every reference, worked out once; `document:ID` stands for the whole text of a document."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, Ground] = {}
        self._joined: dict[tuple[str, ...], Ground | None] = {}

    def of(self, references: tuple[str, ...]) -> Ground | None:
        """The ground of several references together; None when one of them stands for nothing."""
        if references not in self._joined:
            try:
                self._joined[references] = join([self._one(reference) for reference in references])
            except KeyError:
                self._joined[references] = None
        return self._joined[references]

    @property
    def documents(self) -> list[str]:
        """References to the whole text of every document."""
        return [f"document:{key}" for key in self._library.documents]

    @property
    def everything(self) -> list[str]:
        """References to all documents, articles and notes: what the editors' own remarks are held against."""
        library = self._library
        return [
            *self.documents,
            *(f"article:{key}" for key in library.provisions),
            *(f"note:{key}" for key in library.notes),
        ]

    def _one(self, reference: str) -> Ground:
        if reference not in self._known:
            self._known[reference] = self._worked_out(reference)
        return self._known[reference]

    def _worked_out(self, reference: str) -> Ground:
        documents = self._library.documents
        if reference.startswith("document:"):
            return _of_document(documents[reference.removeprefix("document:")])
        support = self._library.support(reference)
        if isinstance(support, Evidence):
            carriers = [documents[key] for key in (support.document, *(other.document for other in support.also_in))]
            return _of_evidence(support, carriers)
        return _of_note(support) if isinstance(support, Note) else _of_provision(support)


def _of_document(document: Document) -> Ground:
    return ground(
        document.paragraphs,
        dates=[document.date.value],
        counted=[document.date.shown_as],
        named=[document.title, document.publisher, document.author],
    )


def _of_evidence(evidence: Evidence, carriers: Sequence[Document]) -> Ground:
    return ground(
        [passage.words for passages in (evidence.passages, *evidence.also_passages) for passage in passages],
        dates=[evidence.said, *(document.date.value for document in carriers)],
        counted=[document.date.shown_as for document in carriers],
        named=[
            evidence.speaker,
            evidence.role,
            evidence.actor,
            evidence.via,
            carriers[0].paragraph(evidence.paragraph),
            *(name for document in carriers for name in (document.name, document.publisher, document.author)),
            *(alias for document in carriers for alias in document.aliases),
        ],
        around=[text for document in carriers for text in (*document.paragraphs, document.stance)],
    )


def _of_note(note: Note) -> Ground:
    return ground([note.text, note.source.title], dates=[note.source.date], named=[note.source.publisher])


def _of_provision(provision: Provision) -> Ground:
    instrument, article = provision.instrument, provision.article
    return ground(
        [article.heading, *(paragraph.text for paragraph in article.paragraphs)],
        dates=[instrument.adopted, instrument.in_force, *(party.bound_since for party in instrument.parties)],
        counted=[article.described, article.not_stored],
        named=[
            instrument.title,
            instrument.adopted_at,
            *instrument.names,
            *(party.state for party in instrument.parties),
        ],
    )
