"""The commands that take one thing by its name or by anything typed, and without it list all there are."""

from collections.abc import Callable, Container

import discord
from discord import app_commands

from bot.cards.address import Address
from bot.chat import answer
from bot.chat.autocomplete import items
from bot.chat.commands.command import Declared, command
from bot.chat.connection.translator import translated
from bot.chat.context import context_of
from bot.chat.lookup import look_up
from bot.domain.library import Library
from bot.domain.model import Kind


def _lookup(  # noqa: PLR0913 - what differs between the four
    name: str,
    option: str,
    option_meaning: str,
    kinds: tuple[Kind, ...],
    listing: str,
    *,
    card_of: Callable[[Kind, str], Address] = Address,
    where: Callable[[Library], Container[str]] | None = None,
) -> Declared:
    @command(name)
    @app_commands.rename(wanted=translated(key=option))
    @app_commands.describe(wanted=translated(key=option_meaning))
    @app_commands.autocomplete(wanted=items(*kinds, where=where))
    async def lookup(interaction: discord.Interaction, wanted: str | None = None) -> None:
        context = context_of(interaction)
        if wanted:
            await look_up(context, wanted, kinds, card_of=card_of)
        else:
            await answer.present(context, Address(listing), "shown")

    return lookup


def _timeline_of(kind: Kind, key: str) -> Address:
    return Address("timeline" if kind == "brief" else kind, key)


def _dated(library: Library) -> Container[str]:
    return {topic for event in library.events.values() for topic in event.topics}


figures = _lookup("figures", "option.topic-name", "option.figures-topic", ("figure",), "figures")
timeline = _lookup(
    "timeline",
    "option.topic-name",
    "option.timeline-topic",
    ("brief",),
    "timeline",
    card_of=_timeline_of,
    where=_dated,
)
define = _lookup("define", "option.term-name", "option.term", ("term", "person"), "terms")
source = _lookup("source", "option.document-name", "option.document", ("document",), "documents")
