"""Dated events, oldest first, each with what it rests on; what is from outside the documents says so."""

from bot.cards.address import Address
from bot.cards.attribution import short_citation, short_place, short_source
from bot.cards.card import Block, Card, Choice, Menu, Press, Text
from bot.cards.content_note import ContentNote, hidden_words
from bot.cards.escape import escape_line
from bot.cards.footer import library_footer, receipt_footer
from bot.cards.menus import below, brief_choices, choice_menus
from bot.cards.options import Options
from bot.domain import receipts
from bot.domain.library import Library, Provision
from bot.domain.model import Event, Evidence, Note
from bot.words.catalogue import Words


def timeline_card(library: Library, address: Address, options: Options) -> Card:
    """The events of a topic, or of all topics where the address names none."""
    words = options.words
    content_note = ContentNote(library, options, address)
    events = [event_text(library, event, options, content_note) for event in events_at(library, address)]
    blocks: list[Block] = [*content_note.told(None), *(events or [Text(words("timeline.none"))])]
    if address.id:
        brief = library.briefs[address.id]
        whole = Choice(words("timeline.all"), Address("timeline"))
        return Card(
            title=words("timeline.of", title=escape_line(brief.title)),
            blocks=tuple(blocks),
            address=address,
            footer=receipt_footer(options, receipts.of_timeline(library, brief.id)),
            actions=content_note.with_button(Press(words("brief.back"), Address("brief", brief.id))),
            more=Menu(words("brief.more"), (whole,), address),
            by_screen=True,
        )
    dated = (slug for slug in library.briefs if slug in library.events_on)
    more, menus = below(choice_menus(words("timeline.menu"), brief_choices(library, dated, "timeline"), address))
    return Card(
        title=words("timeline.title"),
        blocks=(*blocks, *menus),
        address=address,
        footer=library_footer(library, options),
        actions=content_note.with_button(),
        more=more,
        by_screen=True,
    )


def events_at(library: Library, address: Address) -> list[Event]:
    """The events of an address in the order of their dates."""
    told = library.events_on.get(address.id, ()) if address.id else library.events.values()
    return sorted(told, key=lambda event: event.date)


def event_text(library: Library, event: Event, options: Options, content_note: ContentNote) -> Text:
    """One event with its date and what it rests on, as it stands in a timeline."""
    words = options.words
    text = content_note.shown(escape_line(event.text), event.rests_on) or hidden_words(words)
    if event.number_ok:
        text += " " + words("inferred", reason=escape_line(event.number_ok))
    line = words("timeline.event", date=_date(event, words), text=text)
    return Text(f"{line}\n-# {_sources(library, event, words)}")


def near(library: Library, year: int, address: Address) -> tuple[Event, ...]:
    """The first event that began in a year or lasted over it; where there is none, the last before and the next."""
    events = events_at(library, address)
    of_year = [event for event in events if event.date.year == year]
    over_it = [event for event in events if event.until and event.date.year < year <= event.until.year]
    if of_year or over_it:
        return ((of_year or over_it)[0],)
    before = [event for event in events if event.date.year < year]
    after = [event for event in events if event.date.year > year]
    return (*before[-1:], *after[:1])


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
    told = [short_place(library.documents[key], lines, words) for key, lines in inside.items()]
    if outside:
        told.append(words("timeline.outside", sources=" · ".join(outside)))
    return " · ".join(told)


def _outside(support: Provision | Note, words: Words) -> str:
    return short_source(support.source) if isinstance(support, Note) else short_citation(support, words)
