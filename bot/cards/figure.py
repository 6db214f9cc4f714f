"""A disputed number: every statement of it side by side. Never a sum, a mean or a winner."""

from bot.cards.address import Address
from bot.cards.article import notes_blocks
from bot.cards.attribution import kind_line, law_label, place_line, source_line
from bot.cards.card import Block, Card, Choice, Picture, Text
from bot.cards.content_note import ContentNote, hidden_words
from bot.cards.escape import escape_line, label
from bot.cards.footer import footer, library_footer
from bot.cards.menus import CHOICE, below, choice_menus, used_blocks
from bot.cards.options import Options
from bot.cards.statement import by_age, comparable, statement_line, value
from bot.domain import receipts
from bot.domain.library import Library, Provision
from bot.domain.model import Evidence, Figure, Statement
from bot.words.catalogue import Words


def figure_card(library: Library, address: Address, options: Options) -> Card:
    """Every statement, oldest first, a chart where there is one, and why they differ."""
    figure = library.figures[address.id]
    content_note = ContentNote(library, options, address)
    blocks = figure_blocks(library, figure, options, content_note)
    return Card(
        title=escape_line(figure.question),
        blocks=content_note.before((*blocks, *used_blocks(library, address, options, [f"figure:{figure.id}"]))),
        address=address,
        footer=footer(library, options, receipts.of_figure(library, figure.id)),
        by_screen=True,
    )


def figure_blocks(library: Library, figure: Figure, options: Options, content_note: ContentNote) -> tuple[Block, ...]:
    """The statements with their places, the chart, why they differ, and the editors' notes."""
    words = options.words
    texts = [_statement(library, figure, statement, content_note, words) for statement in by_age(figure)]
    png = options.charts.get(figure.id)
    return (
        *map(Text, texts),
        *((Picture(f"{figure.id}.png", png, alternative(figure, words)),) if png is not None else ()),
        Text(f"**{words('figure.agree' if figure.agree else 'figure.why')}** {escape_line(figure.why_they_differ)}"),
        *notes_blocks(library, figure.notes, words),
    )


def figures_list_card(library: Library, address: Address, options: Options) -> Card:
    """Every figure there is."""
    words = options.words
    figures = list(library.figures.values())
    lines = [escape_line(figure.question) for figure in figures]
    choices = [Choice(label(each.question, CHOICE), Address("figure", each.id)) for each in figures]
    more, menus = below(choice_menus(words("figures.menu"), choices, address))
    blocks = map(Text, lines) if figures else [Text(words("figures.none"))]
    return Card(
        title=words("figures.title"),
        blocks=(*blocks, *menus),
        address=address,
        footer=library_footer(library, options),
        more=more,
        by_screen=True,
    )


def alternative(figure: Figure, words: Words) -> str:
    """All that the chart says, in the order it says it, as plain text."""
    shown = [statement for same in comparable(figure).values() for statement in same]
    parts = [
        words(
            "figure.alternative-statement",
            counts=statement.counts,
            value=value(statement, figure, words),
            holder=statement.holder,
            date=words.date(statement.as_of),
        )
        for statement in shown
    ]
    return words("figure.alternative", question=figure.question, statements="; ".join(parts))


def _statement(library: Library, figure: Figure, statement: Statement, content_note: ContentNote, words: Words) -> str:
    line = content_note.shown(statement_line(statement, figure, words), statement.rests_on)
    return "\n".join(
        [line or hidden_words(words), *(f"-# {_place(library, reference, words)}" for reference in statement.rests_on)]
    )


def _place(library: Library, reference: str, words: Words) -> str:
    support = library.support(reference)
    if isinstance(support, Evidence):
        return f"{place_line(support, library, words)} · {kind_line(support, library, words)}"
    if isinstance(support, Provision):
        return f"{escape_line(support.citation)} · {law_label(support, words)}"
    return f"{words('label.note')}: {source_line(support.source, words)}"
