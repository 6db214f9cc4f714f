"""The views of a brief that show what it rests on: quotations, articles, figures, and all of it by number."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.cards.address import Address
from bot.cards.article import article_text
from bot.cards.attribution import kind_line, law_label, place_line, source_line, speaker_line
from bot.cards.brief import back, quotations_of, view_title
from bot.cards.card import Block, Card, Divider, Press, Section, Text
from bot.cards.content_note import ContentNote
from bot.cards.escape import escape_line
from bot.cards.figure import figure_blocks
from bot.cards.footer import brief_footer
from bot.cards.options import Options
from bot.cards.quotation import quotation_text
from bot.cards.references import References, raised
from bot.domain.library import Library, Provision, Support
from bot.domain.model import Brief, Evidence
from bot.words.catalogue import Words


def quotes_card(library: Library, address: Address, options: Options) -> Card:
    """The quotations a brief rests on; narrations are proof and are named by their place, under Sources."""
    brief = library.briefs[address.id]
    content_note = ContentNote(library, options, address)
    quotes: list[Block] = [
        Section(
            quotation_text(library, evidence, options, content_note, number),
            Press(options.words("quotation.open"), Address("quotation", evidence.id)),
        )
        for number, evidence in quotations_of(library, brief)
    ]
    none = () if quotes else (Text(options.words("quotes.none")),)
    return _card(library, address, options, content_note, content_note.before((*none, *quotes), brief.content_note))


def treaty_card(library: Library, address: Address, options: Options) -> Card:
    """The articles of a brief, whole, each with a button to its status and to how the documents word it."""
    brief = library.briefs[address.id]
    blocks: list[Block] = []
    for key in brief.articles:
        provision = library.provisions[key]
        open_it = Press(options.words("article.open"), Address("article", key))
        blocks += [
            *((Divider(),) if blocks else ()),
            Section(f"**{escape_line(provision.citation)}**", open_it),
            Text(article_text(provision, options.words)),
        ]
    content_note = ContentNote(library, options, address)
    none = () if blocks else (Text(options.words("treaty.none")),)
    return _card(library, address, options, content_note, [*none, *blocks])


def figures_card(library: Library, address: Address, options: Options) -> Card:
    """The figures of a brief with their charts and the editors' words on why they differ."""
    brief = library.briefs[address.id]
    content_note = ContentNote(library, options, address)
    blocks: list[Block] = []
    for key in brief.figures:
        figure = library.figures[key]
        blocks += [
            *((Divider(),) if blocks else ()),
            Text(f"**{escape_line(figure.question)}**"),
            *figure_blocks(library, figure, options, content_note),
        ]
    none = () if blocks else (Text(options.words("figures.none")),)
    return _card(library, address, options, content_note, content_note.before((*none, *blocks), brief.content_note))


def sources_card(library: Library, address: Address, options: Options) -> Card:
    """Every number of the brief and what it stands for; of narrations the place and not the words."""
    brief = library.briefs[address.id]
    lines = list(_references(library, brief, options))
    content_note = ContentNote(library, options, address)
    blocks: list[Block] = [Text("\n".join(lines)), Text(f"-# {options.words('sources.narrations')}")]
    return _card(library, address, options, content_note, blocks)


def _references(library: Library, brief: Brief, options: Options) -> Iterator[str]:
    words = options.words
    for number, group in groupby(References.of_brief(library, brief), key=lambda numbered: numbered[0]):
        supports = [library.support(reference) for _, reference in group]
        yield f"{raised(number)} {_place(supports[0], library, words)}"
        yield from dict.fromkeys(
            _evidence(support, library, words) for support in supports if isinstance(support, Evidence)
        )


def _evidence(evidence: Evidence, library: Library, words: Words) -> str:
    key = "sources.quotation" if evidence.kind == "quotation" else "sources.narration"
    return f"-# {words(key, who=speaker_line(evidence, library, words))} · {kind_line(evidence, library, words)}"


def _place(support: Support, library: Library, words: Words) -> str:
    if isinstance(support, Evidence):
        return place_line(support, library, words)
    if isinstance(support, Provision):
        return f"{escape_line(support.citation)} · {law_label(support, words)}"
    return f"{words('label.note')}: {source_line(support.source, words)}"


def _card(
    library: Library, address: Address, options: Options, content_note: ContentNote, blocks: Iterable[Block]
) -> Card:
    brief = library.briefs[address.id]
    return Card(
        title=view_title(brief, address.view, options),
        blocks=tuple(blocks),
        address=address,
        footer=brief_footer(library, options, brief, said=()),
        actions=(back(brief, content_note, options),),
    )
