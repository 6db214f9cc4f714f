"""Lays a card out on pages that fit a Discord message; nothing is ever cut.

Discord counts 40 components, 4,000 characters over all texts, and fails above 10,170 bytes of text with 12 more for
each text (https://github.com/discord/discord-api-docs/issues/8554), which Korean reaches first. All three are counted
over the Markdown as sent, backslashes and all.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from bot.cards.address import Address
from bot.cards.card import Block, Card, Divider, Link, Menu, Picture, Press, Section, Text
from bot.cards.layout.split import part_of, split
from bot.words.catalogue import Words

COMPONENTS = 40
CHARACTERS = 3_900
BYTES = 10_000
A_ROW = 5


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
            case Divider() | Picture():
                return cls(components=1)

    @classmethod
    def _of_text(cls, markdown: str, components: int) -> Self:
        return cls(components, len(markdown), len(markdown.encode()) + 12)

    def __add__(self, other: "Size") -> "Size":
        return Size(self.components + other.components, self.characters + other.characters, self.bytes + other.bytes)

    def __sub__(self, other: "Size") -> "Size":
        return Size(self.components - other.components, self.characters - other.characters, self.bytes - other.bytes)

    def holds(self, other: "Size") -> bool:
        """Whether something of the other size has room in this one."""
        left = self - other
        return min(left.components, left.characters, left.bytes) >= 0


ROOM = Size(COMPONENTS, CHARACTERS, BYTES)


@dataclass(frozen=True, slots=True)
class Page:
    """One message: everything on it, in reading order, `rows` being the buttons at its end."""

    blocks: tuple[Block, ...]
    rows: tuple[tuple[Press | Link, ...], ...]
    number: int
    of: int

    @property
    def size(self) -> Size:
        """All the room it takes, the frame around it too."""
        size = Size(components=1 + sum(1 + len(row) for row in self.rows))
        for block in self.blocks:
            size += Size.of(block)
        return size


def pages(card: Card, words: Words) -> tuple[Page, ...]:
    """The card on as many pages as it needs, at least one; each has the title, the footer and the buttons.

    Raises ValueError where title, footer and buttons alone leave no room, which `check` finds beforehand.
    """
    room = ROOM - _frame(card, words)
    filled = [blocks for blocks in _fill(card.blocks, room) if blocks] or [()]
    return tuple(_page(card, words, blocks, number, len(filled)) for number, blocks in enumerate(filled, 1))


def page_of(card: Card, words: Words, number: int) -> Page:
    """One page; a number past the end, as from a button pressed before the card became shorter, gives the last."""
    all_pages = pages(card, words)
    return all_pages[min(max(number, 1), len(all_pages)) - 1]


def _frame(card: Card, words: Words) -> Size:
    """What title, footer and buttons take on the fullest page; the frame itself is one component more."""
    widest = _page(card, words, (), 99, 999)
    frame = widest.size
    if frame.components > COMPONENTS // 2 or frame.characters > CHARACTERS // 2 or frame.bytes > BYTES // 2:
        raise ValueError("title, small print and buttons take more than half of a message")
    return frame


def _page(card: Card, words: Words, blocks: tuple[Block, ...], number: int, of: int) -> Page:
    title = f"## {card.title}"
    if of > 1:
        title += f"\n-# {words('page.number', number=words.number(number), of=words.number(of))}"
    footer = "\n".join(f"-# {line}" for line in card.footer)
    inner = (Text(title), *blocks, *((Text(footer),) if footer else ()))
    turn = _turn(card.address, words, number, of)
    rows = (*((turn,) if turn else ()), *_rows(card.actions))
    return Page(inner, rows, number, of)


def _turn(address: Address | None, words: Words, number: int, of: int) -> tuple[Press, ...]:
    if address is None:
        return ()
    presses: list[Press] = []
    if number > 1:
        presses.append(Press(words("page.previous"), address.on_page(number - 1)))
    if number < of:
        presses.append(Press(words("page.next"), address.on_page(number + 1), "strong"))
    return tuple(presses)


def _rows(actions: tuple[Press | Link, ...]) -> Iterator[tuple[Press | Link, ...]]:
    for start in range(0, len(actions), A_ROW):
        yield actions[start : start + A_ROW]


def _fill(blocks: tuple[Block, ...], room: Size) -> Iterator[tuple[Block, ...]]:
    """Blocks in their order, as many on a page as it holds; a line between parts never begins or ends a page."""
    page: list[Block] = []
    left = room
    for block in _pieces(blocks, room):
        rest: Block = block
        if not left.holds(Size.of(rest)):
            first, rest = _parted(rest, left, room)
            yield _trimmed([*page, *first])
            page, left = [], room
        page.append(rest)
        left -= Size.of(rest)
    yield _trimmed(page)


def _parted(block: Block, left: Size, room: Size) -> tuple[tuple[Block, ...], Block]:
    """What of a text goes on a page of which a third or more is free, so that no page is left half empty."""
    if isinstance(block, Text) and left.components and min(left.characters * 3 - room.characters, left.bytes - 12) > 0:
        parts = part_of(block.markdown, left.characters, left.bytes - 12)
        if parts:
            return (Text(parts[0]),), Text(parts[1])
    return (), block


def _trimmed(page: list[Block]) -> tuple[Block, ...]:
    while page and isinstance(page[-1], Divider):
        page.pop()
    while page and isinstance(page[0], Divider):
        page.pop(0)
    return tuple(page)


def _pieces(blocks: tuple[Block, ...], room: Size) -> Iterator[Block]:
    """The blocks, with a text too long for a page in parts that are not."""
    for block in blocks:
        if room.holds(Size.of(block)) or not isinstance(block, Text | Section):
            yield block
            continue
        first, *rest = split(block.markdown, room.characters, room.bytes - 12)
        yield replace(block, markdown=first)
        yield from (Text(part) for part in rest)
