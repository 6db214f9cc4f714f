"""The commands that take one thing by its name or by anything typed, and without it list all there are."""

import discord
from discord import app_commands

from bot.cards.address import Address
from bot.chat import answer
from bot.chat.autocomplete import items
from bot.chat.commands.command import Declared, command
from bot.chat.connection.translator import translated
from bot.chat.context import context_of
from bot.chat.lookup import look_up
from bot.domain.model import Kind


def _lookup(name: str, option: str, option_meaning: str, kinds: tuple[Kind, ...], listing: str) -> Declared:
    @command(name)
    @app_commands.rename(wanted=translated(key=option))
    @app_commands.describe(wanted=translated(key=option_meaning))
    @app_commands.autocomplete(wanted=items(*kinds))
    async def lookup(interaction: discord.Interaction, wanted: str | None = None) -> None:
        context = context_of(interaction)
        if wanted:
            await look_up(context, wanted, kinds)
        else:
            await answer.present(context, Address(listing), "shown")

    return lookup


figures = _lookup("figures", "option.topic-name", "option.figures-topic", ("figure",), "figures")
define = _lookup("define", "option.term-name", "option.term", ("term", "person"), "terms")
source = _lookup("source", "option.document-name", "option.document", ("document",), "documents")
