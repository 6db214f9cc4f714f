"""What a moderator is told who has hidden a briefing in a server, or shown it again."""

from collections.abc import Sequence

from bot.cards.card import Card
from bot.cards.escape import escape_line
from bot.cards.notice import message_card
from bot.domain.library import Library
from bot.words.catalogue import Words


def withdrawn_card(  # noqa: PLR0913 - what was done to which briefing
    library: Library, brief: str, words: Words, *, hidden: bool, is_new: bool, command: str
) -> Card:
    """What has changed, where that stands, and how to undo it; `command` is as it is to be printed."""
    title = escape_line(library.briefs[brief].title)
    if not is_new:
        same = words("withdraw.hidden-already" if hidden else "withdraw.shown-already", title=title)
        return message_card(words("withdraw.same"), same)
    told = words("withdraw.hidden" if hidden else "withdraw.shown", title=title)
    key = "withdraw.undo" if hidden else "withdraw.undo-shown"
    undo = words(key, command=command, brief=f"`{brief}`")
    return message_card(words("withdraw.title-hidden" if hidden else "withdraw.title-shown"), f"{told}\n{undo}")


def unknown_card(library: Library, near: Sequence[str], words: Words) -> Card:
    """What was typed is the id of no briefing: nothing is withdrawn on a guess."""
    lines = [f"- `{slug}` {escape_line(library.briefs[slug].title)}" for slug in near]
    return message_card(words("withdraw.unknown-title"), "\n".join([words("withdraw.unknown"), *lines]))
