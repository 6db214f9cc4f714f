"""Menus of items, as many as their number needs; and which briefings use something."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.cards.address import Address
from bot.cards.card import CHOICES, Block, Choice, Menu, Text
from bot.cards.escape import label
from bot.cards.options import Options
from bot.domain.library import Library
from bot.words.catalogue import Words

CHOICE = 100
"""Characters of a choice's label, and of its description."""

END = 17
"""Of the first and the last of a list where a menu's prompt names both: a phone shows 38 of it."""


def choice_menus(
    prompt: str | Callable[[Sequence[Choice]], str], choices: Iterable[Choice], of: Address
) -> tuple[Menu, ...]:
    """The choices in menus of 25; none where there is nothing to choose. A prompt may depend on a menu's choices."""
    every = tuple(choices)
    parts = [every[start : start + CHOICES] for start in range(0, len(every), CHOICES)]
    return tuple(
        Menu(prompt if isinstance(prompt, str) else prompt(part), part, of, number)
        for number, part in enumerate(parts, 1)
    )


def numbered(*menus: Menu, first: int = 1) -> tuple[Menu, ...]:
    """Menus of several lists that stand on one card, told from one another by their numbers."""
    return tuple(replace(menu, number=number) for number, menu in enumerate(menus, first))


def more_menu(
    words: Words, views: Iterable[Choice], items: Sequence[Choice], prompt: str, of: Address
) -> tuple[Menu | None, tuple[Menu, ...]]:
    """The menu below the buttons of an item: its views and what belongs to it; that in menus above where it is much.

    A line is left free for what everything can be done with.
    """
    first = tuple(views)
    if len(first) + len(items) < CHOICES:
        return (Menu(words("brief.more"), (*first, *items), of) if first or items else None), ()
    menus = numbered(*choice_menus(prompt, items, of), first=2)
    return (Menu(words("brief.more"), first, of) if first else None), menus


def below(menus: tuple[Menu, ...]) -> tuple[Menu | None, tuple[Menu, ...]]:
    """One menu to stand below the buttons of every page of a list; where there are several, none and all of them."""
    return (menus[0], ()) if len(menus) == 1 else (None, menus)


def brief_choices(library: Library, slugs: Iterable[str], kind: str = "brief") -> tuple[Choice, ...]:
    """A choice for each briefing by its title; a slug that is no briefing is left out."""
    return tuple(
        Choice(label(library.briefs[slug].title, CHOICE), Address(kind, slug))
        for slug in slugs
        if slug in library.briefs
    )


def used_blocks(library: Library, address: Address, options: Options, references: Iterable[str]) -> tuple[Block, ...]:
    """A menu of the briefings that rest on or show any of these; a sentence where none does."""
    users = dict.fromkeys(slug for reference in references for slug in library.briefs_using.get(reference, ()))
    menus = choice_menus(options.words("used.menu"), brief_choices(library, users), address)
    return menus or (Text(f"-# {options.words('used.none')}"),)
