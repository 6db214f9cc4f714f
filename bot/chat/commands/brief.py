import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.cards.address import Address
from bot.chat.autocomplete import topics
from bot.chat.commands.command import command
from bot.chat.connection.translator import exemplified, translated
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
    topic=exemplified("option.topic", such="option.topic-such"),
    length=translated(key="option.length"),
    public=translated(key="option.public"),
)
@app_commands.choices(
    length=[
        Choice(name=translated(key="choice.short"), value="short"),
        Choice(name=translated(key="choice.full"), value="full"),
    ]
)
@app_commands.autocomplete(topic=topics())
async def brief(
    interaction: discord.Interaction, topic: str, length: str | None = None, public: bool | None = None
) -> None:
    """Answer with the briefing that was meant, found by its title or by whatever somebody types."""
    context = context_of(interaction)
    wanted = length or context.policy.length

    def card_of(kind: Kind, key: str) -> Address:
        return Address(kind, key, "full" if kind == "brief" and wanted == "full" else "card")

    await look_up(context, topic, card_of=card_of, public=public)
