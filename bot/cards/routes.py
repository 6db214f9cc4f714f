"""Which card lives at an address, and every address there is."""

from collections.abc import Iterator

from bot.cards.address import Address
from bot.cards.card import Card
from bot.cards.kinds import KINDS, LISTINGS, Build
from bot.cards.options import Options
from bot.cards.statement import comparable
from bot.domain.library import Library
from bot.domain.problem import Spot
from bot.words.catalogue import Words


def card_at(library: Library, address: Address, options: Options) -> Card | None:
    """The card of an address; None when the library has its subject no more, or there is no such view."""
    build = _build(library, address)
    return build(library, address, options) if build else None


def card_named(library: Library, name: str, view: str, options: Options) -> Card | None:
    """A view of an item by its id, `numbers`, or with its kind, `figure:prisoners`; of equal ids the brief's."""
    cards = (card_at(library, Address(kind, key, view), options) for kind, key in _named(name))
    return next((card for card in cards if card is not None), None)


def views_named(library: Library, name: str) -> tuple[str, ...]:
    """The views that an item has, named in the same way; none where there is no such item."""
    views = (
        tuple(KINDS[kind].views) for kind, key in _named(name) if kind in KINDS and key in KINDS[kind].items(library)
    )
    return next(views, ())


def _named(name: str) -> Iterator[tuple[str, str]]:
    kind, _, key = name.rpartition(":")
    yield from ((one, key) for one in ([kind] if kind else KINDS))


def every_card(library: Library, words: Words) -> Iterator[tuple[Spot, Card]]:
    """Every different content card of a library in every length and view, each with the item whose author can mend it.

    A card that hides something is laid out in each of the ways that it can be shown. Pictures are empty: drawing them
    takes a process of its own, and the room that they take is always the same.
    """
    charts = {key: b"" for key, figure in library.figures.items() if comparable(figure)}
    behind_button = Options(words, charts=charts)
    as_spoiler = Options(words, hide="spoiler", charts=charts)
    opened: set[Address] = set()
    for spot, address in every_address(library):
        build = _build(library, address)
        if build is None:
            continue
        card, spoilered = (build(library, address, options) for options in (behind_button, as_spoiler))
        yield spot, card
        if spoilered == card:
            continue
        yield spot, spoilered
        shown = address.seen_as(address.view, opened=True)
        if shown not in opened:
            opened.add(shown)
            yield spot, build(library, shown, behind_button)


def every_address(library: Library) -> Iterator[tuple[Spot, Address]]:
    """Every address at which a library has a card, each once, with the item whose author can mend the card."""
    for kind in KINDS.values():
        for key in kind.items(library):
            yield from ((kind.written(library, key), Address(kind.name, key, view)) for view in kind.views)
    for key, boundary in library.boundaries.items():
        yield from ((Spot("boundary", key), Address("boundary", key, language=one)) for one in boundary.reply)
    for name, listing in LISTINGS.items():
        addresses = {Address(name): Spot("wording", "")}
        for spot, address in listing.parts(library):
            addresses.setdefault(address, spot)
        yield from ((spot, address) for address, spot in addresses.items() if listing.holds(library, address))


def _build(library: Library, address: Address) -> Build | None:
    kind, listing = KINDS.get(address.kind), LISTINGS.get(address.kind)
    if kind is not None and address.id in kind.items(library):
        return kind.views.get(address.view)
    if listing is not None and address.view == "card" and listing.holds(library, address):
        return listing.build
    return None
