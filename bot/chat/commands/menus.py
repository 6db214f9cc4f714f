"""What can be done with somebody's message: right-click, Apps."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import discord
from discord import app_commands

from bot.cards.address import Address
from bot.cards.card import Press
from bot.cards.escape import label
from bot.cards.search import found_card
from bot.chat.commands.check import answer_check
from bot.chat.connection.translator import translated
from bot.chat.context import Visit
from bot.chat.gate import Reception
from bot.chat.lookup import offer

LABEL = 38
"""Characters that a phone shows of a button."""
MOST = 3
"""Briefings that are offered for a message."""


def message_menus(reception: Reception) -> tuple[app_commands.ContextMenu, ...]:
    """*Check quotation* and *Find a briefing*; discord.py finds these neither in cogs nor by decorators there."""

    async def check_quotation(interaction: discord.Interaction, message: discord.Message) -> None:
        await answer_check(reception.receive(interaction, "Check quotation"), _text(message))

    async def find_a_briefing(interaction: discord.Interaction, message: discord.Message) -> None:
        await _find(reception.receive(interaction, "Find a briefing"), message)

    return (
        app_commands.ContextMenu(name=translated(key="command.check-quotation-name"), callback=check_quotation),
        app_commands.ContextMenu(name=translated(key="command.find-a-briefing-name"), callback=find_a_briefing),
    )


async def _find(visit: Visit, message: discord.Message) -> None:
    text = _text(message)
    answer = visit.stock.finder.search(text, limit=MOST, kinds={"brief"})
    if answer.outcome not in {"match", "ask"}:
        await offer(visit, text, answer)
        return
    found = [hit.id for hit in answer.results][:MOST]
    card = found_card(visit.library, found, visit.showing)
    if visit.moderator and visit.asker.bot_may_write:
        card = replace(card, actions=(*card.actions, *_replies(visit, found, message)))
    await visit.answer(card, answer.outcome, found[0] if answer.outcome == "match" else "")


def _replies(visit: Visit, slugs: Iterable[str], message: discord.Message) -> Iterator[Press]:
    """*Reply with this*, for each briefing by its title."""
    for slug in slugs:
        shown = visit.words("deed.reply", title=visit.library.briefs[slug].title)
        yield Press(label(shown, LABEL), Address("brief", slug, "reply", extra=str(message.id)))


def _text(message: discord.Message) -> str:
    """What a message says, also where it is somebody else's, forwarded."""
    forwarded = (snapshot.content for snapshot in message.message_snapshots)
    return "\n".join(filter(None, (message.content, *forwarded)))
