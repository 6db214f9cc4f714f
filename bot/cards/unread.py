"""Says plainly what of a message was not read."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from bot.cards.card import Card
from bot.words.catalogue import Words

Unread = Literal["answers", "file", "picture", "sound", "sticker", "video"]
"""What of a message is not read; `answers` are those of a poll."""

_KEYS: dict[Unread, str] = {
    "answers": "unread.answers",
    "file": "unread.file",
    "picture": "unread.picture",
    "sound": "unread.sound",
    "sticker": "unread.sticker",
    "video": "unread.video",
}


def with_unread(card: Card, unread: Sequence[Unread], words: Words) -> Card:
    """The card, with a line on what of the message was not read, if anything."""
    if not unread:
        return card
    named = ", ".join(words(_KEYS[name]) for name in unread)
    return replace(card, footer=(words("unread", what=named), *card.footer))
