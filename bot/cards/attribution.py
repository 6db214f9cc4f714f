"""Who says it, in which document, of which date, through whom: the same words wherever something is attributed."""

from collections.abc import Callable, Iterable

from bot.cards.articlename import article_name
from bot.cards.escape import escape_line
from bot.cards.references import NO_BREAK, References, raised_all
from bot.domain.date import PartialDate
from bot.domain.library import Library, Provision
from bot.domain.model import Document, DocumentDate, Evidence, Note, Source
from bot.words.catalogue import Words

_LAW_KEYS = {
    "treaty": "law.treaty",
    "declaration": "law.declaration",
    "law": "law.law",
    "agreement": "law.agreement",
}
_FLAG_KEYS = {
    "fragment": "flag.fragment",
    "second-hand": "flag.second-hand",
    "written": "flag.written",
    "treaty": "flag.treaty",
}
"""`distressing` and `never-alone` are not said but obeyed."""


def date_of(date: DocumentDate, words: Words) -> str:
    """A document's date, with a word where it is inferred: `February 2005 (date inferred)`."""
    shown = escape_line(date.shown_as) if date.shown_as else words.date(date.value)
    return words("date.inferred", date=shown) if date.inferred else shown


def publisher_of(document: Document, words: Words) -> str:
    """The publisher, and how sure that is."""
    publisher = escape_line(document.publisher)
    if document.publisher_certainty == "confirmed":
        return publisher
    key = "publisher.likely" if document.publisher_certainty == "likely" else "publisher.unknown"
    return words(key, publisher=publisher)


def document_line(document: Document, words: Words) -> str:
    """Publisher and date: how a document is named in small print."""
    return f"{publisher_of(document, words)}, {date_of(document.date, words)}"


def place_line(evidence: Evidence, library: Library, words: Words, *, short: bool = False) -> str:
    """Where words stand: document, date, paragraph, and the other document that carries them."""
    place = short_place if short else place_in
    places = [place(library.documents[evidence.document], [evidence.paragraph], words)]
    for carrier in evidence.also_in:
        document = library.documents[carrier.document]
        where = where_in(document, [carrier.paragraph], words)
        name = _medium_with_year(document) if short else document_line(document, words)
        places.append(words("place.also", document=name, where=where))
    return "; ".join(places)


def place_in(document: Document, lines: Iterable[int], words: Words) -> str:
    """A document with its date, and which of its paragraphs: `CECC, 28 August 2006, paragraph 2`."""
    return words("place", document=document_line(document, words), where=where_in(document, lines, words))


def short_place(document: Document, lines: Iterable[int], words: Words) -> str:
    """The same in fewer words, for lists: `CECC 2006, paragraph 2`."""
    return words("place", document=_medium_with_year(document), where=where_in(document, lines, words))


def where_in(document: Document, lines: Iterable[int], words: Words) -> str:
    """Which paragraphs of a document these lines of its file are, as a reader of the original counts."""
    told = set(lines)
    numbers = sorted({document.counted[line] for line in told if line in document.counted})
    parts: list[str] = []
    if told & set(document.heading):
        parts.append(words("place.heading"))
    if numbers:
        parts.append(words.count("place.paragraphs", len(numbers), paragraphs=", ".join(map(str, numbers))))
    if told - set(document.heading) - set(document.counted):
        parts.append(words("place.apart"))
    return ", ".join(parts)


def stretch_in(document: Document, first: int, last: int, words: Words) -> str:
    """The same for words that run from one paragraph into another, as the first and the last."""
    numbers = [document.counted[line] for line in (first, last) if line in document.counted]
    if len(set(numbers)) == len((first, last)):
        return words.count("place.paragraphs", len(numbers), paragraphs="\N{EN DASH}".join(map(str, numbers)))
    return where_in(document, (first, last), words)


def speaker_line(evidence: Evidence, library: Library, words: Words) -> str:
    """Whose words they are: speaker, role at the time, when said, through whom; the document where nobody speaks."""
    parts = [name_of(evidence, library, words)]
    if evidence.role:
        parts.append(escape_line(evidence.role))
    if evidence.said:
        said = "who.said-inferred" if evidence.said_inferred else "who.said"
        parts.append(words(said, date=words.date(evidence.said)))
    if evidence.via:
        parts.append(words("who.via", via=escape_line(evidence.via)))
    return ", ".join(parts)


def name_of(evidence: Evidence, library: Library, words: Words) -> str:
    """Whose words they are, and no more."""
    if evidence.speaker is None:
        return words("who.document", document=publisher_of(library.documents[evidence.document], words))
    return f"**{escape_line(evidence.speaker)}**"


def kind_line(evidence: Evidence, library: Library, words: Words) -> str:
    """The label of the words and what a reader must know of them: `NGO allegation · second-hand`."""
    flags = [words(_FLAG_KEYS[flag]) for flag in evidence.flags if flag in _FLAG_KEYS]
    return " · ".join([escape_line(library.label(evidence)), *flags])


def law_label(provision: Provision, words: Words) -> str:
    """The label of a provision: `Treaty text`; the editors' where no word of it is stored."""
    return words(_LAW_KEYS[provision.instrument.kind] if provision.article.paragraphs else "law.described")


def source_line(source: Source, words: Words) -> str:
    """An outside source: title, publisher, date, and a link where there is one."""
    parts = [f"*{escape_line(source.title)}*", escape_line(source.publisher)]
    if source.date:
        parts.append(words.date(source.date))
    if source.url:
        parts.append(linked(words("link"), source.url))
    return ", ".join(parts)


def short_source(source: Source) -> str:
    """The same in fewer words, for lists: the publisher and the year, which are the link where there is one."""
    name = f"{source.publisher} {source.date.year}" if source.date else source.publisher
    return linked(escape_line(name), source.url) if source.url else escape_line(name)


def short_citation(provision: Provision, words: Words) -> str:
    """An article in few words, for lists: `1951 Refugee Convention, Art. 33`."""
    article = article_name(provision.article.number, words, short=True)
    return words("sources.article", instrument=escape_line(provision.instrument.short), article=article)


def linked(label: str, url: str) -> str:
    """A masked link to an address from our own files, which Discord does not unfurl."""
    return f"[{label}](<{url.replace('<', '%3C').replace('>', '%3E')}>)"


def note_line(note: Note, words: Words) -> str:
    """An editor's note, its source below it; the heading above says that it is from outside the documents."""
    return f"{escape_line(note.text)}\n-# {source_line(note.source, words)}"


def sources_line(references: References, library: Library, words: Words) -> str:
    """All that an answer rests on, a document once with its numbers: `¹ ³ CECC, 28 August 2006 · ² …`."""
    return _numbered(references, lambda reference: _name(reference, library, words))


def short_sources(references: References, library: Library, words: Words) -> str:
    """The same in the fewest words: `¹ Refugee Convention, Art. 33 · ² CNSNews 2013 · ³ editors' note`.

    A number stays on the line of the name behind it.
    """
    return _numbered(references, lambda reference: _short_name(reference, library, words), NO_BREAK)


def medium_line(rests_on: Iterable[str], library: Library, words: Words) -> str:
    """Where and when a sentence was reported, each medium once: `WND, February 2005; CNSNews, June 2013`."""
    media: dict[str, None] = {}
    for reference in rests_on:
        support = library.support(reference)
        if isinstance(support, Evidence):
            document = library.documents[support.document]
            media[words("medium", name=_medium(document), date=_month_of(document.date, words))] = None
        elif isinstance(support, Note):
            source = support.source
            publisher = escape_line(source.publisher)
            date = words.date(_to_the_month(source.date)) if source.date else ""
            media[words("medium", name=publisher, date=date) if date else publisher] = None
    return "; ".join(media)


def labels_line(references: References, library: Library, words: Words) -> str:
    """The kinds of source an answer rests on, each once."""
    labels: dict[str, None] = {}
    for _, reference in references:
        support = library.support(reference)
        if isinstance(support, Evidence):
            labels[escape_line(library.label(support))] = None
        elif isinstance(support, Provision):
            labels[law_label(support, words)] = None
        else:
            labels[words("label.note")] = None
    return " · ".join(labels)


def _numbered(references: References, name: Callable[[str], str], space: str = " ") -> str:
    """Every name once, with all the numbers that stand for it."""
    numbers: dict[str, dict[int, None]] = {}
    for number, reference in references:
        numbers.setdefault(name(reference), {})[number] = None
    return " · ".join(f"{raised_all(found).replace(' ', space)}{space}{name}" for name, found in numbers.items())


def _short_name(reference: str, library: Library, words: Words) -> str:
    support = library.support(reference)
    if isinstance(support, Evidence):
        return _medium_with_year(library.documents[support.document])
    if isinstance(support, Provision):
        return short_citation(support, words)
    return words("sources.short-note")


def _medium_with_year(document: Document) -> str:
    return f"{_medium(document)} {document.date.value.year}"


def _medium(document: Document) -> str:
    return escape_line(document.short or document.publisher)


def _month_of(date: DocumentDate, words: Words) -> str:
    return escape_line(date.shown_as) if date.shown_as else words.date(_to_the_month(date.value))


def _to_the_month(date: PartialDate) -> PartialDate:
    return PartialDate(date.year, date.month)


def _name(reference: str, library: Library, words: Words) -> str:
    support = library.support(reference)
    if isinstance(support, Evidence):
        return _line(library, support.document, words)
    if isinstance(support, Provision):
        return escape_line(support.citation)
    return words("sources.note", publisher=escape_line(support.source.publisher))


def _line(library: Library, document: str, words: Words) -> str:
    return document_line(library.documents[document], words)
