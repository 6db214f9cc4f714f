"""What of the library can be found, and by which of its words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from bot.domain.law import Instrument
from bot.domain.library import Library, Provision
from bot.domain.model import Brief, Document, Evidence, Figure, Kind, Term


class Field(IntEnum):
    """Where words stand in an entry; the value is how near to its subject, nearest first."""

    TITLE = 0
    ALIAS = 1
    WHO = 2
    WORDS = 3
    BODY = 4
    FAR = 5


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name an entry, whole, and the word for them that an answer shows as its reason."""

    text: str
    why: str
    field: Field


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: the phrases that name it, and the texts that speak of it."""

    kind: Kind
    id: str
    phrases: tuple[Phrase, ...]
    texts: tuple[tuple[Field, str], ...]
    asked: tuple[str, ...] = ()
    """How people ask for it in everyday words: neither shown nor completed."""

    @property
    def title(self) -> str:
        """The first phrase: how the entry is called."""
        return self.phrases[0].text


def entries(library: Library) -> list[Entry]:
    """Every brief, figure, instrument, article, term, document and quotation, in the library's order."""
    found = [
        *(_brief(brief, library) for brief in library.briefs.values()),
        *(_figure(figure) for figure in library.figures.values()),
        *(_instrument(instrument) for instrument in library.instruments.values()),
        *(_article(provision) for provision in library.provisions.values()),
        *(_term(term) for term in library.terms.values()),
        *(_document(document) for document in library.documents.values()),
        *(_quotation(quotation) for quotation in library.quotations.values()),
    ]
    asked = library.asked
    return [replace(one, asked=asked[one.kind, one.id]) if (one.kind, one.id) in asked else one for one in found]


def _aliases(aliases: tuple[str, ...]) -> Iterator[Phrase]:
    return (Phrase(alias, "alias", Field.ALIAS) for alias in aliases)


def _texts(*parts: tuple[Field, str | None]) -> tuple[tuple[Field, str], ...]:
    return tuple((field, text) for field, text in parts if text)


def _brief(brief: Brief, library: Library) -> Entry:
    proofs = dict.fromkeys(
        reference
        for sentence in (brief.answer, *brief.claims, *brief.positions)
        for reference in sentence.rests_on
        if reference in library.evidence
    )
    return Entry(
        "brief",
        brief.id,
        (Phrase(brief.title, "title", Field.TITLE), *_aliases(brief.aliases)),
        _texts(
            (Field.TITLE, brief.id.replace("-", " ")),
            (Field.WORDS, brief.answer.text),
            *((Field.BODY, claim.text) for claim in brief.claims),
            *((Field.BODY, f"{position.actor} {position.text or ''}") for position in brief.positions),
            *((Field.FAR, f"{library.evidence[key].text} {library.evidence[key].speaker or ''}") for key in proofs),
        ),
    )


def _quotation(quotation: Evidence) -> Entry:
    who = " ".join(part for part in (quotation.role, quotation.actor, quotation.via) if part)
    return Entry(
        "quotation",
        quotation.id,
        (
            Phrase(quotation.text, "words", Field.WORDS),
            *_aliases(quotation.aliases),
            Phrase(quotation.speaker or "", "speaker", Field.WHO),
        ),
        _texts((Field.BODY, who), (Field.BODY, quotation.context)),
    )


def _instrument(instrument: Instrument) -> Entry:
    called = dict.fromkeys((instrument.short, instrument.title))
    names = tuple(name for name in instrument.names if name not in called)
    return Entry(
        "instrument",
        instrument.id,
        (*(Phrase(name, "title", Field.TITLE) for name in called), *_aliases(names)),
        (),
    )


def _article(provision: Provision) -> Entry:
    instrument, article = provision.instrument, provision.article
    heading = (Phrase(article.heading, "title", Field.TITLE),) if article.heading else ()
    return Entry(
        "article",
        provision.id,
        (Phrase(provision.citation, "article", Field.TITLE), *heading, *_aliases(article.aliases)),
        _texts(
            *((Field.WHO, name) for name in instrument.names),
            (Field.BODY, " ".join(paragraph.text for paragraph in article.paragraphs)),
            (Field.BODY, article.described),
        ),
    )


def _figure(figure: Figure) -> Entry:
    statements = (f"{statement.counts} {statement.holder} {statement.via or ''}" for statement in figure.statements)
    return Entry(
        "figure",
        figure.id,
        (Phrase(figure.question, "title", Field.TITLE), *_aliases(figure.aliases)),
        _texts(*((Field.BODY, text) for text in statements), (Field.FAR, figure.why_they_differ)),
    )


def _term(term: Term) -> Entry:
    return Entry(
        "term",
        term.id,
        (Phrase(term.term, "term", Field.TITLE), *_aliases(term.aliases)),
        _texts((Field.BODY, term.definition), (Field.FAR, term.remark)),
    )


def _document(document: Document) -> Entry:
    title = (Phrase(document.title, "title", Field.TITLE),) if document.title else ()
    author = (Phrase(document.author, "author", Field.WHO),) if document.author else ()
    return Entry(
        "document",
        document.id,
        (*title, Phrase(document.publisher, "publisher", Field.TITLE), *_aliases(document.aliases), *author),
        _texts((Field.BODY, f"{document.id.replace('-', ' ')} {document.date}"), (Field.FAR, document.kind)),
    )
