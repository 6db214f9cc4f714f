"""Answers that are ready to be sent, as long as all that they are made of is in force.

Most are the same for many. A private card is known by its `CardForm`, and made of that and its snapshot alone: what is
in neither cannot stand on it. Suggestions are known by the fingerprint of what is typed. Nothing here names anybody,
and nothing that somebody typed can be read from it.
"""

from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import partial
from typing import Literal, NamedTuple
from weakref import WeakKeyDictionary

from bot.cards.address import Address
from bot.cards.card import Card
from bot.cards.layout.pages import Page, page_of
from bot.cards.options import Options
from bot.cards.routes import card_at
from bot.cards.sharing import private_form
from bot.chat.ahead import Ahead
from bot.chat.payload import Payload
from bot.domain.date import PartialDate
from bot.domain.fingerprint import fingerprint
from bot.domain.recent import Recent
from bot.snapshot import Snapshot
from bot.words.catalogue import Catalogue, Words

MOST = 1_000
MOST_BYTES = 4_000_000
"""Of one snapshot; the shipped library has some 750 addresses, each a few kilobytes large."""


class CardForm(NamedTuple):
    """All that decides how a private card is shown, beside what is in force for everyone."""

    address: Address
    locale: str
    """Discord's name of the asker's language."""
    today: PartialDate
    hidden: tuple[str, ...]
    """The ids of briefings that are not shown there."""
    hide: Literal["button", "spoiler"]
    support: tuple[tuple[str, str], ...]
    may_post: bool
    may_report: bool
    note: str = ""
    """The message that is said below the card to its asker, by its key."""
    searched: bool = False
    """Whether it was found by what somebody typed, and takes *Not what I meant*."""


class Suggested(NamedTuple):
    """Suggestions for what is being typed; many begin alike."""

    option: Hashable
    hidden: tuple[str, ...]
    typed: bytes
    """Its fingerprint, from which it cannot be read."""


class Ready:
    """What is ready of one snapshot, which is the whole one, with what is hidden in some places."""

    def __init__(self) -> None:
        self.cards = Recent[CardForm, Payload](most=MOST, heaviest=MOST_BYTES, weight=len)
        self.ways = Recent[CardForm, tuple[Address, ...]](most=MOST)
        """Where those cards lead that were made ready and not yet asked for."""
        self.suggestions = Recent[Suggested, bytes](most=MOST, heaviest=MOST_BYTES, weight=len)

    @staticmethod
    def of(snapshot: Snapshot) -> "Ready":
        """What is ready of a snapshot; it goes when the snapshot goes."""
        found = _ready.get(snapshot)
        if found is None:
            found = _ready[snapshot] = Ready()
        return found


_ready: WeakKeyDictionary[Snapshot, Ready] = WeakKeyDictionary()


def ready_card(snapshot: Snapshot, catalogue: Catalogue, form: CardForm, ahead: Ahead) -> Payload | None:
    """The payload of a private card; None when the library has its subject no more. Needs a running event loop.

    Where its buttons lead is made ready a moment later, as one of them may be pressed.
    """
    ready = Ready.of(snapshot)
    made = partial(_made, ready, snapshot, catalogue)
    payload = ready.cards.get(form) or made(form)
    if ways := ready.ways.take(form):
        pressed = [form._replace(address=way, note="", searched=False) for way in ways]
        ahead.add([partial(made, each) for each in pressed if each not in ready.cards])
    return payload


def _made(ready: Ready, snapshot: Snapshot, catalogue: Catalogue, form: CardForm) -> Payload | None:
    page = private(snapshot, catalogue, form)
    if page is None:
        return None
    payload = Payload.of(page)
    ready.cards.put(form, payload)
    ready.ways.put(form, page.ways)
    return payload


def ready_suggestions(
    snapshot: Snapshot, option: Hashable, hidden: tuple[str, ...], typed: str, make: Callable[[], bytes]
) -> bytes:
    """Suggestions for what is typed, as `make` makes them of that, the option and the snapshot alone."""
    return Ready.of(snapshot).suggestions.once(Suggested(option, hidden, fingerprint(typed)), make)


def private(snapshot: Snapshot, catalogue: Catalogue, form: CardForm) -> Page | None:
    """The same before it is made ready."""
    words, library = catalogue.words(form.locale), snapshot.without(form.hidden).library
    options = Options(
        words,
        hide=form.hide,
        charts=snapshot.charts,
        today=form.today,
        locale=form.locale,
        support=dict(form.support) or None,
    )
    card = card_at(library, form.address, options)
    if card is None:
        return None
    note = words(form.note) if form.note else None
    return private_page(
        noted(card, note),
        words,
        form.address.page,
        may_post=form.may_post,
        may_report=form.may_report,
        searched=form.searched,
    )


def private_page(  # noqa: PLR0913 - what is different from how the card stands at its address
    card: Card, words: Words, number: int, *, may_post: bool, may_report: bool, searched: bool = False
) -> Page:
    """A page of a card with its buttons for its asker."""
    page = page_of(private_form(card, words, may_post=may_post, may_report=may_report), words, number)
    if not searched:
        return page
    form = private_form(card, words, may_post=may_post, may_report=may_report, searched=True)
    taking = page_of(form, words, number)
    # Its other pages are made without; where the button would turn this one earlier, words would stand on neither.
    return taking if taking.blocks == page.blocks else page


def noted(card: Card, note: str | None) -> Card:
    """The card with a note to its asker below, if there is one."""
    return replace(card, footer=(*card.footer, f"**{note}**")) if note else card
