import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.cards.address import Address
from bot.chat.autocomplete import items
from bot.chat.commands.command import command
from bot.chat.connection.translator import translated
from bot.chat.context import context_of
from bot.chat.lookup import look_up
from bot.domain.model import Kind


@command("brief")
@app_commands.rename(
    topic=translated(key="option.topic-name"),
    length=translated(key="option.length-name"),
    public=translated(key="option.public-name"),
)
@app_commands.describe(
    topic=translated(key="option.topic"),
    length=translated(key="option.length"),
    public=translated(key="option.public"),
)
@app_commands.choices(
    length=[
        Choice(name=translated(key="choice.full"), value="full"),
        Choice(name=translated(key="choice.short"), value="short"),
    ]
)
@app_commands.autocomplete(topic=items("brief"))
async def brief(interaction: discord.Interaction, topic: str, length: str = "full", public: bool | None = None) -> None:
    """Answer with the briefing that was meant, found by its title or by whatever somebody types."""

    def card_of(kind: Kind, key: str) -> Address:
        return Address(kind, key, "short" if kind == "brief" and length == "short" else "card")

    await look_up(context_of(interaction), topic, card_of=card_of, public=public)
