"""How much of a message the parts of a card take.

Discord counts 40 components, 4,000 characters over all texts, and fails above 10,170 bytes of text with 12 more for
each text (https://github.com/discord/discord-api-docs/issues/8554), which Korean reaches first. All three are counted
over the Markdown as sent, backslashes and all.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from bot.cards.card import Block, Divider, Enclosed, Menu, Picture, Section, Text

AROUND_A_TEXT = 12
"""Bytes that every text takes besides its own."""


@dataclass(frozen=True, slots=True)
class Size:
    """What a part of a message takes of the room that Discord gives."""

    components: int = 0
    characters: int = 0
    bytes: int = 0

    @classmethod
    def of(cls, block: Block) -> Self:
        """The room one block takes."""
        match block:
            case Text(markdown):
                return cls._of_text(markdown, 1)
            case Section(markdown):
                return cls._of_text(markdown, 3)
            case Menu():
                return cls(components=2)
            case Divider() | Picture() | Enclosed():
                return cls(components=1)

    @classmethod
    def _of_text(cls, markdown: str, components: int) -> Self:
        size = len(markdown) if markdown.isascii() else len(markdown.encode())
        return cls(components, len(markdown), size + AROUND_A_TEXT)

    @classmethod
    def total(cls, sizes: Iterable["Size"]) -> Self:
        """The room that several take together."""
        components = characters = size = 0
        for each in sizes:
            components += each.components
            characters += each.characters
            size += each.bytes
        return cls(components, characters, size)

    def __sub__(self, other: "Size") -> "Size":
        return Size(self.components - other.components, self.characters - other.characters, self.bytes - other.bytes)

    def holds(self, other: "Size") -> bool:
        """Whether something of the other size has room in this one."""
        return self.components >= other.components and self.characters >= other.characters and self.bytes >= other.bytes


ROOM = Size(components=40, characters=3_900, bytes=10_000)
"""What a message holds, with a little to spare."""

HALF = Size(components=20, characters=1_950, bytes=5_000)
