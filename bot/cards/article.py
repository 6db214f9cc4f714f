"""An article whole, its standing, and how the documents word it."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from bot.cards.address import Address
from bot.cards.attribution import document_line, kind_line, law_label, note_line, source_line, speaker_line
from bot.cards.card import Block, Card, Divider, Link, Press, Text
from bot.cards.diff import article_legend, differing
from bot.cards.escape import escape_line
from bot.cards.footer import footer
from bot.cards.menus import used_blocks
from bot.cards.options import Options
from bot.domain import receipts
from bot.domain.law import Article, Instrument, Party
from bot.domain.library import Library, Provision
from bot.domain.model import Evidence, Source
from bot.words.catalogue import Words


def article_card(library: Library, address: Address, options: Options) -> Card:
    """The article paragraph by paragraph, what is not stored of it, and its standing."""
    provision = library.provisions[address.id]
    words = options.words
    notes = (*provision.article.notes, *provision.instrument.notes)
    blocks: list[Block] = [
        Text(article_text(provision, words)),
        Divider(),
        Text("\n".join(standing_lines(provision.instrument, words))),
        *notes_blocks(library, notes, words),
        Text("\n".join(_compared(provision.article, words))),
        *used_blocks(library, address, options, [f"article:{address.id}"]),
    ]
    presses: list[Press | Link] = []
    if wordings(library, address.id):
        presses.append(Press(words("article.wording"), address.seen_as("wording")))
    return Card(
        title=escape_line(provision.citation),
        blocks=tuple(blocks),
        address=address,
        footer=_footer(library, options, provision),
        actions=(*presses, *instrument_links(provision.instrument, words)),
    )


def wording_card(library: Library, address: Address, options: Options) -> Card:
    """For each document that words the article in its own way, the difference word by word."""
    provision = library.provisions[address.id]
    words = options.words
    blocks: list[Block] = []
    for evidence in wordings(library, address.id):
        paragraph = nearest_paragraph(provision.article, evidence)
        blocks += [Divider(), Text("\n".join(_wording(library, evidence, paragraph, words)))]
    first = Text(article_legend(words)) if blocks else Text(words("wording.none"))
    return Card(
        title=words("wording.title", citation=escape_line(provision.citation)),
        blocks=(first, *blocks),
        address=address,
        footer=_footer(library, options, provision),
        actions=(Press(words("article.back"), address.seen_as("card")),),
    )


def article_text(provision: Provision, words: Words) -> str:
    """Heading and paragraphs as stored; or, where the text is not stored, the editors' description, labelled."""
    article = provision.article
    lines: list[str] = []
    if article.heading:
        lines.append(f"*{escape_line(article.heading)}*")
    for paragraph in article.paragraphs:
        number = f"{_number(paragraph.number, article)} " if paragraph.number else ""
        lines.append(f"{number}{escape_line(paragraph.text)}")
    if article.described:
        lines.append(words("article.described", text=escape_line(article.described)))
    if article.not_stored:
        lines.append(f"-# {words('article.not-stored', what=escape_line(article.not_stored))}")
    if article.paragraphs:
        lines.append(f"-# {law_label(provision, words)}")
    return "\n".join(lines)


def standing_lines(instrument: Instrument, words: Words) -> Iterator[str]:
    """Full title, when adopted and in force, who is bound since when; what no source confirms is said to be so."""
    yield f"**{words('standing.heading')}**"
    yield f"{escape_line(instrument.title)}{f' ({escape_line(instrument.series)})' if instrument.series else ''}"
    if instrument.adopted:
        adopted = words("standing.adopted", date=words.date(instrument.adopted))
        yield f"- {adopted}{f', {escape_line(instrument.adopted_at)}' if instrument.adopted_at else ''}"
    if instrument.in_force:
        yield f"- {words('standing.in-force', date=words.date(instrument.in_force))}"
    for party in instrument.parties:
        if party.source:
            yield from _party(party, party.source, words)
    unverified = [_unverified(party) for party in instrument.parties if party.source is None]
    if unverified:
        yield f"- {words('standing.not-verified', states=', '.join(unverified))}"


def instrument_links(instrument: Instrument, words: Words) -> Iterator[Link]:
    """Where the text and the list of its parties can be read, opened in a browser."""
    if instrument.url:
        yield Link(words("instrument.text"), instrument.url)
    if instrument.status_url:
        yield Link(words("instrument.status"), instrument.status_url)


def notes_blocks(library: Library, keys: tuple[str, ...], words: Words) -> tuple[Block, ...]:
    """Editors' notes, under the heading that says where they come from."""
    lines = [f"- {note_line(library.notes[key], words)}" for key in dict.fromkeys(keys)]
    return (Text("\n".join([f"**{words('notes.heading')}**", *lines])),) if lines else ()


def wordings(library: Library, article: str) -> tuple[Evidence, ...]:
    """The evidence that words an article in its own way, in register order."""
    return tuple(evidence for evidence in library.evidence.values() if evidence.compares == article)


def nearest_paragraph(article: Article, evidence: Evidence) -> str:
    """The paragraph of the article that a document's wording is most like: what it is compared with."""
    texts = [paragraph.text for paragraph in article.paragraphs]
    return max(texts, key=lambda text: fuzz.ratio(text, evidence.text), default="")


def _wording(library: Library, evidence: Evidence, paragraph: str, words: Words) -> Iterator[str]:
    document = library.documents[evidence.document]
    yield f"**{document_line(document, words)}**"
    shown = differing(paragraph, evidence.text, fragment="fragment" in evidence.flags)
    yield f"> {shown or escape_line(evidence.text)}"
    if shown is None:
        yield f"-# {words('wording.too-different')}"
    yield f"-# {words('place.paragraph', paragraph=str(evidence.paragraph))} · {speaker_line(evidence, library, words)}"
    yield f"-# {kind_line(evidence, library, words)}"
    if evidence.context:
        yield f"-# {words('quotation.about', context=escape_line(evidence.context))}"


def _number(number: str, article: Article) -> str:
    """`**1.**`; or `**(2)**` where the article's own number ends so, as the treaty prints what it counts inside one."""
    return f"**({number})**" if article.number.endswith(f"({number})") else f"**{number}.**"


def _compared(article: Article, words: Words) -> Iterator[str]:
    yield f"-# {words('article.compared', where=escape_line(article.compared))}"


def _party(party: Party, source: Source, words: Words) -> Iterator[str]:
    bound = f" · {words('standing.bound-since', date=words.date(party.bound_since))}" if party.bound_since else ""
    state, standing = escape_line(party.state), escape_line(party.standing)
    yield f"- {words('standing.party', state=state, standing=standing)}{bound}"
    computed = f"{words('standing.computed', how=escape_line(party.computed))} " if party.computed else ""
    yield f"-# {computed}{words('standing.source', source=source_line(source, words))}"


def _unverified(party: Party) -> str:
    """The state, and what is said of it without a source, if anything is."""
    state = escape_line(party.state)
    return state if "not verified" in party.standing else f"{state} ({escape_line(party.standing)})"


def _footer(library: Library, options: Options, provision: Provision) -> tuple[str, ...]:
    advice = options.words("article.no-advice")
    return footer(library, options, receipts.of_article(library, provision.id), said=(advice,))
