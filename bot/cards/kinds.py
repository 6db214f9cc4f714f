"""One row for each kind of item that has a card: adding a kind is one row here and its card file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.cards.address import Address
from bot.cards.article import about_text_card, article_card, english_card, wording_card
from bot.cards.boundary import boundary_card
from bot.cards.brief import full_card, short_card
from bot.cards.brief_positions import who_card
from bot.cards.brief_sources import sources_card
from bot.cards.brief_views import figures_card, notes_card, quotes_card, treaty_card
from bot.cards.card import Card
from bot.cards.cite import FORMS, cited_article_card, cited_quotation_card
from bot.cards.document import document_card, documents_card
from bot.cards.figure import figure_card, figures_list_card
from bot.cards.instrument import DATES, articles_card, instrument_card
from bot.cards.options import Options
from bot.cards.parties import has_state, parties_card, state_addresses
from bot.cards.person import person_card
from bot.cards.quotation import context_card, quotation_card
from bot.cards.quotations import quotations_at, quotations_card
from bot.cards.term import term_card, terms_card
from bot.cards.timeline import timeline_card
from bot.cards.topics import topics_card
from bot.domain import receipts
from bot.domain.library import Library, speaker_slug
from bot.domain.model import Answered
from bot.domain.problem import Spot

Build = Callable[[Library, Address, Options], Card]


def _nowhere_else(_library: Library) -> Iterator[tuple[Spot, Address]]:
    yield from ()


def _whole_only(_library: Library, address: Address) -> bool:
    return not address.id


@dataclass(frozen=True, slots=True)
class Listing:
    """The card that lists all items of a kind, and perhaps some of them by themselves."""

    name: str
    """The kind of its address."""
    build: Build
    command: str
    parts: Callable[[Library], Iterator[tuple[Spot, Address]]] = _nowhere_else
    """The addresses of lists that hold only some of the items, and what an author mends when one does not fit."""
    holds: Callable[[Library, Address], bool] = _whole_only
    """Whether there is anything at an address of this list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardKind:
    """A kind of item: where its items are, what they are called, which cards show them, what can be done with those."""

    name: Answered
    items: Callable[[Library], Mapping[str, object]]
    title: Callable[[Library, str], str]
    """What an item is called in one line, in lists, menus and suggestions: plain, and at its full length."""
    views: Mapping[str, Build]
    """The cards of one item, by the view in their address."""
    word: str
    """The message that names the kind."""
    command: str
    """What its cards are counted and switched off with."""
    receipt: Callable[[Library, str], str]
    written: Callable[[Library, str], Spot]
    """What an author mends when a card of it does not fit."""
    named_after: str = ""
    """What stands before the id in its receipts."""
    shareable: bool = True
    """Whether others may be shown it. A boundary's reply is for the asker alone: it would tell what somebody asked."""
    listing: Listing | None = None


def quotation_title(library: Library, key: str) -> str:
    """Words and speaker; words that come behind a content note are not shown before anybody asked for them."""
    evidence = library.quotations[key]
    speaker = evidence.speaker or library.documents[evidence.document].publisher
    if library.is_distressing(evidence):
        return f"{speaker}: {library.documents[evidence.document].name}"
    return f"{speaker}: “{evidence.text}”"


def article_title(library: Library, key: str) -> str:
    """The citation, and the heading where the article has one."""
    provision = library.provisions[key]
    heading = provision.article.heading
    return f"{provision.citation}: {heading}" if heading else provision.citation


def _groups(library: Library) -> Iterator[tuple[Spot, Address]]:
    yield from ((Spot("wording", ""), Address("topics", group)) for group in library.wording.groups)


def _of_documents_and_speakers(library: Library) -> Iterator[tuple[Spot, Address]]:
    for evidence in library.quotations.values():
        spot, speaker = Spot("evidence", evidence.id), speaker_slug(evidence)
        yield Spot("document", evidence.document), Address("quotes", evidence.document)
        yield spot, Address("quotes", speaker=speaker)
        yield spot, Address("quotes", evidence.document, speaker=speaker)


_ROWS = (
    CardKind(
        name="brief",
        items=lambda library: library.briefs,
        title=lambda library, key: library.briefs[key].title,
        views={
            "card": short_card,
            "short": short_card,
            "sources": sources_card,
            "who": who_card,
            "quotes": quotes_card,
            "treaty": treaty_card,
            "figures": figures_card,
            "notes": notes_card,
            "full": full_card,
        },
        word="kind.brief",
        command="brief",
        receipt=receipts.of_brief,
        written=lambda _, key: Spot("brief", key),
        listing=Listing(
            "topics",
            topics_card,
            "topics",
            _groups,
            lambda library, address: not address.id or address.id in library.wording.groups,
        ),
    ),
    CardKind(
        name="quotation",
        items=lambda library: library.quotations,
        title=quotation_title,
        views={"card": quotation_card, "context": context_card, **dict.fromkeys(FORMS, cited_quotation_card)},
        word="kind.quotation",
        command="quote",
        receipt=receipts.of_quotation,
        written=lambda _, key: Spot("evidence", key),
        listing=Listing(
            "quotes",
            quotations_card,
            "quote",
            _of_documents_and_speakers,
            lambda library, address: address == Address("quotes") or bool(quotations_at(library, address)),
        ),
    ),
    CardKind(
        name="article",
        items=lambda library: library.provisions,
        title=article_title,
        views={
            "card": article_card,
            "english": english_card,
            "wording": wording_card,
            "about": about_text_card,
            **dict.fromkeys(FORMS, cited_article_card),
        },
        word="kind.article",
        command="treaty",
        receipt=receipts.of_article,
        written=lambda library, key: Spot("instrument", library.provisions[key].instrument.id),
        listing=Listing("articles", articles_card, "treaty"),
    ),
    CardKind(
        name="instrument",
        items=lambda library: library.instruments,
        title=lambda library, key: library.instruments[key].short,
        views={"card": instrument_card, DATES: instrument_card},
        word="section-name.instrument",
        command="treaty",
        receipt=receipts.of_instrument,
        written=lambda _, key: Spot("instrument", key),
        listing=Listing("parties", parties_card, "treaty", state_addresses, has_state),
    ),
    CardKind(
        name="figure",
        items=lambda library: library.figures,
        title=lambda library, key: library.figures[key].question,
        views={"card": figure_card},
        word="kind.figure",
        command="figures",
        receipt=receipts.of_figure,
        written=lambda _, key: Spot("figure", key),
        listing=Listing("figures", figures_list_card, "figures"),
    ),
    CardKind(
        name="term",
        items=lambda library: library.terms,
        title=lambda library, key: library.terms[key].term,
        views={"card": term_card},
        word="kind.term",
        command="define",
        receipt=receipts.of_term,
        written=lambda _, key: Spot("term", key),
        listing=Listing("terms", terms_card, "define"),
    ),
    CardKind(
        name="document",
        items=lambda library: library.documents,
        title=lambda library, key: library.documents[key].name,
        views={"card": document_card},
        word="kind.document",
        command="source",
        receipt=receipts.of_document,
        written=lambda _, key: Spot("document", key),
        listing=Listing("documents", documents_card, "source"),
    ),
    CardKind(
        name="person",
        items=lambda library: library.people,
        title=lambda library, key: library.people[key].names[0],
        views={"card": person_card},
        word="kind.person",
        command="define",
        receipt=receipts.of_person,
        written=lambda _, key: Spot("person", key),
        named_after="person-",
    ),
    CardKind(
        name="timeline",
        items=lambda library: library.briefs,
        title=lambda library, key: library.briefs[key].title,
        views={"card": timeline_card},
        word="timeline.title",
        command="timeline",
        receipt=receipts.of_timeline,
        written=lambda _, key: Spot("brief", key),
        named_after="timeline-",
        listing=Listing("timeline", timeline_card, "timeline"),
    ),
    CardKind(
        name="boundary",
        items=lambda library: library.boundaries,
        title=lambda library, key: library.boundaries[key].name,
        views={"card": boundary_card},
        word="kind.boundary",
        command="brief",
        receipt=receipts.of_boundary,
        written=lambda _, key: Spot("boundary", key),
        shareable=False,
    ),
)

KINDS: Mapping[str, CardKind] = MappingProxyType({row.name: row for row in _ROWS})
LISTINGS: Mapping[str, Listing] = MappingProxyType({row.listing.name: row.listing for row in _ROWS if row.listing})


def title_of(library: Library, kind: str, key: str) -> str:
    """What an item is called in one line; KeyError when there is no such item."""
    return KINDS[kind].title(library, key)


def is_known(library: Library, kind: str, key: str) -> bool:
    """Whether the library has an item of that kind and id."""
    return key in KINDS[kind].items(library)


def command_of(kind: str) -> str | None:
    """The command that the cards of a kind or of a list are counted and switched off with; None for any other name."""
    if kind in KINDS:
        return KINDS[kind].command
    return LISTINGS[kind].command if kind in LISTINGS else None


def shareable(address: Address) -> bool:
    """Whether a card may be shown to everyone in a channel; lists and help are for the asker alone."""
    return address.id != "" and address.kind in KINDS and KINDS[address.kind].shareable


def tells_of_asker(library: Library, address: Address) -> bool:
    """Whether that somebody saw a card tells something of them, so that nobody else may learn of it."""
    boundary = library.boundaries.get(address.id) if address.kind == "boundary" else None
    return boundary is not None and (boundary.urgent or boundary.personal)


def reportable(address: Address) -> bool:
    """Whether a card says something that could be wrong."""
    return address.id != "" and address.kind in KINDS
