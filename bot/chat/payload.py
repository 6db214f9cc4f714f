"""A page as the JSON that Discord takes as a first answer; what is made of it can be sent again and again."""

import json
from dataclasses import dataclass
from typing import Self

import discord

from bot.cards.card import Enclosed, Picture
from bot.cards.layout.pages import Page
from bot.chat.view import file_of, view

_PRIVATE = discord.MessageFlags(components_v2=True, ephemeral=True).value
_FOR_ALL = discord.MessageFlags(components_v2=True, suppress_embeds=True).value
_AS_IT_WAS = discord.MessageFlags(components_v2=True).value
"""Flags of a message: made of components, which Discord shows to whoever hides embeds too."""

_BEGINNING = '{{"tts":false,"flags":{flags},"allowed_mentions":{{"parse":[]}},'
_TO_ASKER, _TO_ALL, _INSTEAD = (_BEGINNING.format(flags=flags).encode() for flags in (_PRIVATE, _FOR_ALL, _AS_IT_WAS))


@dataclass(frozen=True, slots=True)
class Payload:
    """Components and what is attached, ready to be sent."""

    content: bytes
    enclosed: tuple[Picture | Enclosed, ...]

    @classmethod
    def of(cls, page: Page) -> Self:
        """The payload of a page; needs a running event loop."""
        enclosed = tuple(block for block in page.blocks if isinstance(block, Picture | Enclosed))
        attached = [file_of(block).to_dict(place) for place, block in enumerate(enclosed)]
        content = {"components": view(page).to_components(), "attachments": attached}
        return cls(json.dumps(content, separators=(",", ":")).encode()[1:-1], enclosed)

    def __len__(self) -> int:
        return len(self.content) + sum(map(_bytes, self.enclosed))

    def files(self) -> list[discord.File]:
        """What is attached, to be sent once."""
        return [file_of(block) for block in self.enclosed]

    def private(self) -> bytes:
        """The JSON of a message that its asker alone sees."""
        return _TO_ASKER + self.content + b"}"

    def for_all(self) -> bytes:
        """The same for everyone to see, without previews of its links."""
        return _TO_ALL + self.content + b"}"

    def in_place(self) -> bytes:
        """What stands in the place of a message that was pressed."""
        return _INSTEAD + self.content + b"}"


def _bytes(enclosed: Picture | Enclosed) -> int:
    return len(enclosed.png if isinstance(enclosed, Picture) else enclosed.content)
