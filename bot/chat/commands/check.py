import discord
from discord import app_commands

from bot.cards.notice import message_card
from bot.cards.verdict import verdict_card
from bot.chat import answer
from bot.chat.commands.command import command
from bot.chat.connection.translator import translated
from bot.chat.context import Context, context_of


@command("check")
@app_commands.rename(text=translated(key="option.text-name"))
@app_commands.describe(text=translated(key="option.text"))
async def check(interaction: discord.Interaction, text: str) -> None:
    """Answer whether the text is exact, altered or not in the library."""
    await answer_check(context_of(interaction), text)


async def answer_check(context: Context, text: str) -> None:
    """Answer with the verdict on a text; nothing of the text is kept."""
    if not text.strip():
        words = context.words
        nothing = message_card(words("said.no-text-title"), words("said.no-text"))
        await answer.answer(context, nothing, "absent")
        return
    found = context.snapshot.checker.check(text)
    card = verdict_card(context.library, found, context.options)
    await answer.answer(context, card, found.verdict, found.quotation or "")
