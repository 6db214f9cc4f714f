"""Reads a card back from our own private message that it stands on.

A verdict has no address, because nothing typed is remembered. What is to be posted of it is read from the message whose
button was pressed: Discord sends it along with the press.
"""

from collections.abc import Iterable, Iterator
from typing import cast

import discord
from discord import components

from bot.cards.address import Address, parse
from bot.cards.card import Block, Card, Choice, Divider, Menu, Text

_TITLE = "## "
_SMALL = "-# "


def card_on(message: discord.Message | None, us: int, of: Address) -> Card | None:
    """The card on a message, without its buttons; None where that is no private answer of our own, `us` being our id.

    Only what a verdict is made of is read: texts, lines between them, and menus that lead to addresses.
    """
    if message is None or message.author.id != us or not message.flags.ephemeral:
        return None
    blocks = [block for component in message.components for block in _blocks(component, of)]
    match blocks:
        case [Text(title), *rest, Text(small)] if title.startswith(_TITLE) and _is_small(small):
            return Card(title.removeprefix(_TITLE), tuple(rest), footer=tuple(_lines(small)))
        case _:
            return None


def _blocks(component: components.Component, of: Address) -> Iterator[Block]:
    match component:
        case components.Container():
            for child in component.children:
                yield from _blocks(child, of)
        case components.TextDisplay():
            yield Text(component.content)
        case components.SeparatorComponent():
            yield Divider()
        case components.ActionRow():
            for child in component.children:
                if isinstance(child, components.SelectMenu):
                    yield from _menu(child, of)
        case _:
            pass


def _menu(menu: components.SelectMenu, of: Address) -> Iterator[Menu]:
    choices = tuple(_choices(menu.options))
    own = parse(menu.custom_id or "")
    if choices:
        yield Menu(menu.placeholder or "", choices, of, cast("Address", own).page if own else 1)


def _choices(options: Iterable[discord.SelectOption]) -> Iterator[Choice]:
    for option in options:
        address = parse(option.value)
        if isinstance(address, Address):
            yield Choice(option.label, address, option.description or "")


def _is_small(text: str) -> bool:
    return all(line.startswith(_SMALL) for line in text.split("\n"))


def _lines(small: str) -> Iterator[str]:
    for line in small.split("\n"):
        yield line.removeprefix(_SMALL)
