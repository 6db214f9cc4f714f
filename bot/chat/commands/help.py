"""`/help`, `/about` and `/privacy`: what the bot can do, what it is, and what it keeps. Always private."""

import discord
from discord import app_commands

from bot import __version__
from bot.cards.about import about_card, receipt_card
from bot.cards.help import help_card
from bot.cards.privacy import Kept, privacy_card
from bot.chat import answer
from bot.chat.commands.command import command
from bot.chat.connection.translator import translated
from bot.chat.context import context_of
from bot.usage.copies import COPIES_KEPT_DAYS
from bot.usage.key import KEY_DAYS
from bot.usage.privacy import FILES
from bot.usage.schema import TABLES


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
    """Answer with everything that is kept."""
    context = context_of(interaction)
    usage = context.usage
    kept = Kept(
        tables={table.name: [column.name for column in table.columns] for table in TABLES},
        files=[file.id for file in FILES],
        days=usage.kept_days if usage.counting else None,
        key_days=KEY_DAYS,
        copies_days=COPIES_KEPT_DAYS,
        key_is_fixed=usage.keys.are_fixed,
        one_server=len(interaction.client.guilds) == 1,
    )
    await answer.answer(context, privacy_card(context.words, kept), "shown")
