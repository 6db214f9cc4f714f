"""The buttons that a card gets when it is sent: what its asker, and what everyone, can do with it."""

from dataclasses import replace

from bot.cards.address import Action, Address
from bot.cards.card import Card, Choice, Press
from bot.cards.kinds import reportable, shareable
from bot.words.catalogue import Words

VERDICT = Address("check")
"""What the buttons of verdicts carry, which live at no address."""


def private_form(card: Card, words: Words, *, may_post: bool, may_report: bool) -> Card:
    """The card as its asker alone sees it; `may_report` says whether anybody would receive a report."""
    if card.address is None:
        return card
    post: tuple[Press, ...] = ()
    if may_post and shareable(card.address):
        post = (Press(words("action.post"), Action("post", card.address), "strong"),)
    return _reportable(_with(card, *post), card.address, words, may_report=may_report)


def public_form(card: Card, words: Words, poster: int, *, may_report: bool) -> Card:
    """The card as everyone sees it; whoever posted it finds a way to remove it again."""
    if card.address is None:
        return card
    remove = Action("remove", Address(card.address.kind), str(poster))
    removable = _with(card, Press(words("action.remove"), remove, "danger"))
    return _reportable(removable, card.address, words, may_report=may_report)


def private_verdict(card: Card, words: Words, *, may_post: bool) -> Card:
    """A verdict as its asker alone sees it. It has no address: what is posted is read from the message it stands on."""
    return _with(card, Press(words("action.post"), Action("post", VERDICT), "strong")) if may_post else card


def public_verdict(card: Card, words: Words, poster: int) -> Card:
    """A verdict as everyone sees it."""
    return _with(card, Press(words("action.remove"), Action("remove", VERDICT, str(poster)), "danger"))


def _reportable(card: Card, address: Address, words: Words, *, may_report: bool) -> Card:
    """The card with *Report a problem*: in its menu *More* where it has one, else among its buttons."""
    if not (may_report and reportable(address)):
        return card
    label, report = words("action.report"), Action("report", address)
    if card.more is None:
        return _with(card, Press(label, report))
    return replace(card, more=replace(card.more, choices=(*card.more.choices, Choice(label, report))))


def _with(card: Card, *presses: Press) -> Card:
    return replace(card, actions=(*card.actions, *presses))
