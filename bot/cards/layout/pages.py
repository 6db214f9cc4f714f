"""Lays a card out on pages that fit a Discord message, or a phone's screen; nothing is ever cut."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Self

from bot.cards.address import Address
from bot.cards.card import Block, Card, Divider, Link, Menu, Press, Section, Text
from bot.cards.layout.screen import height_of_buttons
from bot.cards.layout.size import A_SCREEN, AROUND_A_TEXT, HALF, ROOM, Size
from bot.cards.layout.split import part_of, split
from bot.words.catalogue import Words

A_ROW = 5

_LEAST = 250
"""Pixels of a screen's page that are left for what it says, however much stands around it."""


@dataclass(frozen=True, slots=True)
class Page:
    """One message: everything on it, in reading order, `rows` being the buttons at its end and `more` a menu below.

    `size` is all the room it takes, what Discord puts around it too.
    """

    blocks: tuple[Block, ...]
    rows: tuple[tuple[Press | Link, ...], ...]
    number: int
    of: int
    size: Size
    more: Menu | None = None

    @property
    def buttons(self) -> tuple[Press | Link, ...]:
        """All of them, at its end first, then those beside a text."""
        beside = (block.button for block in self.blocks if isinstance(block, Section))
        return (*(button for row in self.rows for button in row), *beside)

    @property
    def menus(self) -> tuple[Menu, ...]:
        """All of them, in reading order."""
        return tuple(block for block in (*self.blocks, self.more) if isinstance(block, Menu))

    @property
    def ways(self) -> tuple[Address, ...]:
        """Where its buttons and the choices of its menus lead, but for what does something."""
        presses = (button for button in self.buttons if isinstance(button, Press))
        choices = (choice for menu in self.menus for choice in menu.choices)
        return tuple(way.leads_to for way in (*presses, *choices) if isinstance(way.leads_to, Address))


_Sized = tuple[Block, Size]
"""A block with its size, which is asked once."""


def pages(card: Card, words: Words) -> tuple[Page, ...]:
    """The card on as many pages as it needs, at least one; each has the title, the footer and the buttons.

    Raises ValueError where title, footer and buttons alone leave no room, which `check` finds beforehand.
    """
    sized = [_sized(block) for block in card.blocks]
    frame = _Frame.of(card, words)
    alone = frame.around(_trimmed(sized), 1, 1)
    if (A_SCREEN if card.by_screen else ROOM).holds(alone.size):
        return (alone,)
    highest = max(frame.around([], number, 999).size.height for number in (1, 99, 999))
    around = replace(frame.around([], 99, 999).size, height=highest)
    pieces = _pieces(sized, ROOM - around)
    room = ROOM - around
    if card.by_screen:
        room = replace(room, height=max((A_SCREEN - around).height, _LEAST))
    filled = [page for page in _fill(pieces, room, parting=not card.by_screen) if page] or [[]]
    return tuple(frame.around(page, number, len(filled)) for number, page in enumerate(filled, 1))


def page_of(card: Card, words: Words, number: int) -> Page:
    """One page; a number past the end, as from a button pressed before the card became shorter, gives the last."""
    all_pages = pages(card, words)
    return all_pages[min(max(number, 1), len(all_pages)) - 1]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around the blocks of every page; it takes half of a message at most."""

    card: Card
    words: Words
    footer: tuple[Text, ...]
    size: Size
    """Without the title, which counts the pages, and without the buttons, of which some turn them."""

    @classmethod
    def of(cls, card: Card, words: Words) -> Self:
        footer = (Text("\n".join(f"-# {line}" for line in card.footer)),) if card.footer else ()
        parts = [*map(Size.of, footer), *([Size.of(card.more)] if card.more else [])]
        return cls(card, words, footer, Size.total((Size(components=1), *parts)))

    def around(self, sized: list[_Sized], number: int, of: int) -> Page:
        """The page with these blocks; raises ValueError where the frame is too large."""
        title = Text(_title(self.card.title, self.words, number, of))
        rows = tuple(_rows((*_turn(self.card.address, self.words, number, of), *self.card.actions)))
        frame = Size.total((self.size, Size.of(title), *map(_of_row, rows)))
        if not HALF.holds(frame):
            raise ValueError("title, small print and buttons take more than half of a message")
        blocks = (title, *(block for block, _ in sized), *self.footer)
        size = Size.total((frame, *(size for _, size in sized)))
        return Page(blocks, rows, number, of, size, self.card.more)


def _title(title: str, words: Words, number: int, of: int) -> str:
    if of == 1:
        return f"## {title}"
    return f"## {title}\n-# {words('page.number', number=words.number(number), of=words.number(of))}"


def _turn(address: Address | None, words: Words, number: int, of: int) -> tuple[Press, ...]:
    if address is None:
        return ()
    presses: list[Press] = []
    if number > 1:
        presses.append(Press(words("page.previous"), address.on_page(number - 1)))
    if number < of:
        presses.append(Press(words("page.next"), address.on_page(number + 1), "strong"))
    return tuple(presses)


def _rows(buttons: tuple[Press | Link, ...]) -> Iterator[tuple[Press | Link, ...]]:
    yield from (buttons[start : start + A_ROW] for start in range(0, len(buttons), A_ROW))


def _of_row(row: tuple[Press | Link, ...]) -> Size:
    return Size(components=1 + len(row), height=height_of_buttons(row))


def _fill(pieces: Iterable[_Sized], room: Size, *, parting: bool) -> Iterator[list[_Sized]]:
    """Blocks in their order, as many on a page as it holds; a line between parts never begins or ends a page."""
    page: list[_Sized] = []
    left = room
    for piece in pieces:
        rest = piece
        if not left.holds(rest[1]):
            first, rest = _parted(piece, left, room) if parting else ([], piece)
            yield _trimmed([*page, *first])
            page, left = [], room
        page.append(rest)
        left -= rest[1]
    yield _trimmed(page)


def _parted(piece: _Sized, left: Size, room: Size) -> tuple[list[_Sized], _Sized]:
    """What of a text goes on a page of which a third or more is free, so that no page is left half empty."""
    block, _ = piece
    size = left.bytes - AROUND_A_TEXT
    if isinstance(block, Text) and left.components and left.characters * 3 > room.characters and size > 0:
        parts = part_of(block.markdown, left.characters, size)
        if parts:
            return [_sized(Text(parts[0]))], _sized(Text(parts[1]))
    return [], piece


def _trimmed(page: list[_Sized]) -> list[_Sized]:
    kept = [place for place, (block, _) in enumerate(page) if not isinstance(block, Divider)]
    return page[kept[0] : kept[-1] + 1] if kept else []


def _pieces(sized: list[_Sized], room: Size) -> Iterator[_Sized]:
    """The blocks, with a text too long for a page in parts that are not."""
    for block, size in sized:
        if room.holds(size) or not isinstance(block, Text | Section):
            yield block, size
            continue
        first, *rest = split(block.markdown, room.characters, room.bytes - AROUND_A_TEXT)
        yield _sized(replace(block, markdown=first))
        yield from (_sized(Text(part)) for part in rest)


def _sized(block: Block) -> _Sized:
    return block, Size.of(block)
