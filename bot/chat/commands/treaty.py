"""`/treaty`: an article, whole, by a reference as people write it."""

from collections.abc import Iterable

import discord
from discord import app_commands

from bot.cards.address import Address
from bot.cards.card import Choice
from bot.cards.escape import escape_line, label
from bot.cards.kinds import is_known, title_of
from bot.cards.menus import CHOICE
from bot.cards.notice import message_card
from bot.cards.search import ask_card
from bot.chat import answer
from bot.chat.autocomplete import Offer, named, suggesting
from bot.chat.commands.command import command
from bot.chat.connection.translator import translated
from bot.chat.context import Context, context_of
from bot.chat.lookup import look_up
from bot.domain.citation.citations import Reading
from bot.snapshot import Snapshot

PARTIES = "parties"
"""What choosing the table of who is bound submits; no article has an id like it, because theirs end in a number."""


def _suggested(interaction: discord.Interaction, snapshot: Snapshot, typed: str) -> Iterable[Offer]:
    """The articles that fit, and first the table of who is bound where that is asked."""
    if snapshot.library.parties and snapshot.finder.bound(typed):
        yield Offer(context_of(interaction).words("parties.title"), PARTIES)
    yield from named(snapshot.library, snapshot.finder.complete(typed, kinds={"article"}))


@command("treaty")
@app_commands.rename(reference=translated(key="option.reference-name"), public=translated(key="option.public-name"))
@app_commands.describe(reference=translated(key="option.reference"), public=translated(key="option.public"))
@app_commands.autocomplete(reference=suggesting(_suggested))
async def treaty(interaction: discord.Interaction, reference: str | None = None, public: bool | None = None) -> None:
    """Answer with the article that was meant, never with a neighbour of it."""
    context = context_of(interaction)
    if not reference:
        await answer.present(context, Address("articles"), "shown")
    elif reference == PARTIES:
        await answer.present(context, Address("parties"), "shown")
    elif is_known(context.library, "article", reference):
        await answer.present(context, Address("article", reference), "match", public=public)
    else:
        await _read(context, reference, public=public)


async def _read(context: Context, typed: str, *, public: bool | None) -> None:
    """Take the reference as a citation if it is one; otherwise look for its words."""
    reading = context.snapshot.finder.citations.read(typed)
    stored = list(dict.fromkeys(citation.article for citation in reading.citations if citation.article))
    if len(stored) == 1:
        await answer.present(context, Address("article", stored[0]), "match", public=public)
    elif stored:
        card = ask_card(context.library, [("article", key) for key in stored], typed, context.options)
        await answer.answer(context, card, "ask")
    elif reading.citations:
        await _not_stored(context, reading)
    elif len(reading.instruments) == 1:
        await answer.present(context, Address("instrument", reading.instruments[0]), "match", public=public)
    else:
        await look_up(context, typed, {"article", "instrument"}, public=public)


async def _not_stored(context: Context, reading: Reading) -> None:
    """We know the treaty but do not hold the article: say so, and what of the treaty we hold."""
    words, library, printed = context.words, context.library, context.snapshot.finder.citations.printed
    asked = ", ".join(dict.fromkeys(escape_line(printed(citation)) for citation in reading.citations))
    instruments = {citation.instrument for citation in reading.citations}
    choices = tuple(
        Choice(label(title_of(library, "article", key), CHOICE), Address("article", key))
        for key, provision in library.provisions.items()
        if provision.instrument.id in instruments
    )
    card = message_card(
        words("said.not-stored-title"), words("said.not-stored", asked=asked), choices, words("said.choose-article")
    )
    await answer.answer(context, card, "none")
