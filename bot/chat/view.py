"""Turns a page into a view of discord.py's, of whose components a payload is made.

Views are finished, so that nothing is remembered of what was sent and nothing runs out: a press reaches the client as
an interaction with its address, after a restart too.
"""

from io import BytesIO
from typing import Any

import discord
from discord import ui

from bot.cards.card import Block, Choice, Divider, Enclosed, Link, Menu, Picture, Press, Section, Text
from bot.cards.layout.pages import Page
from bot.chat.connection.internals import finished

_STYLES = {
    "plain": discord.ButtonStyle.secondary,
    "strong": discord.ButtonStyle.primary,
    "danger": discord.ButtonStyle.danger,
}


def view(page: Page) -> ui.LayoutView:
    """A new view of the page; needs a running event loop."""
    parts = [_part(block) for block in page.blocks]
    rows = [ui.ActionRow[Any](*(_button(button) for button in row)) for row in page.rows]
    more = [_part(page.more)] if page.more else []
    return finished(ui.LayoutView(timeout=None).add_item(ui.Container[Any](*parts, *rows, *more)))


def file_of(block: Picture | Enclosed) -> discord.File:
    """A picture or a file, to be sent once."""
    if isinstance(block, Enclosed):
        return discord.File(BytesIO(block.content), filename=block.name)
    return discord.File(BytesIO(block.png), filename=block.name, description=block.alternative)


def _part(block: Block) -> ui.Item[Any]:
    match block:
        case Text(markdown):
            return ui.TextDisplay[Any](markdown)
        case Section(markdown, button):
            return ui.Section[Any](markdown, accessory=_button(button))
        case Divider():
            return ui.Separator[Any]()
        case Picture(name, _, alternative):
            return ui.MediaGallery[Any](discord.MediaGalleryItem(f"attachment://{name}", description=alternative))
        case Enclosed(name):
            return ui.File[Any](f"attachment://{name}")
        case Menu():
            return ui.ActionRow[Any](_select(block))


def _button(button: Press | Link) -> ui.Button[Any]:
    if isinstance(button, Link):
        return ui.Button(label=button.label, url=button.url)
    return ui.Button(label=button.label, custom_id=str(button.leads_to), style=_STYLES[button.style])


def _select(menu: Menu) -> ui.Select[Any]:
    options = [_option(choice) for choice in menu.choices]
    return ui.Select(custom_id=menu.custom_id, placeholder=menu.prompt, options=options)


def _option(choice: Choice) -> discord.SelectOption:
    return discord.SelectOption(label=choice.label, value=str(choice.leads_to), description=choice.description or None)
