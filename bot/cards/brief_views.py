"""The views of a brief that show what belongs to it: quotations, articles, figures, editors' notes."""

from collections.abc import Iterator

from bot.cards.address import Address
from bot.cards.article import article_text
from bot.cards.attribution import law_label, note_line
from bot.cards.brief_ways import quotations_of, view_card
from bot.cards.briefing import Briefing
from bot.cards.card import Block, Card, Choice, Text
from bot.cards.escape import escape_line, label
from bot.cards.figure import figure_blocks
from bot.cards.menus import CHOICE, choice_menus
from bot.cards.options import Options
from bot.cards.quotation import quotation_text
from bot.cards.quotations import quotation_choices
from bot.domain.library import Library, Provision


def quotes_card(library: Library, address: Address, options: Options) -> Card:
    """The quotations a brief rests on, with a menu to the context and the document of each; narrations are Sources."""
    of = Briefing.at(library, address, options)
    quotes = quotations_of(of)
    texts = [Text(quotation_text(library, one, options, of.content_note, number)) for number, one in quotes]
    menus = choice_menus(of.words("quotation.choose"), quotation_choices(library, (one for _, one in quotes)), address)
    return view_card(of, (*texts, *menus[1:]) or [Text(of.words("quotes.none"))], menu=menus[0] if menus else None)


def treaty_card(library: Library, address: Address, options: Options) -> Card:
    """The articles of a brief, whole, with a menu to the standing of each and how the documents word it."""
    of = Briefing.at(library, address, options)
    provisions = [library.provisions[key] for key in of.brief.articles]
    articles = [Text("\n".join(_article(one, of))) for one in provisions]
    choices = [Choice(label(one.citation, CHOICE), Address("article", one.id)) for one in provisions]
    menus = choice_menus(of.words("treaty.menu"), choices, address)
    return view_card(of, (*articles, *menus[1:]) or [Text(of.words("treaty.none"))], menu=menus[0] if menus else None)


def _article(provision: Provision, of: Briefing) -> Iterator[str]:
    """Its name, its text, and its label where it is not what the title of the view says of all: a treaty's text."""
    yield f"**{escape_line(provision.citation)}**"
    yield article_text(provision, of.words)
    if provision.instrument.kind != "treaty" or not provision.article.paragraphs:
        yield f"-# {law_label(provision, of.words)}"


def figures_card(library: Library, address: Address, options: Options) -> Card:
    """The figures of a brief with their charts and the editors' words on why they differ."""
    of = Briefing.at(library, address, options)
    blocks: list[Block] = []
    for key in of.brief.figures:
        figure = library.figures[key]
        first, *others = figure_blocks(library, figure, options, of.content_note)
        statement = first.markdown if isinstance(first, Text) else ""
        blocks += [Text(f"**{escape_line(figure.question)}**\n{statement}"), *others]
    return view_card(of, blocks or [Text(of.words("figures.none"))])


def notes_card(library: Library, address: Address, options: Options) -> Card:
    """What the editors add from outside the documents, each note with its source."""
    of = Briefing.at(library, address, options)
    notes = [Text(note_line(library.notes[key], of.words)) for key in of.brief.notes]
    return view_card(of, notes or [Text(of.words("notes.none"))])
