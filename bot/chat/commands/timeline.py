"""`/timeline`: dated events, opened where what was asked for stands."""

from collections.abc import Iterable, Iterator
from itertools import islice

import discord
from discord import app_commands

from bot.cards.address import Address
from bot.cards.card import Choice, Text
from bot.cards.content_note import ContentNote
from bot.cards.kinds import is_known
from bot.cards.layout.pages import pages
from bot.cards.missed import NOTHING_NEAR, with_none_of_these
from bot.cards.notice import message_card
from bot.cards.sharing import private_form
from bot.cards.timeline import event_text, events_at, near
from bot.chat import answer
from bot.chat.autocomplete import Offer, named, suggesting
from bot.chat.commands.command import command
from bot.chat.connection.translator import translated
from bot.chat.context import Context, context_of
from bot.chat.lookup import look_up
from bot.domain.model import Event, Kind
from bot.domain.search import Question
from bot.domain.search.years import is_only_a_year, month_in, year_in
from bot.snapshot import Snapshot

WHOLE = Address("timeline")


def _topics_and_years(interaction: discord.Interaction, snapshot: Snapshot, asked: Question) -> Iterable[Offer]:
    library, dated = snapshot.library, snapshot.library.events_on
    yield from _years(context_of(interaction), asked.text)
    hits = snapshot.finder.complete(asked, kinds={"brief"}, where=lambda _, key: key in dated)
    yield from named(library, hits, asked.text, "brief")


def _years(context: Context, typed: str) -> Iterator[Offer]:
    """The years of events that begin with the digits typed, each with how many there are."""
    digits = "".join(letter for letter in typed if letter.isdecimal())
    if not digits:
        return
    years = [str(event.date.year) for event in events_at(context.library, WHOLE)]
    for year in dict.fromkeys(years):
        if year.startswith(digits):
            yield Offer(context.words.count("timeline.year", years.count(year), year=year), year)


@command("timeline")
@app_commands.rename(topic=translated(key="option.topic-name"))
@app_commands.describe(topic=translated(key="option.timeline-topic"))
@app_commands.autocomplete(topic=suggesting(_topics_and_years))
async def timeline(interaction: discord.Interaction, topic: str | None = None) -> None:
    """Answer with the events of a topic or of a year, or without either with all there are."""
    context = context_of(interaction)
    if not topic:
        await answer.present(context, WHOLE, "shown")
        return
    year = None if is_known(context.library, "brief", topic) else year_in(topic)
    if year is not None and _is_about_the_year(context, topic):
        await _of_year(context, year, month_in(topic))
        return

    def timeline_of(kind: Kind, key: str) -> Address:
        if kind != "brief":
            return Address(kind, key)
        return _at_year(context, Address("timeline", key), year) if year else Address("timeline", key)

    await look_up(context, topic, {"brief"}, card_of=timeline_of)


def _is_about_the_year(context: Context, typed: str) -> bool:
    return is_only_a_year(typed) or context.snapshot.finder.search(typed, kinds={"brief"}).outcome == "none"


async def _of_year(context: Context, year: int, month: int | None) -> None:
    """Open the whole timeline at a year, or say that nothing of it is dated and where the nearest events are.

    Where a month is named, it opens at the first event of that month or later in the year, if there is one.
    """
    found = _from_month(context, year, month) or near(context.library, year, WHOLE)
    if len(found) == 1 and found[0].date.year <= year <= (found[0].until or found[0].date).year:
        await answer.present(context, _opened_at(context, WHOLE, found[0]), "match")
        return
    words = context.words
    choices = tuple(
        Choice(words("timeline.near", year=str(event.date.year)), _opened_at(context, WHOLE, event)) for event in found
    )
    text = words("timeline.no-year", year=str(year))
    card = message_card(words("timeline.title"), text, choices, words("timeline.choose"))
    await answer.answer(context, with_none_of_these(card, NOTHING_NEAR, words), "none")


def _from_month(context: Context, year: int, month: int | None) -> tuple[Event, ...]:
    of_year = (event for event in events_at(context.library, WHOLE) if event.date.year == year)
    later = (event for event in of_year if month and (event.date.month or 0) >= month)
    return tuple(islice(later, 1))


def _at_year(context: Context, address: Address, year: int) -> Address:
    """A topic's timeline, at a year if it has an event of then."""
    found = near(context.library, year, address)
    return _opened_at(context, address, found[0]) if len(found) == 1 else address


def _opened_at(context: Context, address: Address, event: Event) -> Address:
    """The page on which an event stands as the asker sees it."""
    card = context.card(address)
    if card is None:
        return address
    shown = private_form(card, context.words, may_post=context.may_post, may_report=context.policy.takes_reports)
    wanted: Text = event_text(
        context.library, event, context.options, ContentNote(context.library, context.options, address)
    )
    laid_out = pages(shown, context.words)
    return address.on_page(next((page.number for page in laid_out if wanted in page.blocks), 1))
