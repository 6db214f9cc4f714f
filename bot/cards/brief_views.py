"""The views of a brief that show what it rests on: quotations, articles, figures, and all of it by number."""

from collections.abc import Iterator
from itertools import groupby

from bot.cards.address import Address
from bot.cards.article import article_text
from bot.cards.attribution import kind_line, law_label, place_line, source_line, speaker_line
from bot.cards.brief import back, quotations_of, view_title
from bot.cards.card import Beside, Block, Card, Divider, Press, Text
from bot.cards.content_note import Veil
from bot.cards.escape import escape_line
from bot.cards.figure import figure_blocks
from bot.cards.footer import brief_foot
from bot.cards.options import Showing
from bot.cards.quotation import quotation_text
from bot.cards.references import References, raised
from bot.domain.library import Library, Provision, Support
from bot.domain.model import Brief, Evidence
from bot.words.catalogue import Words


def quotes_card(library: Library, address: Address, showing: Showing) -> Card:
    """The quotations a brief rests on; narrations are proof and are named by their place, under Sources."""
    brief = library.briefs[address.id]
    veil = Veil(library, showing, address)
    quotes: list[Block] = [
        Beside(
            quotation_text(library, evidence, showing, veil, number),
            Press(showing.words("quotation.open"), Address("quotation", evidence.id)),
        )
        for number, evidence in quotations_of(library, brief)
    ]
    none = () if quotes else (Text(showing.words("quotes.none")),)
    return _card(library, address, showing, veil, [*veil.note(_note(brief, veil)), *none, *quotes])


def treaty_card(library: Library, address: Address, showing: Showing) -> Card:
    """The articles of a brief, whole, each with a button to its status and to how the documents word it."""
    brief = library.briefs[address.id]
    blocks: list[Block] = []
    for key in brief.articles:
        provision = library.provisions[key]
        open_it = Press(showing.words("article.open"), Address("article", key))
        blocks += [
            *((Divider(),) if blocks else ()),
            Beside(f"**{escape_line(provision.citation)}**", open_it),
            Text(article_text(provision, showing.words)),
        ]
    veil = Veil(library, showing, address)
    none = () if blocks else (Text(showing.words("treaty.none")),)
    return _card(library, address, showing, veil, [*none, *blocks])


def figures_card(library: Library, address: Address, showing: Showing) -> Card:
    """The figures of a brief with their charts and the editors' words on why they differ."""
    brief = library.briefs[address.id]
    veil = Veil(library, showing, address)
    blocks: list[Block] = []
    for key in brief.figures:
        figure = library.figures[key]
        blocks += [
            *((Divider(),) if blocks else ()),
            Text(f"**{escape_line(figure.question)}**"),
            *figure_blocks(library, figure, showing, veil),
        ]
    none = () if blocks else (Text(showing.words("figures.none")),)
    return _card(library, address, showing, veil, [*veil.note(_note(brief, veil)), *none, *blocks])


def sources_card(library: Library, address: Address, showing: Showing) -> Card:
    """Every number of the brief and what it stands for; of narrations the place and not the words."""
    brief = library.briefs[address.id]
    lines = list(_references(library, brief, showing))
    veil = Veil(library, showing, address)
    blocks: list[Block] = [Text("\n".join(lines)), Text(f"-# {showing.words('sources.narrations')}")]
    return _card(library, address, showing, veil, blocks)


def _note(brief: Brief, veil: Veil) -> str | None:
    """The brief's content note, for a view that shows what it warns of."""
    return escape_line(brief.content_note) if brief.content_note and veil.met else None


def _references(library: Library, brief: Brief, showing: Showing) -> Iterator[str]:
    words = showing.words
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


def _card(library: Library, address: Address, showing: Showing, veil: Veil, blocks: list[Block]) -> Card:
    brief = library.briefs[address.id]
    return Card(
        title=view_title(brief, address.view, showing),
        blocks=tuple(blocks),
        address=address,
        foot=brief_foot(library, showing, brief, said=()),
        actions=(back(brief, veil, showing),),
    )
