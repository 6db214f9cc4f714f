from collections.abc import Iterable

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.address import Address
from bot.cards.card import Choice
from bot.cards.escape import escape_line, label
from bot.cards.naming import is_known, name_of
from bot.cards.notice import message_card
from bot.cards.search import ask_card
from bot.chat.autocomplete import MOST, Suggestion, suggesting
from bot.chat.connection.translator import translated
from bot.chat.context import Visit
from bot.chat.gate import Reception
from bot.chat.lookup import look_up, suggestions
from bot.domain.citation.citations import Reading


class Treaty(commands.Cog):
    """`/treaty`: an article, whole, by a reference as people write it."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception

    @app_commands.command(name=translated(key="command.treaty-name"), description=translated(key="command.treaty"))
    @app_commands.rename(reference=translated(key="option.reference-name"), public=translated(key="option.public-name"))
    @app_commands.describe(reference=translated(key="option.reference"), public=translated(key="option.public"))
    async def treaty(
        self, interaction: discord.Interaction, reference: str | None = None, public: bool | None = None
    ) -> None:
        """Answer with the article that was meant, never with a neighbour of it."""
        visit = self._reception.receive(interaction, "treaty")
        if not reference:
            await visit.present(Address("articles"), "shown")
        elif is_known(visit.library, "article", reference):
            await visit.present(Address("article", reference), "match", public=public)
        else:
            await _read(visit, reference, public=public)

    @treaty.autocomplete("reference")
    @suggesting
    def suggest_articles(self, _interaction: discord.Interaction, typed: str) -> Iterable[Suggestion]:
        """Articles, best first."""
        stock = self._reception.house.stock
        return suggestions(stock.library, stock.finder.complete(typed, kinds={"article"}))


async def _read(visit: Visit, typed: str, *, public: bool | None) -> None:
    """Take the reference as a citation if it is one; otherwise look for its words."""
    reading = visit.stock.finder.citations.read(typed)
    stored = list(dict.fromkeys(citation.article for citation in reading.citations if citation.article))
    if len(stored) == 1:
        await visit.present(Address("article", stored[0]), "match", public=public)
    elif stored:
        card = ask_card(visit.library, [("article", key) for key in stored], typed, visit.showing)
        await visit.answer(card, "ask")
    elif reading.citations:
        await _not_stored(visit, reading)
    elif len(reading.instruments) == 1:
        await visit.present(Address("instrument", reading.instruments[0]), "match", public=public)
    else:
        await look_up(visit, typed, {"article"}, public=public)


async def _not_stored(visit: Visit, reading: Reading) -> None:
    """We know the treaty but do not hold the article: say so, and what of the treaty we hold."""
    words, printed = visit.words, visit.stock.finder.citations.printed
    asked = ", ".join(dict.fromkeys(escape_line(printed(citation)) for citation in reading.citations))
    held = [
        provision
        for provision in visit.library.provisions.values()
        if provision.instrument.id in {citation.instrument for citation in reading.citations}
    ]
    choices = tuple(
        Choice(label(name_of(visit.library, "article", provision.id), 100), Address("article", provision.id))
        for provision in held[:MOST]
    )
    card = message_card(
        words("said.not-stored-title"), words("said.not-stored", asked=asked), choices, words("said.choose-article")
    )
    await visit.answer(card, "none")
