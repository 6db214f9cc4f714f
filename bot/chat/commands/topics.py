import discord

from bot.cards.address import Address
from bot.chat import answer
from bot.chat.commands.command import command
from bot.chat.context import context_of


@command("topics")
async def topics(interaction: discord.Interaction) -> None:
    """Answer with all briefings by group."""
    await answer.present(context_of(interaction), Address("topics"), "shown")
