"""Who says what: a line an actor, in one form for all, with where and when it was reported."""

from collections.abc import Iterator

from bot.cards.address import Address
from bot.cards.attribution import medium_line
from bot.cards.brief_ways import view_card
from bot.cards.briefing import Briefing
from bot.cards.card import Card, Text
from bot.cards.content_note import hidden_words
from bot.cards.escape import escape_line
from bot.cards.options import Options
from bot.domain.library import Library
from bot.domain.model import Position


def who_card(library: Library, address: Address, options: Options) -> Card:
    """What each actor says of it."""
    of = Briefing.at(library, address, options)
    return view_card(of, list(map(Text, position_lines(of))) or [Text(of.words("positions.none"))])


def position_lines(of: Briefing) -> Iterator[str]:
    """A line for each actor, in the order of the brief; the silent stand in one, in the place of the first of them."""
    silent = [escape_line(position.actor) for position in of.brief.positions if position.text is None]
    for position in of.brief.positions:
        if position.text is not None:
            yield _line(of, position, position.text)
        elif silent:
            yield of.words("positions.silent", actors=", ".join(silent))
            silent = []


def _line(of: Briefing, position: Position, text: str) -> str:
    """The actor's name, what it says as the name's predicate, and where that was reported.

    A text that begins as a sentence of its own stands behind a colon.
    """
    actor = escape_line(position.actor)
    said = _reported(escape_line(text), medium_line(position.rests_on, of.library, of.words))
    shown = of.content_note.shown(f"{said}{of.inferred(position)}", position.rests_on)
    if shown is None:
        return of.words("brief.position", actor=actor, text=hidden_words(of.words))
    line = of.words("positions.says" if text[0].islower() else "brief.position", actor=actor, text=shown)
    return of.marked(line, position.rests_on)


def _reported(text: str, medium: str) -> str:
    """The text with where it was reported, before the point at its end: `says so (A Paper, June 2013).`."""
    return f"{text.removesuffix('.')} ({medium})." if medium else text
