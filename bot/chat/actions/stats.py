"""`/desk stats` and `/desk gaps`: what the log tells of this server, and of no other."""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta

from bot.cards import gaps as gaps_cards
from bot.cards import stats as stats_cards
from bot.cards.address import Address
from bot.cards.card import Card
from bot.cards.gaps import Missed, Misses, gaps_card
from bot.cards.layout.pages import page_of
from bot.cards.notice import message_card
from bot.cards.stats import CSV, CountedWeek, NamedCounts, Stats, csv_card, stats_card, week_card
from bot.chat import reply
from bot.chat.context import Context
from bot.usage import weeks
from bot.usage.database import UsageError
from bot.usage.outcomes import MISSED
from bot.usage.weeks import WEEKS, Frequencies, monday_of

STATS = Address(stats_cards.KIND)
GAPS = Address(gaps_cards.KIND)

_log = logging.getLogger(__name__)


async def stats(context: Context, address: Address = STATS) -> None:
    """Answer with the days, a week or the file; a week that is too long ago leads back to the days."""
    await _answer(context, address, _stats_card, in_place=address.view != CSV)


async def gaps(context: Context, address: Address = GAPS) -> None:
    """Answer with what was asked and not surely found."""
    await _answer(context, address, _gaps_card)


async def _answer(
    context: Context, address: Address, build: Callable[[Context, Address], Awaitable[Card]], *, in_place: bool = True
) -> None:
    """Answer the asker alone, in place where a card of theirs was pressed; drawing may take a moment."""
    words, interaction = context.words, context.interaction
    await reply.wait_for(interaction, in_place=in_place)
    try:
        card = await build(context, address)
    except UsageError as error:
        _log.error("The usage log could not be read: %s", error)
        unread = message_card(words("stats.unread-title"), words("stats.unread"))
        await reply.replace_answer(interaction, page_of(unread, words, 1))
        context.count("failed")
        return
    await reply.replace_answer(interaction, page_of(card, words, address.page))
    context.count("shown")


async def _stats_card(context: Context, address: Address) -> Card:
    words, today = context.words, _today()
    path, servers = context.usage.path, _hashes(context)
    whole = await weeks.whole_weeks(path, servers, today)
    found = Stats(
        since=monday_of(today) - timedelta(weeks=WEEKS),
        today=today,
        days=_named_counts(await weeks.days(path, servers, today)),
        weeks=tuple(
            CountedWeek(monday=one.monday, topics=_named_counts(one.topics), outcomes=_named_counts(one.outcomes))
            for one in whole
        ),
        counting=context.usage.counting,
    )
    if address.view == CSV:
        return csv_card(found, words)
    week = next((one for one in found.weeks if one.monday.isoformat() == address.id), None)
    if week is not None:
        return week_card(context.whole_library, week, address.page, words)
    drawn = await context.current.draw_days(tuple(found.by_day())) if found.days.rows else None
    return stats_card(found, words, drawn)


async def _gaps_card(context: Context, address: Address) -> Card:
    today = _today()
    found = await weeks.gaps(context.usage.path, _hashes(context), today)
    misses = Misses(
        since=monday_of(today) - timedelta(weeks=WEEKS),
        until=monday_of(today) - timedelta(days=1),
        rows=tuple(
            Missed(topic=row.topic, outcomes=tuple((one, getattr(row, one)) for one in MISSED)) for row in found.rows
        ),
        other=found.other,
        nothing_near=found.nothing_near,
        counting=context.usage.counting,
    )
    return gaps_card(context.whole_library, misses, address.page, context.words)


def _hashes(context: Context) -> tuple[str, ...]:
    server = context.asker.server
    return () if server is None else context.usage.keys.hashes(server)


def _named_counts(found: Frequencies) -> NamedCounts:
    return NamedCounts(found.rows, found.other)


def _today() -> date:
    return datetime.now(UTC).date()
