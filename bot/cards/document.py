"""A document's card: who published it and when, how sure that is, its stance, its known defects, what uses it."""

from collections.abc import Iterator

from bot.cards.address import Address
from bot.cards.attribution import date_of, document_line, publisher_of
from bot.cards.card import Block, Card, Choice, Link, Press, Text
from bot.cards.escape import escape_line, label
from bot.cards.footer import footer, library_footer
from bot.cards.menus import CHOICE, below, choice_menus, used_blocks
from bot.cards.options import Options
from bot.domain import receipts
from bot.domain.library import Library
from bot.domain.model import Document
from bot.words.catalogue import Words


def document_card(library: Library, address: Address, options: Options) -> Card:
    """All that the register says of one document."""
    document = library.documents[address.id]
    words = options.words
    evidence = library.evidence_in[document.id]
    quotations = sum(item.kind == "quotation" for item in evidence)
    blocks: list[Block] = [Text("\n".join(_register(library, document, words)))]
    if document.defects:
        first, *others = (f"- {escape_line(defect)}" for defect in document.defects)
        blocks += [Text(f"**{words('document.defects')}**\n{first}"), *map(Text, others)]
    blocks.append(Text(words.count("document.quotations", quotations)))
    blocks += used_blocks(library, address, options, [item.id for item in evidence])
    actions: list[Press | Link] = []
    if quotations:
        actions.append(Press(words("document.see-quotations"), Address("quotes", document.id)))
    if document.url:
        actions.append(Link(words("document.original"), document.url))
    return Card(
        title=escape_line(document.name),
        blocks=tuple(blocks),
        address=address,
        footer=footer(library, options, receipts.of_document(library, document.id)),
        actions=tuple(actions),
        by_screen=True,
    )


def documents_card(library: Library, address: Address, options: Options) -> Card:
    """Every document, oldest first."""
    words = options.words
    documents = sorted(library.documents.values(), key=lambda document: document.date.value)
    texts = [
        Text(f"**{escape_line(each.name)}**\n-# {document_line(each, words)} · {escape_line(each.stance)}")
        for each in documents
    ]
    choices = [
        Choice(label(each.name, CHOICE), Address("document", each.id), label(each.publisher, CHOICE))
        for each in documents
    ]
    more, menus = below(choice_menus(words("documents.menu"), choices, address))
    return Card(
        title=words.count("documents.title", len(documents)),
        blocks=(*(texts or [Text(words("documents.none"))]), *menus),
        address=address,
        footer=library_footer(library, options),
        more=more,
        by_screen=True,
    )


def _register(library: Library, document: Document, words: Words) -> Iterator[str]:
    yield words("document.publisher", publisher=publisher_of(document, words))
    if document.publisher_note:
        yield f"-# {escape_line(document.publisher_note)}"
    author = escape_line(document.author) if document.author else words("document.no-author")
    yield words("document.author", author=author)
    yield words("document.date", date=date_of(document.date, words))
    if document.date.because:
        yield f"-# {escape_line(document.date.because)}"
    yield words("document.kind", kind=escape_line(document.kind))
    yield words("document.stance", stance=escape_line(document.stance))
    yield words("document.label", label=escape_line(library.wording.labels[document.label]))
    yield f"-# sha256 `{document.sha256}`"
