"""Every address that a content card can live at, and the card that lives there."""

from collections.abc import Callable, Iterator, Mapping

from bot.cards.address import Address
from bot.cards.article import article_card, wording_card, wordings
from bot.cards.boundary import boundary_card
from bot.cards.brief import full_card, short_card
from bot.cards.brief_views import figures_card, quotes_card, sources_card, treaty_card
from bot.cards.card import Card
from bot.cards.content_note import SHOWN
from bot.cards.document import document_card, documents_card
from bot.cards.figure import figure_card, figures_list_card
from bot.cards.instrument import articles_card, instrument_card
from bot.cards.options import Showing
from bot.cards.quotation import context_card, quotation_card, quotations_at, quotations_card, speaker_slug
from bot.cards.statement import comparable
from bot.cards.term import term_card, terms_card
from bot.cards.timeline import timeline_card
from bot.cards.topics import topics_card
from bot.domain.context import contexts
from bot.domain.library import Library
from bot.domain.problem import Section, Spot
from bot.words.catalogue import Words

_Builder = Callable[[Library, Address, Showing], Card]

_OF_AN_ITEM: Mapping[tuple[str, str], _Builder] = {
    ("brief", "card"): full_card,
    ("brief", "short"): short_card,
    ("brief", "quotes"): quotes_card,
    ("brief", "treaty"): treaty_card,
    ("brief", "figures"): figures_card,
    ("brief", "sources"): sources_card,
    ("quotation", "card"): quotation_card,
    ("quotation", "context"): context_card,
    ("article", "card"): article_card,
    ("article", "wording"): wording_card,
    ("instrument", "card"): instrument_card,
    ("figure", "card"): figure_card,
    ("timeline", "card"): timeline_card,
    ("term", "card"): term_card,
    ("document", "card"): document_card,
    ("boundary", "card"): boundary_card,
    ("topics", "card"): topics_card,
    ("quotes", "card"): quotations_card,
}

_OF_ALL: Mapping[str, _Builder] = {
    "timeline": timeline_card,
    "terms": terms_card,
    "documents": documents_card,
    "topics": topics_card,
    "quotes": quotations_card,
    "figures": figures_list_card,
    "articles": articles_card,
}


def card_at(library: Library, address: Address, showing: Showing) -> Card | None:
    """The card of an address; None when the library has its subject no more, or there is no such view."""
    build = _OF_AN_ITEM.get((address.kind, address.view)) if address.id else _OF_ALL.get(address.kind)
    if build is None or (not address.id and address.view != "card") or not _has_subject(library, address):
        return None
    return build(library, address, showing)


def _has_subject(library: Library, address: Address) -> bool:
    subjects: Mapping[str, Mapping[str, object]] = {
        "brief": library.briefs,
        "quotation": library.quotations,
        "article": library.provisions,
        "instrument": library.instruments,
        "figure": library.figures,
        "timeline": library.briefs,
        "term": library.terms,
        "document": library.documents,
        "boundary": library.boundaries,
        "topics": library.wording.groups,
        "quotes": library.documents,
    }
    if address.kind == "quotes" and not quotations_at(library, address):
        return False
    return not address.id or address.id in subjects[address.kind]


def every_card(library: Library, words: Words) -> Iterator[tuple[Spot, Card]]:
    """Every content card of a library in every length and view, each with the item whose author can mend it.

    Distressing parts are laid out in each of the ways that they can be shown. Pictures are empty: drawing them takes a
    process of its own, and the room that they take is always the same.
    """
    charts = {key: b"" for key, figure in library.figures.items() if comparable(figure)}
    showings = (Showing(words, charts=charts), Showing(words, hide="spoiler", charts=charts))
    for spot, address in _every_address(library):
        for showing in showings:
            yield spot, _built(library, address, showing)
        if not address.extra:
            yield spot, _built(library, address.shown_as(address.view, SHOWN), showings[0])


def _built(library: Library, address: Address, showing: Showing) -> Card:
    build = _OF_AN_ITEM[address.kind, address.view] if address.id else _OF_ALL[address.kind]
    return build(library, address, showing)


def _every_address(library: Library) -> Iterator[tuple[Spot, Address]]:
    sections: dict[str, tuple[Section, Mapping[str, object]]] = {
        "brief": ("brief", library.briefs),
        "quotation": ("evidence", library.quotations),
        "instrument": ("instrument", library.instruments),
        "figure": ("figure", library.figures),
        "term": ("term", library.terms),
        "document": ("document", library.documents),
        "boundary": ("boundary", library.boundaries),
        "timeline": ("brief", library.briefs),
    }
    for kind, view in _OF_AN_ITEM:
        if kind in sections and view != "context":
            section, items = sections[kind]
            yield from ((Spot(section, key), Address(kind, key, view)) for key in items)
    for key, boundary in library.boundaries.items():
        yield from ((Spot("boundary", key), Address("boundary", key, extra=language)) for language in boundary.reply)
    for key, provision in library.provisions.items():
        spot = Spot("instrument", provision.instrument.id)
        yield spot, Address("article", key)
        if wordings(library, key):
            yield spot, Address("article", key, "wording")
    for document in library.documents.values():
        for key in contexts(library, document):
            yield Spot("evidence", key), Address("quotation", key, "context")
    yield from _lists(library)


def _lists(library: Library) -> Iterator[tuple[Spot, Address]]:
    wording = Spot("wording", "")
    for kind in _OF_ALL:
        if kind != "quotes" or library.quotations:
            yield wording, Address(kind)
    yield from ((wording, Address("topics", group)) for group in library.wording.groups)
    for evidence in library.quotations.values():
        yield Spot("document", evidence.document), Address("quotes", evidence.document)
        yield Spot("evidence", evidence.id), Address("quotes", extra=speaker_slug(evidence))
        yield Spot("evidence", evidence.id), Address("quotes", evidence.document, extra=speaker_slug(evidence))
