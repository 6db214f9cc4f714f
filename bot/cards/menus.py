"""Which briefings use something."""

from collections.abc import Iterable

from bot.cards.address import Address
from bot.cards.card import Block, Choice, Menu, Text
from bot.cards.escape import label
from bot.cards.options import Showing
from bot.domain.library import Library

MOST = 25
"""Choices in one menu."""


def used_blocks(library: Library, address: Address, showing: Showing, references: Iterable[str]) -> tuple[Block, ...]:
    """A menu of the briefings that rest on or show any of these; a sentence where none does."""
    users = dict.fromkeys(slug for reference in references for slug in library.briefs_using.get(reference, ()))
    menus = brief_menus(library, list(users), showing.words("used.menu"), address)
    return menus or (Text(f"-# {showing.words('used.none')}"),)


def brief_menus(library: Library, slugs: list[str], prompt: str, address: Address) -> tuple[Menu, ...]:
    """Menus that open these briefings, 25 in each."""
    parts = [slugs[start : start + MOST] for start in range(0, len(slugs), MOST)]
    return tuple(
        Menu(
            prompt,
            tuple(Choice(label(library.briefs[slug].title, 100), Address("brief", slug)) for slug in part),
            Address(address.kind, address.id, "menu", number),
        )
        for number, part in enumerate(parts, 1)
    )
