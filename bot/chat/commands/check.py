import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.notice import message_card
from bot.cards.verdict import verdict_card
from bot.chat.connection.translator import translated
from bot.chat.context import Visit
from bot.chat.gate import Reception


class Check(commands.Cog):
    """`/check`: whether words stand in the library exactly as they are."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception

    @app_commands.command(name=translated(key="command.check-name"), description=translated(key="command.check"))
    @app_commands.rename(text=translated(key="option.text-name"))
    @app_commands.describe(text=translated(key="option.text"))
    async def check(self, interaction: discord.Interaction, text: str) -> None:
        """Answer whether the text is exact, altered or not in the library."""
        await answer_check(self._reception.receive(interaction, "check"), text)


async def answer_check(visit: Visit, text: str) -> None:
    """Answer with the verdict on a text; nothing of the text is kept."""
    if not text.strip():
        words = visit.words
        await visit.answer(message_card(words("said.no-text-title"), words("said.no-text")), "absent")
        return
    check = visit.stock.checker.check(text)
    await visit.answer(verdict_card(visit.library, check, visit.showing), check.verdict, check.quotation or "")
