"""A quotation or an article to be cited elsewhere: as plain text, as Markdown, as a footnote, ready to be copied.

What is copied has the words character by character, so nothing in it is escaped.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.cards.address import Address
from bot.cards.attribution import where_in
from bot.cards.card import Block, Card, Press, Text
from bot.cards.content_note import ContentNote, hidden_words
from bot.cards.escape import escape_line, to_copy
from bot.cards.options import Options
from bot.domain import receipts
from bot.domain.law import Article, Paragraph
from bot.domain.library import Library
from bot.domain.model import Document
from bot.words.catalogue import Words

FORMS = {"cite": "cite.plain", "cite-md": "cite.markdown", "cite-note": "cite.footnote"}
"""The views of a citation with the names of their forms."""

PART = 1_200
"""Characters that are copied at once; longer words are given in parts, parted between paragraphs or words."""


@dataclass(frozen=True, slots=True)
class _Cited:
    """What is cited: the words by their paragraphs, and everything that tells where they are from, in order."""

    paragraphs: tuple[str, ...]
    source: tuple[str, ...]
    url: str | None
    title: str
    receipt: str
    rests_on: tuple[str, ...] = ()
    is_unmarked: bool = False
    """Whether they are quoted but have no marks of their own: in plain text marks part them from the source."""


def cited_quotation_card(library: Library, address: Address, options: Options) -> Card:
    """A quotation to be copied: words, speaker, document, date, place, address, day of access."""
    return _card(library, address, options, _quotation(library, address.id, options.words))


def cited_article_card(library: Library, address: Address, options: Options) -> Card:
    """An article to be copied: words, treaty, number, date, address, day of access."""
    return _card(library, address, options, _article(library, address.id, options))


def cite_press(words: Words, address: Address, *, opened: bool = False) -> Press:
    """The button from a card to its citation."""
    return Press(words("cite"), address.seen_as("cite", opened=opened))


def _card(library: Library, address: Address, options: Options, cited: _Cited) -> Card:
    words = options.words
    content_note = ContentNote(library, options, address)
    blocks: list[Block] = []
    for part in _copied(cited, address.view, options):
        shown = content_note.shown(to_copy(part), () if address.view == "cite-note" else cited.rests_on)
        blocks.append(Text(shown or hidden_words(words)))
    others = [
        Press(words(key), content_note.kept_open(address.seen_as(view)))
        for view, key in FORMS.items()
        if view != address.view
    ]
    back = Press(words("cite.back"), content_note.kept_open(address.seen_as("card")))
    return Card(
        title=words("cite.title", form=words(FORMS[address.view]), title=escape_line(cited.title)),
        blocks=content_note.before(blocks),
        address=address,
        footer=(f"`{cited.receipt}`",),
        actions=(*others, back),
    )


def _copied(cited: _Cited, view: str, options: Options) -> Iterator[str]:
    """The citation in parts, each to be copied by itself."""
    source = _source(cited, view, options)
    if view == "cite-note":
        yield source
        return
    quoted = "\n".join(f"> {each}" if view == "cite-md" else each for each in cited.paragraphs)
    whole = f"“{quoted}”\n\n{source}" if cited.is_unmarked and view == "cite" else f"{quoted}\n\n{source}"
    if len(whole) <= PART:
        yield whole
        return
    yield from _parts(quoted)
    yield source


def _source(cited: _Cited, view: str, options: Options) -> str:
    words = options.words
    url = f"<{cited.url}>" if cited.url and view == "cite-md" else cited.url
    accessed = words("cite.accessed", date=words.date(options.today)) if options.today else None
    return ", ".join(part for part in (*cited.source, url, accessed) if part) + "."


def _parts(text: str) -> Iterator[str]:
    """The text in parts of at most `PART` characters that, one after another, are the text but for a blank between."""
    while len(text) > PART:
        ends = (text.rfind(mark, PART // 3, PART + 1) for mark in ("\n", ". ", " "))
        end = next((end + (text[end] == ".") for end in ends if end > 0), PART)
        yield text[:end]
        text = text[end:].removeprefix(" ").removeprefix("\n")
    yield text


def _quotation(library: Library, key: str, words: Words) -> _Cited:
    evidence = library.quotations[key]
    document = library.documents[evidence.document]
    said = words("who.said", date=words.date(evidence.said)) if evidence.said else None
    via = words("who.via", via=evidence.via) if evidence.via else None
    place = where_in(document, [evidence.paragraph], words)
    source = (evidence.speaker, evidence.role, said, via, words("cite.in", document=_named(document, words)), place)
    return _Cited(
        (f"“{evidence.text}”",),
        tuple(part for part in source if part),
        document.url,
        evidence.speaker or document.publisher,
        receipts.of_quotation(library, key),
        (key,),
    )


def _paragraph(part: Paragraph, article: Article) -> str:
    return f"{article.numbered(part.number)} {part.text}" if part.number else part.text


def _named(document: Document, words: Words) -> str:
    """Title, author, publisher and date, and what of them is not printed."""
    title = f"“{document.title}”" if document.title else None
    certainty = document.publisher_certainty
    publisher = document.publisher
    if certainty != "confirmed":
        key = "publisher.likely" if certainty == "likely" else "publisher.unknown"
        publisher = words(key, publisher=publisher)
    date = document.date.shown_as or words.date(document.date.value)
    if document.date.inferred:
        date = words("date.inferred", date=date)
    return ", ".join(part for part in (title, document.author, publisher, date) if part)


def _article(library: Library, key: str, options: Options) -> _Cited:
    provision, words = library.provisions[key], options.words
    instrument, article = provision.instrument, provision.article
    own = article.texts.get(options.locale.split("-")[0])
    stored = own.paragraphs if own else article.paragraphs
    paragraphs = tuple(_paragraph(each, article) for each in stored)
    adopted = words("cite.adopted", date=words.date(instrument.adopted)) if instrument.adopted else None
    source = (instrument.title, words("article.name", number=article.number), adopted, instrument.series)
    return _Cited(
        paragraphs or (article.described or "",),
        tuple(part for part in source if part),
        instrument.url,
        provision.citation,
        receipts.of_article(library, key),
        is_unmarked=bool(paragraphs),
    )
