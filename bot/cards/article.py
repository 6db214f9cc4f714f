"""An article whole, in one line how it stands, who reserves it; a press away what is to be known of it besides."""

from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz import fuzz

from bot.cards.address import Address
from bot.cards.attribution import document_line, kind_line, law_label, note_line, speaker_line, where_in
from bot.cards.card import Block, Card, Choice, Divider, Link, Menu, Press, Text
from bot.cards.cite import cite_press
from bot.cards.diff import article_legend, differing
from bot.cards.escape import escape_line
from bot.cards.footer import law_footer
from bot.cards.menus import brief_choices, more_menu
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
    text = _text_in(language, own, provision, options.words)
    press = Press(options.words("article.english"), address.seen_as("english"))
    return _article_card(library, address, options, text, press)


def english_card(library: Library, address: Address, options: Options) -> Card:
    """The same in English, whoever reads it."""
    provision = library.provisions[address.id]
    back = (
        (Press(options.words("article.back"), address.seen_as("card")),)
        if options.locale.split("-")[0] in provision.article.texts
        else ()
    )
    text = f"{article_text(provision, options.words)}\n-# {law_label(provision, options.words)}"
    return _article_card(library, address, options, text, *back)


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
        by_screen=True,
    )


def about_text_card(library: Library, address: Address, options: Options) -> Card:
    """What the editors know of an article: which copies its texts were compared in, and notes from elsewhere."""
    provision = library.provisions[address.id]
    article, words = provision.article, options.words
    compared = [words("article.compared", where=escape_line(article.compared))]
    own = article.texts.get(options.locale.split("-")[0])
    if own is not None:
        language = words.name_of_language(options.locale.split("-")[0])
        compared.append(words("article.compared-in", language=language, where=escape_line(own.compared)))
    return Card(
        title=words("brief.view", view=words("article.about"), title=escape_line(provision.citation)),
        blocks=(
            *notes_blocks(library, (*article.notes, *provision.instrument.notes), words),
            Text("\n".join(f"-# {line}" for line in compared)),
        ),
        address=address,
        footer=_footer(library, options, provision),
        actions=(Press(words("article.back"), address.seen_as("card")),),
        by_screen=True,
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
    return "\n".join(lines)


def _text_in(language: str, text: OfficialText, provision: Provision, words: Words) -> str:
    """The article in another official language, labelled so."""
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
    """Editors' notes, a block each so that pages turn between them; the first with the heading that says whence."""
    lines = [f"- {note_line(library.notes[key], words)}" for key in dict.fromkeys(keys)]
    return tuple(Text(line if number else f"**{words('notes.heading')}**\n{line}") for number, line in enumerate(lines))


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


def _article_card(library: Library, address: Address, options: Options, text: str, *presses: Press) -> Card:
    """The text, its label and standing in a line, and the buttons; all else stands in the menu below them."""
    provision = library.provisions[address.id]
    instrument, words = provision.instrument, options.words
    status = status_line(instrument, words)
    blocks: list[Block] = [Text(f"{text} · {status}" if status else text)]
    if reserved := [*reserving_lines(instrument, provision.article.number, words)]:
        blocks.append(Text("\n".join([f"**{words('standing.reservations')}**", *reserved])))
    more, menus = _more(library, address, options)
    return Card(
        title=escape_line(provision.citation),
        blocks=(*blocks, *menus),
        address=address,
        footer=_footer(library, options, provision),
        actions=(*presses, cite_press(words, address), *instrument_links(instrument, words)),
        more=more,
    )


def _more(library: Library, address: Address, options: Options) -> tuple[Menu | None, tuple[Menu, ...]]:
    """The menu below the buttons, and those above where so many briefings use the article that one menu is too few."""
    provision, words = library.provisions[address.id], options.words
    views = [Choice(words("article.about"), address.seen_as("about"))]
    if wordings(library, provision.id):
        views.insert(0, Choice(words("article.wording"), address.seen_as("wording")))
    views += [Choice(press.label, press.leads_to) for press in instrument_presses(provision.instrument, words)]
    used = (provision.id, *(old for old, new in library.former.items() if new == provision.id))
    users = dict.fromkeys(slug for key in used for slug in library.briefs_using.get(f"article:{key}", ()))
    briefs = [replace(choice, description=words("used.briefing")) for choice in brief_choices(library, users)]
    return more_menu(words, views, briefs, words("used.menu"), address)


def _paragraph(part: Paragraph, article: Article) -> str:
    return f"**{article.numbered(part.number)}** {escape_line(part.text)}" if part.number else escape_line(part.text)


def _footer(library: Library, options: Options, provision: Provision) -> tuple[str, ...]:
    return law_footer(options, receipts.of_article(library, provision.id))
