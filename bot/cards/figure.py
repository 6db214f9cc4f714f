"""A disputed number: every statement of it side by side. Never a sum, a mean or a winner."""

from bot.cards.address import Address
from bot.cards.article import notes_blocks
from bot.cards.attribution import kind_line, law_label, place_line, source_line
from bot.cards.card import Block, Card, Choice, Menu, Picture, Text
from bot.cards.content_note import Veil, behind
from bot.cards.escape import escape_line, label
from bot.cards.footer import foot, library_foot
from bot.cards.menus import MOST, used_blocks
from bot.cards.options import Showing
from bot.cards.statement import by_age, comparable, statement_line, value
from bot.domain.library import Library, Provision
from bot.domain.model import Evidence, Figure, Statement
from bot.words.catalogue import Words


def figure_card(library: Library, address: Address, showing: Showing) -> Card:
    """Every statement, oldest first, a chart where there is one, and why they differ."""
    figure = library.figures[address.id]
    veil = Veil(library, showing, address)
    blocks = figure_blocks(library, figure, showing, veil)
    return Card(
        title=escape_line(figure.question),
        blocks=(*veil.note(None), *blocks, *used_blocks(library, address, showing, [f"figure:{figure.id}"])),
        address=address,
        foot=foot(library, showing, "figure", figure.id),
    )


def figure_blocks(library: Library, figure: Figure, showing: Showing, veil: Veil) -> tuple[Block, ...]:
    """The statements with their places, the chart, why they differ, and the editors' notes."""
    words = showing.words
    texts = [_statement(library, figure, statement, veil, words) for statement in by_age(figure)]
    png = showing.charts.get(figure.id)
    return (
        Text("\n\n".join(texts)),
        *((Picture(f"{figure.id}.png", png, alternative(figure, words)),) if png is not None else ()),
        Text(f"**{words('figure.why')}** {escape_line(figure.why_they_differ)}"),
        *notes_blocks(library, figure.notes, words),
    )


def figures_list_card(library: Library, address: Address, showing: Showing) -> Card:
    """Every figure there is."""
    words = showing.words
    figures = list(library.figures.values())
    lines = [f"- {escape_line(figure.question)}" for figure in figures]
    menus = [
        Menu(
            words("figures.menu"),
            tuple(
                Choice(label(each.question, 100), Address("figure", each.id)) for each in figures[start : start + MOST]
            ),
            Address("figures", "", "menu", number),
        )
        for number, start in enumerate(range(0, len(figures), MOST), 1)
    ]
    blocks: tuple[Block, ...] = (Text("\n".join(lines)), *menus) if figures else (Text(words("figures.none")),)
    return Card(words("figures.title"), blocks, address, library_foot(library, showing))


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


def _statement(library: Library, figure: Figure, statement: Statement, veil: Veil, words: Words) -> str:
    line = veil.over(statement_line(statement, figure, words), statement.rests_on)
    return "\n".join(
        [line or behind(words), *(f"-# {_place(library, reference, words)}" for reference in statement.rests_on)]
    )


def _place(library: Library, reference: str, words: Words) -> str:
    support = library.support(reference)
    if isinstance(support, Evidence):
        return f"{place_line(support, library, words)} · {kind_line(support, library, words)}"
    if isinstance(support, Provision):
        return f"{escape_line(support.citation)} · {law_label(support, words)}"
    return f"{words('label.note')}: {source_line(support.source, words)}"
