from collections.abc import Iterable

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.cards.address import Address
from bot.chat.autocomplete import Suggestion, suggesting
from bot.chat.connection.translator import translated
from bot.chat.gate import Reception
from bot.chat.lookup import look_up, suggestions
from bot.domain.model import Kind


class Brief(commands.Cog):
    """`/brief`: a briefing, found by its title or by whatever somebody types."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception

    @app_commands.command(name=translated(key="command.brief-name"), description=translated(key="command.brief"))
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
    async def brief(
        self, interaction: discord.Interaction, topic: str, length: str = "full", public: bool | None = None
    ) -> None:
        """Answer with the briefing that was meant."""

        def card_of(kind: Kind, key: str) -> Address:
            return Address(kind, key, "short" if kind == "brief" and length == "short" else "card")

        visit = self._reception.receive(interaction, "brief")
        await look_up(visit, topic, card_of=card_of, public=public)

    @brief.autocomplete("topic")
    @suggesting
    def suggest_topics(self, _interaction: discord.Interaction, typed: str) -> Iterable[Suggestion]:
        """Briefings, best first."""
        stock = self._reception.house.stock
        return suggestions(stock.library, stock.finder.complete(typed, kinds={"brief"}))
