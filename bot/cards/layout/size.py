"""How much of a message, and of a phone's screen, the parts of a card take.

Discord counts 40 components, 4,000 characters over all texts, and fails above 10,170 bytes of text with 12 more for
each text (https://github.com/discord/discord-api-docs/issues/8554), which Korean reaches first. All three are counted
over the Markdown as sent, backslashes and all. How high a part stands is reckoned in `screen.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from bot.cards.card import Block, Divider, Enclosed, Menu, Picture, Section, Text
from bot.cards.layout.screen import SCREEN, height

AROUND_A_TEXT = 12
"""Bytes that every text takes besides its own."""


@dataclass(frozen=True, slots=True)
class Size:
    """What a part of a message takes of the room that Discord gives."""

    components: int = 0
    characters: int = 0
    bytes: int = 0
    height: int = 0

    @classmethod
    def of(cls, block: Block) -> Self:
        """The room one block takes."""
        match block:
            case Text(markdown):
                return cls._of_text(markdown, 1, height(block))
            case Section(markdown):
                return cls._of_text(markdown, 3, height(block))
            case Menu():
                return cls(components=2, height=height(block))
            case Divider() | Picture() | Enclosed():
                return cls(components=1, height=height(block))

    @classmethod
    def _of_text(cls, markdown: str, components: int, high: int) -> Self:
        size = len(markdown) if markdown.isascii() else len(markdown.encode())
        return cls(components, len(markdown), size + AROUND_A_TEXT, high)

    @classmethod
    def total(cls, sizes: Iterable["Size"]) -> Self:
        """The room that several take together."""
        components = characters = size = high = 0
        for each in sizes:
            components += each.components
            characters += each.characters
            size += each.bytes
            high += each.height
        return cls(components, characters, size, high)

    def __sub__(self, other: "Size") -> "Size":
        return Size(
            self.components - other.components,
            self.characters - other.characters,
            self.bytes - other.bytes,
            self.height - other.height,
        )

    def holds(self, other: "Size") -> bool:
        """Whether something of the other size has room in this one."""
        return (
            self.components >= other.components
            and self.characters >= other.characters
            and self.bytes >= other.bytes
            and self.height >= other.height
        )


_ANY_HEIGHT = 1_000_000

ROOM = Size(components=40, characters=3_900, bytes=10_000, height=_ANY_HEIGHT)
"""What a message holds, with a little to spare."""

HALF = Size(components=20, characters=1_950, bytes=5_000, height=_ANY_HEIGHT)

A_SCREEN = replace(ROOM, height=SCREEN)
"""The same, and no higher than the screen of a phone."""
