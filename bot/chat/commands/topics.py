import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.address import Address
from bot.chat.connection.translator import translated
from bot.chat.gate import Reception


class Topics(commands.Cog):
    """`/topics`: all briefings, to browse."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception

    @app_commands.command(name=translated(key="command.topics-name"), description=translated(key="command.topics"))
    async def topics(self, interaction: discord.Interaction) -> None:
        """Answer with all briefings by group."""
        await self._reception.receive(interaction, "topics").present(Address("topics"), "shown")
