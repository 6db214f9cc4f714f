from collections.abc import Iterable

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.address import Address
from bot.chat.autocomplete import Suggestion, suggesting
from bot.chat.connection.translator import translated
from bot.chat.gate import Reception
from bot.chat.lookup import look_up, suggestions


class Define(commands.Cog):
    """`/define`: what a word of the glossary means here."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception

    @app_commands.command(name=translated(key="command.define-name"), description=translated(key="command.define"))
    @app_commands.rename(term=translated(key="option.term-name"))
    @app_commands.describe(term=translated(key="option.term"))
    async def define(self, interaction: discord.Interaction, term: str | None = None) -> None:
        """Answer with what was meant, or with the list."""
        visit = self._reception.receive(interaction, "define")
        if term:
            await look_up(visit, term, {"term"})
        else:
            await visit.present(Address("terms"), "shown")

    @define.autocomplete("term")
    @suggesting
    def suggest(self, _interaction: discord.Interaction, typed: str) -> Iterable[Suggestion]:
        """What there is, best first."""
        stock = self._reception.house.stock
        return suggestions(stock.library, stock.finder.complete(typed, kinds={"term"}))
