"""What a moderator is asked and told who has everything of a server deleted."""

from dataclasses import replace

from bot.cards.address import Action, Address
from bot.cards.card import Card, Press
from bot.cards.notice import message_card
from bot.words.catalogue import Words

SERVER = Address("server")
"""What the button carries; which server it is, Discord says."""


def forget_card(words: Words, copies_days: int) -> Card:
    """What would be deleted, what cannot be reached, and the button."""
    told = "\n".join((words("forget.will"), _out_of_reach(words, copies_days), words("forget.for-good")))
    press = Press(words("action.forget"), Action("forget", SERVER), "danger")
    return replace(message_card(words("forget.title"), told), actions=(press,))


def forgotten_card(words: Words, counts: int, values: int, copies_days: int) -> Card:
    """What was deleted, by numbers of rows, and what could not be reached."""
    done = words("forget.done", counts=words.number(counts), values=words.number(values))
    return message_card(words("forget.done-title"), f"{done}\n{_out_of_reach(words, copies_days)}")


def not_forgotten_card(words: Words) -> Card:
    """The database could not be written."""
    return message_card(words("forget.failed-title"), words("forget.failed"))


def _out_of_reach(words: Words, copies_days: int) -> str:
    return words("forget.out-of-reach", days=str(copies_days))
