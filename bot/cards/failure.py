"""What is said when an answer cannot be given: always what happened and what can be done now."""

from bot.cards.card import Card
from bot.cards.notice import message_card
from bot.words.catalogue import Words


def failed_card(words: Words, reference: str) -> Card:
    """For everything unexpected: a reference that stands in the operator's log too."""
    return message_card(words("failure.title"), words("failure.text", reference=reference))


def denied_card(words: Words, who: str) -> Card:
    """The asker may not do that; `who` says in words who may."""
    return message_card(words("failure.denied-title"), words("failure.denied", who=who))


def cooldown_card(words: Words, seconds: int) -> Card:
    """Too soon; in how many seconds again."""
    return message_card(words("failure.cooldown-title"), words.count("failure.cooldown", seconds))


def gone_card(words: Words) -> Card:
    """The library no longer has what a button leads to."""
    return message_card(words("failure.gone-title"), words("failure.gone"))


def hidden_card(words: Words) -> Card:
    """The moderators do not have a briefing shown here."""
    return message_card(words("failure.hidden-title"), words("failure.hidden"))


def outdated_card(words: Words) -> Card:
    """A button, a menu or a form of a version that is no more."""
    return message_card(words("failure.outdated-title"), words("failure.outdated"))


def off_card(words: Words, command: str) -> Card:
    """The moderators have switched a command off here; `command` is as it is to be printed."""
    return message_card(words("failure.off-title"), words("failure.off", command=command))
