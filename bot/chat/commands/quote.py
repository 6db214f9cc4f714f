"""`/quote`: somebody's words, by what they said, who said it, and where it stands, in any combination."""

from collections.abc import Iterable, Iterator, Mapping

import discord
from discord import app_commands

from bot.cards.address import Address
from bot.cards.card import Choice
from bot.cards.escape import escape_line, label
from bot.cards.menus import CHOICE
from bot.cards.missed import NOTHING_NEAR, with_none_of_these
from bot.cards.notice import message_card
from bot.cards.quotations import quotations_at
from bot.cards.search import found_quotations_card
from bot.chat import answer
from bot.chat.autocomplete import MOST, Offer, items, named, suggesting
from bot.chat.commands.command import command
from bot.chat.connection.translator import translated
from bot.chat.context import Context, context_of
from bot.chat.lookup import answered_urgently, offer
from bot.domain.library import Library, speaker_slug
from bot.domain.search import Question, best_names
from bot.snapshot import Snapshot


def _quotations(interaction: discord.Interaction, snapshot: Snapshot, asked: Question) -> Iterable[Offer]:
    """Quotations, those alone that fit what stands in the other options."""
    library, filled = snapshot.library, interaction.namespace
    document = filled.document or ""
    among = Address(
        "quotes",
        document if document in library.documents else "",
        speaker=_speaker(library, filled.speaker or "") or "",
    )
    allowed = {evidence.id for evidence in quotations_at(library, among)}
    hits = snapshot.finder.complete(asked, kinds={"quotation"}, where=lambda _, key: key in allowed)
    return named(library, hits, asked.text, "quotation")


def _speakers_typed(_interaction: discord.Interaction, snapshot: Snapshot, asked: Question) -> Iterable[Offer]:
    speakers = _speakers(snapshot.library)
    return (Offer(name, speakers[name]) for name in best_names(asked.text, speakers))


@command("quote")
@app_commands.rename(
    search=translated(key="option.search-name"),
    speaker=translated(key="option.speaker-name"),
    document=translated(key="option.document-name"),
)
@app_commands.describe(
    search=translated(key="option.search"),
    speaker=translated(key="option.speaker"),
    document=translated(key="option.quote-document"),
)
@app_commands.autocomplete(
    search=suggesting(_quotations), speaker=suggesting(_speakers_typed), document=items("document")
)
async def quote(
    interaction: discord.Interaction,
    search: str | None = None,
    speaker: str | None = None,
    document: str | None = None,
) -> None:
    """Answer with the quotation that was meant, or with all that fit."""
    context = context_of(interaction)
    if await answered_urgently(context, *filter(None, (search, speaker, document))):
        return
    slug = _speaker(context.library, speaker or "")
    if slug is None:
        await _ask_for_speaker(context, speaker or "")
        return
    key = document or ""
    if key and key not in context.library.documents:
        found = context.snapshot.finder.search(key, kinds={"document"})
        if found.outcome != "match":
            await offer(context, key, found)
            return
        key = found.results[0].id
    among = Address("quotes", key, speaker=slug)
    if search:
        await _search(context, search, among)
    else:
        await answer.present(context, among, "shown")


async def _search(context: Context, typed: str, among: Address) -> None:
    """Look for the words among the quotations of an address."""
    allowed = {evidence.id for evidence in quotations_at(context.library, among)}
    if typed in allowed:
        await answer.present(context, Address("quotation", typed), "match", public=None)
        return
    found = context.snapshot.finder.search(typed, limit=MOST, kinds={"quotation"}, where=lambda _, key: key in allowed)
    if found.outcome == "match":
        await answer.present(context, Address("quotation", found.results[0].id), "match", public=None, searched=True)
    elif found.outcome == "ask":
        keys = [hit.id for hit in found.results]
        card = found_quotations_card(context.library, keys, typed, context.options)
        await answer.answer(context, card, "ask", keys[0])
    else:
        await offer(context, typed, found, without="quotation")


async def _ask_for_speaker(context: Context, typed: str) -> None:
    words, speakers = context.words, _speakers(context.library)
    nearest = best_names(typed, speakers) or tuple(speakers)
    choices = tuple(Choice(label(name, CHOICE), Address("quotes", speaker=speakers[name])) for name in nearest)
    text = words("said.no-such-speaker", typed=escape_line(label(typed, CHOICE)))
    card = message_card(words("said.no-such-speaker-title"), text, choices, words("said.choose-speaker"))
    await answer.answer(context, with_none_of_these(card, NOTHING_NEAR, words), "ask")


def _speaker(library: Library, typed: str) -> str | None:
    """The speaker's slug; empty where none was typed, None where nobody or more than one is meant."""
    if not typed:
        return ""
    speakers = _speakers(library)
    if typed in speakers.values():
        return typed
    nearest = best_names(typed, speakers)
    exact = [name for name in nearest if name.casefold() == typed.strip().casefold()]
    return speakers[(exact or nearest)[0]] if len(exact or nearest) == 1 else None


def _speakers(library: Library) -> Mapping[str, str]:
    """Everyone quoted, by name, with their slug."""
    return dict(sorted(_quoted(library)))


def _quoted(library: Library) -> Iterator[tuple[str, str]]:
    for evidence in library.quotations.values():
        if evidence.speaker:
            yield evidence.speaker, speaker_slug(evidence)
