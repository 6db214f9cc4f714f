"""What can be done with somebody's message: right-click, Apps."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import discord
from discord import app_commands

from bot.cards.address import Action, Address
from bot.cards.card import Press
from bot.cards.escape import label
from bot.cards.notice import message_card
from bot.cards.search import found_card
from bot.cards.unread import with_unread
from bot.chat import answer
from bot.chat.commands.check import answer_check
from bot.chat.connection.translator import translated
from bot.chat.context import Context, context_of
from bot.chat.lookup import offer
from bot.chat.messages import read

LABEL = 38
"""Characters that a phone shows of a button."""
MOST = 3
"""Briefings that are offered for a message."""


@app_commands.context_menu(name=translated(key="command.check-quotation-name"))
async def check_quotation(interaction: discord.Interaction, message: discord.Message) -> None:
    """Answer as `/check` does for the text of a message."""
    found, ours = read(message), message.author.id == interaction.application_id
    await answer_check(context_of(interaction), found.texts, found.unread, ours=ours)


@app_commands.context_menu(name=translated(key="command.find-a-briefing-name"))
async def find_a_briefing(interaction: discord.Interaction, message: discord.Message) -> None:
    """Answer with the briefings that a message may be about."""
    context, was_read = context_of(interaction), read(message)
    words, text = context.words, was_read.text
    if not was_read.texts:
        nothing = message_card(words("said.nothing-to-find-title"), words("said.nothing-to-find"))
        await answer.answer(context, with_unread(nothing, was_read.unread, words), "unread")
        return
    found = context.snapshot.finder.search(text, limit=MOST, kinds={"brief"})
    if found.outcome not in {"match", "ask"}:
        await offer(context, text, found, was_read.unread)
        return
    slugs = [hit.id for hit in found.results][:MOST]
    card = found_card(context.library, slugs, context.options)
    if context.moderator and context.asker.bot_may_write:
        card = replace(card, actions=(*card.actions, *_replies(context, slugs, message)))
    card = with_unread(card, was_read.unread, words)
    await answer.answer(context, card, found.outcome, slugs[0])


def _replies(context: Context, slugs: Iterable[str], message: discord.Message) -> Iterator[Press]:
    """*Reply with this*, for each briefing by its title."""
    for slug in slugs:
        shown = context.words("action.reply", title=context.library.briefs[slug].title)
        yield Press(label(shown, LABEL), Action("reply", Address("brief", slug), str(message.id)))
