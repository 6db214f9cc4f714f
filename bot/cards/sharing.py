"""The buttons that a card gets when it is sent: what its asker, and what everyone, can do with it."""

from dataclasses import replace

from bot.cards.address import Action, Address
from bot.cards.card import Card, Press
from bot.cards.kinds import reportable, shareable
from bot.words.catalogue import Words


def private_form(card: Card, words: Words, *, may_post: bool) -> Card:
    """The card as its asker alone sees it."""
    if card.address is None:
        return card
    post: tuple[Press, ...] = ()
    if may_post and shareable(card.address):
        post = (Press(words("action.post"), Action("post", card.address), "strong"),)
    return _with(card, *post, *_report(card.address, words))


def public_form(card: Card, words: Words, poster: int) -> Card:
    """The card as everyone sees it; whoever posted it finds a way to remove it again."""
    if card.address is None:
        return card
    remove = Action("remove", Address(card.address.kind), str(poster))
    return _with(card, *_report(card.address, words), Press(words("action.remove"), remove, "danger"))


def _report(address: Address, words: Words) -> tuple[Press, ...]:
    return (Press(words("action.report"), Action("report", address)),) if reportable(address) else ()


def _with(card: Card, *presses: Press) -> Card:
    return replace(card, actions=(*card.actions, *presses))
