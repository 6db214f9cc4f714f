"""The buttons that a card gets when it is sent: what its asker, and what everyone, can do with it."""

from dataclasses import replace

from bot.cards.address import Action, Address
from bot.cards.card import CHOICES, Card, Choice, Press
from bot.cards.kinds import reportable, shareable
from bot.words.catalogue import Words

VERDICT = Address("check")
"""What the buttons of verdicts carry, which live at no address."""


def private_form(card: Card, words: Words, *, may_post: bool, may_report: bool, searched: bool = False) -> Card:
    """The card as its asker alone sees it.

    `may_report` says whether anybody would receive a report, `searched` whether the card was found by words that were
    typed, so that another may have been meant.
    """
    if card.address is None:
        return card
    post: tuple[Press, ...] = ()
    if may_post and shareable(card.address):
        post = (Press(words("action.post"), Action("post", card.address), "strong"),)
    own = _reportable(_with(card, *post), card.address, words, may_report=may_report)
    return _besides(own, words("action.not-meant"), Action("not-meant", card.address)) if searched else own


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
    """The card with *Report a problem*."""
    if not (may_report and reportable(address)):
        return card
    return _besides(card, words("action.report"), Action("report", address))


def _besides(card: Card, label: str, action: Action) -> Card:
    """The card with something else to do: in its menu *More* where it has one with room, else among its buttons."""
    if card.more is None or len(card.more.choices) == CHOICES:
        return _with(card, Press(label, action))
    return replace(card, more=replace(card.more, choices=(*card.more.choices, Choice(label, action))))


def _with(card: Card, *presses: Press) -> Card:
    return replace(card, actions=(*card.actions, *presses))
