from collections.abc import Iterable

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.address import Address
from bot.chat.autocomplete import Suggestion, suggesting
from bot.chat.connection.translator import translated
from bot.chat.gate import Reception
from bot.chat.lookup import look_up, suggestions


class Source(commands.Cog):
    """`/source`: a document, who published it, and what is known to be wrong with it."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception

    @app_commands.command(name=translated(key="command.source-name"), description=translated(key="command.source"))
    @app_commands.rename(document=translated(key="option.document-name"))
    @app_commands.describe(document=translated(key="option.document"))
    async def source(self, interaction: discord.Interaction, document: str | None = None) -> None:
        """Answer with what was meant, or with the list."""
        visit = self._reception.receive(interaction, "source")
        if document:
            await look_up(visit, document, {"document"})
        else:
            await visit.present(Address("documents"), "shown")

    @source.autocomplete("document")
    @suggesting
    def suggest(self, _interaction: discord.Interaction, typed: str) -> Iterable[Suggestion]:
        """What there is, best first."""
        stock = self._reception.house.stock
        return suggestions(stock.library, stock.finder.complete(typed, kinds={"document"}))
