"""What is said about something typed: which of several was meant, or that the library does not have it."""

from collections.abc import Sequence

from bot.cards.address import Address
from bot.cards.card import Block, Card, Choice, Menu, Text
from bot.cards.content_note import Veil
from bot.cards.escape import escape_line, label
from bot.cards.footer import library_foot
from bot.cards.menus import MOST
from bot.cards.naming import name_of
from bot.cards.options import Showing
from bot.cards.quotation import listed, quotation_menu
from bot.domain.library import Library
from bot.domain.model import Kind
from bot.words.catalogue import Words

ECHO = 100
"""Characters of what was typed that an answer repeats; a longer text ends in an ellipsis."""

IN_FULL = 3
"""Quotations that are shown in full before the rest is offered in a menu."""

_KIND_KEYS: dict[Kind, str] = {
    "brief": "kind.brief",
    "quotation": "kind.quotation",
    "article": "kind.article",
    "figure": "kind.figure",
    "term": "kind.term",
    "document": "kind.document",
    "boundary": "kind.boundary",
}


def ask_card(library: Library, results: Sequence[tuple[Kind, str]], typed: str, showing: Showing) -> Card:
    """Several things fit: which one was meant?"""
    words = showing.words
    return Card(
        title=words("ask.title"),
        blocks=(Text(words("ask.text", typed=echo(typed))), *_menu(library, results, words("ask.menu"), words)),
    )


def nothing_card(library: Library, nearest: Sequence[tuple[Kind, str]], typed: str, showing: Showing) -> Card:
    """The library does not cover it; the nearest that it has."""
    words = showing.words
    text = words("nothing.text", typed=echo(typed))
    return Card(
        title=words("nothing.title"),
        blocks=(Text(text), *_menu(library, nearest, words("nothing.menu"), words)),
    )


def found_card(library: Library, briefs: Sequence[str], showing: Showing) -> Card:
    """The briefings that a message may be about, each with its answer unless a content note stands before it."""
    words = showing.words
    blocks: list[Block] = [Text(words.count("found.text", len(briefs)))]
    for key in briefs:
        brief = library.briefs[key]
        shown = words("content-note", note=escape_line(brief.content_note)) if brief.content_note else None
        blocks.append(Text(f"**{escape_line(brief.title)}**\n{shown or escape_line(brief.answer.text)}"))
    menu = _menu(library, [("brief", key) for key in briefs], words("found.menu"), words)
    return Card(words("found.title"), (*blocks, *menu), foot=library_foot(library, showing))


def quotations_card(library: Library, ids: Sequence[str], typed: str, showing: Showing) -> Card:
    """Quotations that fit some words: the best in full, the others to choose from."""
    words = showing.words
    found = [library.quotations[key] for key in ids]
    veil = Veil(library, showing, Address("quotes"))
    rest = found[IN_FULL:][:MOST]
    menu = (quotation_menu(library, rest, showing, Address("quotes", "", "menu")),) if rest else ()
    return Card(
        title=words.count("quotations.title", len(found)),
        blocks=(
            Text(words("quotations.typed", typed=echo(typed))),
            *listed(library, found[:IN_FULL], showing, veil),
            *menu,
        ),
        foot=library_foot(library, showing),
    )


def _menu(library: Library, items: Sequence[tuple[Kind, str]], prompt: str, words: Words) -> tuple[Menu, ...]:
    choices = tuple(
        Choice(label(name_of(library, kind, key), 100), Address(kind, key), words(_KIND_KEYS[kind]))
        for kind, key in items[:MOST]
    )
    return (Menu(prompt, choices, Address("search", "", "menu")),) if choices else ()


def echo(typed: str) -> str:
    """What was typed, escaped, in one line; a long text ends in an ellipsis."""
    return escape_line(label(typed, ECHO))
