"""`/help`, `/about` and `/privacy`: what the bot can do, what it is, and what it keeps. Always private."""

import discord
from discord import app_commands

from bot import __version__
from bot.cards.about import about_card, receipt_card
from bot.cards.help import help_card
from bot.chat import answer
from bot.chat.actions.privacy import show
from bot.chat.commands.command import command
from bot.chat.connection.translator import translated
from bot.chat.context import context_of


@command("help")
async def help_(interaction: discord.Interaction) -> None:
    """Answer with the commands that are on here, to be clicked."""
    context = context_of(interaction)
    mentions = {name: mention for name, mention in context.mentions.items() if context.policy.allows(name)}
    await answer.answer(context, help_card(context.library, context.words, mentions, context.moderator), "shown")


@command("about")
@app_commands.rename(receipt=translated(key="option.receipt-name"))
@app_commands.describe(receipt=translated(key="option.receipt"))
async def about(interaction: discord.Interaction, receipt: str | None = None) -> None:
    """Answer with what the library is; or with whether the wording of a receipt is current."""
    context = context_of(interaction)
    if receipt:
        language = context.options.language
        card = receipt_card(context.whole_library, receipt, context.words, context.policy.hidden, language)
    else:
        policy = context.policy
        card = about_card(
            context.library, context.words, __version__, policy.contact, takes_reports=policy.takes_reports
        )
    await answer.answer(context, card, "shown")


@command("privacy")
async def privacy(interaction: discord.Interaction) -> None:
    """Answer with what is kept, in short; every file, table and column is a press away."""
    await show(context_of(interaction))
