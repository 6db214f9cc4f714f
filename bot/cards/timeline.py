"""Dated events, oldest first, each with what it rests on; what is from outside the documents says so."""

from itertools import groupby

from bot.cards.address import Address
from bot.cards.attribution import place_in, source_line
from bot.cards.card import Block, Card, Press, Text
from bot.cards.content_note import ContentNote, hidden_words
from bot.cards.escape import escape_line
from bot.cards.footer import footer, library_footer
from bot.cards.menus import brief_choices, choice_menus
from bot.cards.options import Options
from bot.domain import receipts
from bot.domain.library import Library, Provision
from bot.domain.model import Event, Evidence, Note
from bot.words.catalogue import Words


def timeline_card(library: Library, address: Address, options: Options) -> Card:
    """The events of a topic, or of all topics where the address names none."""
    words = options.words
    brief = library.briefs[address.id] if address.id else None
    told = library.events_on.get(brief.id, ()) if brief else library.events.values()
    events = sorted(told, key=lambda event: event.date)
    content_note = ContentNote(library, options, address)
    years = [
        "\n".join([f"**{year}**", *(_event(library, event, options, content_note) for event in of_year)])
        for year, of_year in groupby(events, key=lambda event: event.date.year)
    ]
    blocks: list[Block] = [Text(text) for text in years] or [Text(words("timeline.none"))]
    if brief is None:
        title, actions = words("timeline.title"), ()
        small = library_footer(library, options)
        dated = (slug for slug in library.briefs if slug in library.events_on)
        choices = brief_choices(library, dated, "timeline")
        blocks += choice_menus(words("timeline.menu"), choices, address)
    else:
        title = words("timeline.of", title=escape_line(brief.title))
        small = footer(library, options, receipts.of_timeline(library, brief.id))
        actions = (
            Press(words("brief.back"), Address("brief", brief.id)),
            Press(words("timeline.all"), Address("timeline")),
        )
    return Card(title, content_note.before(blocks), address, small, actions)


def _event(library: Library, event: Event, options: Options, content_note: ContentNote) -> str:
    words = options.words
    text = content_note.shown(escape_line(event.text), event.rests_on) or hidden_words(words)
    if event.number_ok:
        text += " " + words("inferred", reason=escape_line(event.number_ok))
    line = words("timeline.event", date=_date(event, words), text=text)
    return f"- {line}\n-# {_sources(library, event, words)}"


def _date(event: Event, words: Words) -> str:
    if event.shown_as:
        date = escape_line(event.shown_as)
    elif event.until:
        date = words("timeline.until", start=words.date(event.date), end=words.date(event.until))
    else:
        date = words.date(event.date)
    return words("date.inferred", date=date) if event.inferred else date


def _sources(library: Library, event: Event, words: Words) -> str:
    """The places in our documents, each document once, then what is from outside them, after a word that says so."""
    inside: dict[str, set[int]] = {}
    outside: dict[str, None] = {}
    for support in map(library.support, event.rests_on):
        if isinstance(support, Evidence):
            inside.setdefault(support.document, set()).add(support.paragraph)
        else:
            outside[_outside(support, words)] = None
    told = [place_in(library.documents[key], lines, words) for key, lines in inside.items()]
    if outside:
        told.append(words("timeline.outside", sources=" · ".join(outside)))
    return " · ".join(told)


def _outside(support: Provision | Note, words: Words) -> str:
    return source_line(support.source, words) if isinstance(support, Note) else escape_line(support.citation)
