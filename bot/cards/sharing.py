"""Which cards others may be shown, which command each is counted with, and what can be done with it."""

from dataclasses import replace

from bot.cards.address import Address
from bot.cards.card import Card, Press
from bot.words.catalogue import Words

COMMAND_OF = {
    "brief": "brief",
    "quotation": "quote",
    "quotes": "quote",
    "article": "treaty",
    "articles": "treaty",
    "instrument": "treaty",
    "figure": "figures",
    "figures": "figures",
    "timeline": "timeline",
    "term": "define",
    "terms": "define",
    "document": "source",
    "documents": "source",
    "boundary": "brief",
    "topics": "topics",
    "about": "about",
    "privacy": "privacy",
    "help": "help",
    "desk": "desk status",
}
"""The command that each kind of card is counted and switched off with."""

_SHAREABLE = frozenset({"brief", "quotation", "article", "instrument", "figure", "timeline", "term", "document"})
"""Lists, help and errors are for the asker alone, and so is a boundary's reply: it would tell what somebody asked."""


def shareable(address: Address) -> bool:
    """Whether a card may be shown to everyone in a channel."""
    return address.kind in _SHAREABLE and address.id != ""


def reportable(address: Address) -> bool:
    """Whether a card says something that could be wrong."""
    return shareable(address) or address.kind == "boundary"


def private_form(card: Card, words: Words, *, may_post: bool) -> Card:
    """The card as its asker alone sees it."""
    if card.address is None:
        return card
    deeds: list[Press] = []
    if may_post and shareable(card.address):
        deeds.append(Press(words("deed.post"), _deed(card.address, "post"), "strong"))
    return _with(card, *deeds, *_report(card.address, words))


def public_form(card: Card, words: Words, poster: int) -> Card:
    """The card as everyone sees it; whoever posted it finds a way to remove it again."""
    if card.address is None:
        return card
    return _with(
        card,
        *_report(card.address, words),
        Press(words("deed.remove"), Address(card.address.kind, view="remove", extra=str(poster)), "danger"),
    )


def shown_in(deed: Address) -> Address:
    """The card that a button of `private_form` or `public_form` stands on."""
    return replace(deed, view=deed.extra or "card", extra="")


def _deed(address: Address, deed: str) -> Address:
    return replace(address, view=deed, extra=address.view)


def _report(address: Address, words: Words) -> tuple[Press, ...]:
    return (Press(words("deed.report"), _deed(address, "report")),) if reportable(address) else ()


def _with(card: Card, *deeds: Press) -> Card:
    return replace(card, actions=(*card.actions, *deeds))
