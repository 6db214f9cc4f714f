"""`/treaty`: an article, whole, by a reference as people write it."""

from collections.abc import Iterable

import discord
from discord import app_commands

from bot.cards.address import Address
from bot.cards.kinds import is_known
from bot.cards.parties import bound_address, bound_title
from bot.cards.routes import card_at
from bot.cards.search import ask_card
from bot.chat import answer
from bot.chat.autocomplete import Offer, named, suggesting
from bot.chat.commands.command import command
from bot.chat.connection.translator import exemplified, translated
from bot.chat.context import Context, context_of
from bot.chat.lookup import answered_urgently, look_up, tell_not_stored
from bot.domain.search import Question
from bot.snapshot import Snapshot


def _suggested(interaction: discord.Interaction, snapshot: Snapshot, asked: Question) -> Iterable[Offer]:
    """The articles that fit, and first who is bound where that is asked."""
    if bound := snapshot.finder.bound(asked) or snapshot.finder.bound_state(asked.text):
        address = bound_address(bound)
        title = bound_title(snapshot.library, address, context_of(interaction).words)
        yield Offer(title, f"{address.kind}:{address.id}")
    yield from named(snapshot.library, snapshot.finder.complete(asked, kinds={"article"}), asked.text, "article")


@command("treaty")
@app_commands.rename(reference=translated(key="option.reference-name"), public=translated(key="option.public-name"))
@app_commands.describe(
    reference=exemplified("option.reference", such="option.reference-such"), public=translated(key="option.public")
)
@app_commands.autocomplete(reference=suggesting(_suggested))
async def treaty(interaction: discord.Interaction, reference: str | None = None, public: bool | None = None) -> None:
    """Answer with the article that was meant, never with a neighbour of it."""
    context = context_of(interaction)
    if not reference:
        await answer.present(context, Address("articles"), "shown")
    elif chosen := _chosen(context, reference):
        await answer.present(context, chosen, "match", public=public)
    elif is_known(context.library, "article", reference):
        await answer.present(context, Address("article", reference), "match", public=public)
    else:
        await _read(context, reference, public=public)


def _chosen(context: Context, reference: str) -> Address | None:
    """Who is bound, as a suggestion submits it."""
    kind, _, key = reference.partition(":")
    address = Address(kind, key)
    is_one = kind in {"parties", "instrument"} and card_at(context.library, address, context.options) is not None
    return address if is_one else None


async def _read(context: Context, typed: str, *, public: bool | None) -> None:
    """Take the reference as a citation if it is one; otherwise look for its words."""
    if await answered_urgently(context, typed):
        return
    finder = context.snapshot.finder
    if bound := finder.bound(typed) or finder.bound_state(typed):
        await answer.present(context, bound_address(bound), "match", public=public, searched=True)
        return
    reading = finder.cited(typed)
    stored = list(dict.fromkeys(citation.article for citation in reading.citations if citation.article))
    if len(stored) == 1:
        await answer.present(context, Address("article", stored[0]), "match", public=public, searched=True)
    elif stored:
        card = ask_card(context.library, [("article", key) for key in stored], typed, context.options)
        await answer.answer(context, card, "ask", stored[0])
    elif reading.citations:
        await tell_not_stored(context, reading)
    elif len(reading.instruments) == 1:
        known = Address("instrument", reading.instruments[0])
        await answer.present(context, known, "match", public=public, searched=True)
    else:
        await look_up(context, typed, {"article", "instrument"}, public=public)
