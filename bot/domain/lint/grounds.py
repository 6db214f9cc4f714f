"""The ground of every reference, worked out once."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from bot.domain.library import Library, Provision
from bot.domain.lint.ground import Ground, ground, join
from bot.domain.lint.prose import Prose, Texts
from bot.domain.model import Document, Evidence, Note


class Grounds:
    """What evidence, articles, notes and whole documents give, alone and together."""

    def __init__(self, library: Library, texts: Texts) -> None:
        self._library = library
        self._texts = texts
        self._known: dict[str, Ground] = {}
        self._documents: dict[str, Ground] = {}
        self._joined: dict[tuple[str, ...], Ground | None] = {}

    def of(self, references: tuple[str, ...]) -> Ground | None:
        """The ground of several references together; None when one of them stands for nothing."""
        if references not in self._joined:
            try:
                self._joined[references] = join(map(self._one, references))
            except KeyError:
                self._joined[references] = None
        return self._joined[references]

    def of_document(self, key: str) -> Ground:
        """The ground of a document's whole text."""
        if key not in self._documents:
            self._documents[key] = self._of_document(self._library.documents[key])
        return self._documents[key]

    @cached_property
    def everything(self) -> Ground:
        """All documents, articles and notes: what the editors' own remarks are held against."""
        return join([self.stored, self.notes])

    @cached_property
    def stored(self) -> Ground:
        """All documents and articles: the words that can be checked here."""
        library = self._library
        documents = [self.of_document(key) for key in library.documents]
        return join([*documents, *(self._one(f"article:{key}") for key in library.provisions)])

    @cached_property
    def notes(self) -> Ground:
        """All editors' notes."""
        return join(self._one(f"note:{key}") for key in self._library.notes)

    def _one(self, reference: str) -> Ground:
        if reference not in self._known:
            self._known[reference] = self._of(reference)
        return self._known[reference]

    def _of(self, reference: str) -> Ground:
        if reference.startswith("figure:"):
            raise KeyError(reference)
        support = self._library.support(reference)
        if isinstance(support, Evidence):
            return self._of_evidence(support)
        return self._of_note(support) if isinstance(support, Note) else self._of_provision(support)

    def _of_document(self, document: Document) -> Ground:
        return ground(
            self._texts,
            document.paragraphs,
            dates=[document.date.value],
            counted=[document.date.shown_as],
            named=[document.title, document.publisher, document.author],
        )

    def _of_evidence(self, evidence: Evidence) -> Ground:
        keys = (evidence.document, *(other.document for other in evidence.also_in))
        carriers = [self._library.documents[key] for key in keys]
        given = ground(
            self._texts,
            [passage.words for passages in (evidence.passages, *evidence.also_passages) for passage in passages],
            dates=[evidence.said, *(document.date.value for document in carriers)],
            counted=[document.date.shown_as for document in carriers],
            named=[
                evidence.speaker,
                evidence.role,
                evidence.actor,
                evidence.via,
                carriers[0].paragraph(evidence.paragraph),
                *_named_in_the_register(carriers),
            ],
        )
        return replace(given, around=tuple(map(self._whole, carriers)))

    def _whole(self, document: Document) -> tuple[Prose, ...]:
        return tuple(map(self._texts.read, (*document.paragraphs, document.stance)))

    def _of_note(self, note: Note) -> Ground:
        named = [note.source.publisher]
        return ground(self._texts, [note.text, note.source.title], dates=[note.source.date], named=named)

    def _of_provision(self, provision: Provision) -> Ground:
        instrument, article = provision.instrument, provision.article
        return ground(
            self._texts,
            [article.heading, *(paragraph.text for paragraph in article.paragraphs)],
            dates=[
                instrument.adopted,
                instrument.in_force,
                *(date for party in instrument.parties for date in party.dates),
            ],
            counted=[article.described, article.not_stored],
            named=[
                instrument.title,
                instrument.adopted_at,
                *instrument.names,
                *(party.state for party in instrument.parties),
            ],
        )


def _named_in_the_register(carriers: Sequence[Document]) -> list[str | None]:
    names = [name for document in carriers for name in (document.name, document.publisher, document.author)]
    return [*names, *(alias for document in carriers for alias in document.aliases)]
