from collections.abc import Iterable, Iterator, Mapping

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.address import Address
from bot.cards.card import Choice
from bot.cards.escape import escape_line, label
from bot.cards.notice import message_card
from bot.cards.quotation import quotations_at, speaker_slug
from bot.cards.search import quotations_card
from bot.chat.autocomplete import MOST, Suggestion, suggesting
from bot.chat.connection.translator import translated
from bot.chat.context import Visit
from bot.chat.gate import Reception
from bot.chat.lookup import offer, suggestions
from bot.domain.library import Library
from bot.domain.search import best_names


class Quote(commands.Cog):
    """`/quote`: somebody's words, by what they said, who said it, and where it stands, in any combination."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception

    @app_commands.command(name=translated(key="command.quote-name"), description=translated(key="command.quote"))
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
    async def quote(
        self,
        interaction: discord.Interaction,
        search: str | None = None,
        speaker: str | None = None,
        document: str | None = None,
    ) -> None:
        """Answer with the quotation that was meant, or with all that fit."""
        visit = self._reception.receive(interaction, "quote")
        slug = _speaker(visit.library, speaker or "")
        if slug is None:
            await _ask_for_speaker(visit, speaker or "")
            return
        key = document or ""
        if key and key not in visit.library.documents:
            answer = visit.stock.finder.search(key, kinds={"document"})
            if answer.outcome != "match":
                await offer(visit, key, answer)
                return
            key = answer.results[0].id
        among = Address("quotes", key, extra=slug)
        if search:
            await _search(visit, search, among)
        else:
            await visit.present(among, "shown")

    @quote.autocomplete("search")
    @suggesting
    def suggest_quotations(self, interaction: discord.Interaction, typed: str) -> Iterable[Suggestion]:
        """Quotations, those alone that fit what stands in the other options."""
        stock, filled = self._reception.house.stock, interaction.namespace
        slug = _speaker(stock.library, filled.speaker or "") or ""
        document = filled.document or ""
        among = Address("quotes", document if document in stock.library.documents else "", extra=slug)
        allowed = {evidence.id for evidence in quotations_at(stock.library, among)}
        hits = stock.finder.complete(typed, kinds={"quotation"}, where=lambda _, key: key in allowed)
        return suggestions(stock.library, hits)

    @quote.autocomplete("speaker")
    @suggesting
    def suggest_speakers(self, _interaction: discord.Interaction, typed: str) -> Iterable[Suggestion]:
        """Speakers, best first."""
        speakers = _speakers(self._reception.house.stock.library)
        return (Suggestion(name, speakers[name]) for name in best_names(typed, speakers))

    @quote.autocomplete("document")
    @suggesting
    def suggest_documents(self, _interaction: discord.Interaction, typed: str) -> Iterable[Suggestion]:
        """Documents, best first."""
        stock = self._reception.house.stock
        return suggestions(stock.library, stock.finder.complete(typed, kinds={"document"}))


async def _search(visit: Visit, typed: str, among: Address) -> None:
    """Look for the words among the quotations of an address."""
    allowed = {evidence.id for evidence in quotations_at(visit.library, among)}
    if typed in allowed:
        await visit.present(Address("quotation", typed), "match", public=None)
        return
    answer = visit.stock.finder.search(
        typed,
        limit=MOST,
        kinds={"quotation"},
        where=lambda _, key: key in allowed,
    )
    if answer.outcome == "match":
        await visit.present(Address("quotation", answer.results[0].id), "match", public=None)
    elif answer.outcome == "ask":
        found = [hit.id for hit in answer.results]
        await visit.answer(quotations_card(visit.library, found, typed, visit.showing), "ask")
    else:
        await offer(visit, typed, answer)


async def _ask_for_speaker(visit: Visit, typed: str) -> None:
    words, speakers = visit.words, _speakers(visit.library)
    nearest = best_names(typed, speakers) or tuple(speakers)[:MOST]
    choices = tuple(Choice(label(name, 100), Address("quotes", extra=speakers[name])) for name in nearest)
    text = words("said.no-such-speaker", typed=escape_line(label(typed, 100)))
    card = message_card(words("said.no-such-speaker-title"), text, choices, words("said.choose-speaker"))
    await visit.answer(card, "ask")


def _speaker(library: Library, typed: str) -> str | None:
    """The speaker's slug; empty where none was typed, None where nobody or more than one is meant."""
    if not typed:
        return ""
    speakers = _speakers(library)
    if typed in speakers.values():
        return typed
    named = best_names(typed, speakers)
    exact = [name for name in named if name.casefold() == typed.strip().casefold()]
    return speakers[(exact or named)[0]] if len(exact or named) == 1 else None


def _speakers(library: Library) -> Mapping[str, str]:
    """Everyone quoted, by name, with their slug."""
    return dict(sorted(_named(library)))


def _named(library: Library) -> Iterator[tuple[str, str]]:
    for evidence in library.quotations.values():
        if evidence.speaker:
            yield evidence.speaker, speaker_slug(evidence)
