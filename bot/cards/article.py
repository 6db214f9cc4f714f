"""An article whole, in one line how it stands, who reserves it, and how the documents word it."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from bot.cards.address import Address
from bot.cards.attribution import document_line, kind_line, law_label, note_line, speaker_line, where_in
from bot.cards.card import Block, Card, Divider, Link, Press, Text
from bot.cards.cite import cite_press
from bot.cards.diff import article_legend, differing
from bot.cards.escape import escape_line
from bot.cards.footer import footer
from bot.cards.menus import used_blocks
from bot.cards.options import Options
from bot.cards.standing import reserving_lines, status_line
from bot.domain import receipts
from bot.domain.law import Article, Instrument, OfficialText, Paragraph
from bot.domain.library import Library, Provision
from bot.domain.model import Evidence
from bot.words.catalogue import Words


def article_card(library: Library, address: Address, options: Options) -> Card:
    """The article paragraph by paragraph, in the reader's language where that is official, and how it stands."""
    provision = library.provisions[address.id]
    language = options.locale.split("-")[0]
    own = provision.article.texts.get(language)
    if own is None:
        return english_card(library, address, options)
    text = article_text_in(language, own, provision, options.words)
    press = Press(options.words("article.english"), address.seen_as("english"))
    return _article_card(library, address, options, text, own.compared, press)


def english_card(library: Library, address: Address, options: Options) -> Card:
    """The same in English, whoever reads it."""
    provision = library.provisions[address.id]
    back = (
        (Press(options.words("article.back"), address.seen_as("card")),)
        if options.locale.split("-")[0] in provision.article.texts
        else ()
    )
    text = article_text(provision, options.words)
    return _article_card(library, address, options, text, provision.article.compared, *back)


def wording_card(library: Library, address: Address, options: Options) -> Card:
    """For each document that words the article in its own way, the difference word by word."""
    provision = library.provisions[address.id]
    words = options.words
    blocks: list[Block] = []
    for evidence in wordings(library, provision.id):
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
    lines += [_paragraph(part, article) for part in article.paragraphs]
    if article.described:
        lines.append(words("article.described", text=escape_line(article.described)))
    if article.not_stored:
        lines.append(f"-# {words('article.not-stored', what=escape_line(article.not_stored))}")
    if article.paragraphs:
        lines.append(f"-# {law_label(provision, words)}")
    return "\n".join(lines)


def article_text_in(language: str, text: OfficialText, provision: Provision, words: Words) -> str:
    """The article in another official language, labelled so, labelled so."""
    article = provision.article
    lines = [f"*{escape_line(text.heading)}*"] if text.heading else []
    lines += [_paragraph(part, article) for part in text.paragraphs]
    label = words("article.in", label=law_label(provision, words), language=words.name_of_language(language))
    return "\n".join([*lines, f"-# {label}"])


def instrument_links(instrument: Instrument, words: Words) -> Iterator[Link]:
    """Where the text and the list of its parties can be read, opened in a browser."""
    if instrument.url:
        yield Link(words("instrument.text"), instrument.url)
    if instrument.status_url:
        yield Link(words("instrument.status"), instrument.status_url)


def instrument_presses(instrument: Instrument, words: Words) -> Iterator[Press]:
    """Who is bound, where the instrument tells of any state."""
    if instrument.parties:
        yield Press(words("parties.open"), Address("parties"))


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
    yield f"-# {where_in(document, [evidence.paragraph], words)} · {speaker_line(evidence, library, words)}"
    yield f"-# {kind_line(evidence, library, words)}"
    if evidence.context:
        yield f"-# {words('quotation.about', context=escape_line(evidence.context))}"


def _article_card(
    library: Library, address: Address, options: Options, text: str, compared: str, *presses: Press
) -> Card:
    provision = library.provisions[address.id]
    instrument, article, words = provision.instrument, provision.article, options.words
    blocks: list[Block] = [Text(f"{text}\n-# {status_line(instrument, words)}")]
    if reserved := [*reserving_lines(instrument, article.number, words)]:
        blocks.append(Text("\n".join([f"**{words('standing.reservations')}**", *reserved])))
    blocks += notes_blocks(library, (*article.notes, *instrument.notes), words)
    blocks.append(Text(f"-# {words('article.compared', where=escape_line(compared))}"))
    used = (
        f"article:{provision.id}",
        *(f"article:{old}" for old, new in library.former.items() if new == provision.id),
    )
    blocks += used_blocks(library, address, options, used)
    if wordings(library, provision.id):
        presses = (*presses, Press(words("article.wording"), address.seen_as("wording")))
    return Card(
        title=escape_line(provision.citation),
        blocks=tuple(blocks),
        address=address,
        footer=_footer(library, options, provision),
        actions=(
            *presses,
            cite_press(words, address),
            *instrument_presses(instrument, words),
            *instrument_links(instrument, words),
        ),
    )


def _paragraph(part: Paragraph, article: Article) -> str:
    return f"**{article.numbered(part.number)}** {escape_line(part.text)}" if part.number else escape_line(part.text)


def _footer(library: Library, options: Options, provision: Provision) -> tuple[str, ...]:
    advice = options.words("article.no-advice")
    return footer(library, options, receipts.of_article(library, provision.id), said=(advice,))
