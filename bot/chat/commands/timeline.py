from collections.abc import Iterable

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.address import Address
from bot.chat.autocomplete import Suggestion, suggesting
from bot.chat.connection.translator import translated
from bot.chat.gate import Reception
from bot.chat.lookup import look_up, suggestions
from bot.domain.model import Kind


class Timeline(commands.Cog):
    """`/timeline`: dated events, of a topic or of all."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception

    @app_commands.command(name=translated(key="command.timeline-name"), description=translated(key="command.timeline"))
    @app_commands.rename(topic=translated(key="option.topic-name"))
    @app_commands.describe(topic=translated(key="option.timeline-topic"))
    async def timeline(self, interaction: discord.Interaction, topic: str | None = None) -> None:
        """Answer with what was meant, or with the list."""
        visit = self._reception.receive(interaction, "timeline")
        if topic:
            await look_up(visit, topic, {"brief"}, card_of=_timeline_of)
        else:
            await visit.present(Address("timeline"), "shown")

    @timeline.autocomplete("topic")
    @suggesting
    def suggest(self, _interaction: discord.Interaction, typed: str) -> Iterable[Suggestion]:
        """Briefings with dated events, best first."""
        stock = self._reception.house.stock
        dated = {topic for event in stock.library.events.values() for topic in event.topics}
        hits = stock.finder.complete(typed, kinds={"brief"}, where=lambda _, key: key in dated)
        return suggestions(stock.library, hits)


def _timeline_of(kind: Kind, key: str) -> Address:
    return Address("timeline" if kind == "brief" else kind, key)
