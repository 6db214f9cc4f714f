import discord
from discord import app_commands
from discord.ext import commands

from bot import __version__
from bot.cards.about import about_card, receipt_card
from bot.cards.help import help_card
from bot.cards.privacy import privacy_card
from bot.chat.connection.translator import translated
from bot.chat.gate import Reception


class Help(commands.Cog):
    """`/help`, `/about` and `/privacy`: what the bot can do, what it is, and what it keeps. Always private."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception

    @app_commands.command(name=translated(key="command.help-name"), description=translated(key="command.help"))
    async def help(self, interaction: discord.Interaction) -> None:
        """Answer with the commands that are on here, to be clicked."""
        visit = self._reception.receive(interaction, "help")
        mentions = {name: mention for name, mention in self._reception.mentions.items() if visit.policy.allows(name)}
        await visit.answer(help_card(visit.words, mentions, visit.moderator), "shown")

    @app_commands.command(name=translated(key="command.about-name"), description=translated(key="command.about"))
    @app_commands.rename(receipt=translated(key="option.receipt-name"))
    @app_commands.describe(receipt=translated(key="option.receipt"))
    async def about(self, interaction: discord.Interaction, receipt: str | None = None) -> None:
        """Answer with what the library is; or with whether the wording of a receipt is current."""
        visit = self._reception.receive(interaction, "about")
        card = (
            receipt_card(visit.library, receipt, visit.words)
            if receipt
            else about_card(visit.library, visit.words, __version__, visit.policy.contact)
        )
        await visit.answer(card, "shown")

    @app_commands.command(name=translated(key="command.privacy-name"), description=translated(key="command.privacy"))
    async def privacy(self, interaction: discord.Interaction) -> None:
        """Answer with everything that is kept."""
        visit = self._reception.receive(interaction, "privacy")
        await visit.answer(privacy_card(visit.words), "shown")
