from collections.abc import Iterable

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.address import Address
from bot.chat.autocomplete import Suggestion, suggesting
from bot.chat.connection.translator import translated
from bot.chat.gate import Reception
from bot.chat.lookup import look_up, suggestions


class Figures(commands.Cog):
    """`/figures`: every statement of a disputed figure, side by side."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception

    @app_commands.command(name=translated(key="command.figures-name"), description=translated(key="command.figures"))
    @app_commands.rename(topic=translated(key="option.topic-name"))
    @app_commands.describe(topic=translated(key="option.figures-topic"))
    async def figures(self, interaction: discord.Interaction, topic: str | None = None) -> None:
        """Answer with what was meant, or with the list."""
        visit = self._reception.receive(interaction, "figures")
        if topic:
            await look_up(visit, topic, {"figure"})
        else:
            await visit.present(Address("figures"), "shown")

    @figures.autocomplete("topic")
    @suggesting
    def suggest(self, _interaction: discord.Interaction, typed: str) -> Iterable[Suggestion]:
        """What there is, best first."""
        stock = self._reception.house.stock
        return suggestions(stock.library, stock.finder.complete(typed, kinds={"figure"}))
