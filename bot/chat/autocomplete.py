"""Answers Discord while somebody types: quickly, with at most 25 choices, and never with an exception.

Every keystroke is an interaction of its own. An answer that comes after the next keystroke is refused by Discord, which
is nothing to worry about (https://github.com/Rapptz/discord.py/issues/9331).
"""

import json
from collections.abc import Callable, Container, Coroutine, Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

import aiohttp
import discord
from discord.app_commands import Choice

from bot.cards.escape import label
from bot.cards.kinds import title_of
from bot.chat.connection.callback import acknowledge
from bot.chat.context import context_of
from bot.chat.failure import log_failure, log_unsuggested
from bot.domain.library import Library
from bot.domain.model import Kind
from bot.domain.search import Hit, Question
from bot.domain.text.scripts import language_written
from bot.snapshot import Snapshot

MOST = 25
LONGEST = 100
"""Of a choice's name and value (https://discord.com/developers/docs/interactions/application-commands)."""

LONGEST_TYPED = 200
"""Of what is typed, this is looked at with every keystroke; what is submitted is searched whole."""


class Offer(NamedTuple):
    """What a member reads in the list, and what is submitted when they choose it."""

    shown: str
    value: str


Find = Callable[[discord.Interaction, Snapshot, Question], Iterable[Offer]]
"""Names what is suggested for what has been typed, best first."""


Suggesting = Callable[[discord.Interaction, str], Coroutine[Any, Any, list[Choice[str]]]]
"""What discord.py calls while somebody types."""


def suggesting(find: Find, *, of_text_alone: bool = False) -> Suggesting:
    """Make a command's autocomplete of a function that names what is suggested.

    For a question that is not answered nothing is: Enter would take the first choice in place of what was written.
    Where the suggestions are `of_text_alone`, they are kept ready for whoever types the same.
    """

    def body(interaction: discord.Interaction, snapshot: Snapshot, typed: str) -> bytes:
        asked = snapshot.finder.read(typed)
        found = () if snapshot.finder.boundary(asked) else find(interaction, snapshot, asked)
        fitting = (one for one in found if 0 < len(one.value) <= LONGEST)
        return body_of((label(one.shown, LONGEST), one.value) for one in islice(fitting, MOST))

    async def suggested(interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        try:
            context, typed = context_of(interaction), typed[:LONGEST_TYPED]
            if of_text_alone:
                ready = context.suggestions(find, typed, lambda: body(interaction, context.snapshot, typed))
            else:
                ready = body(interaction, context.snapshot, typed)
        except Exception as error:  # noqa: BLE001 - typing goes on without suggestions; the log has the reason
            log_failure(error)
            ready = body_of(())
        await suggest(interaction, ready)
        return []  # discord.py has nothing left to send

    return suggested


def named(library: Library, hits: Iterable[Hit], typed: str, own: Kind) -> Iterator[Offer]:
    """Each item by its name, and by the alias that was hit where the name does not show it.

    An alias in another script than what was typed tells nobody why. An item that is not of the option's own kind is
    submitted with its kind.
    """
    script = language_written(typed)
    for hit in hits:
        title = title_of(library, hit.kind, hit.id)
        tells = hit.why == "alias" and language_written(hit.matched) == script
        told = tells and hit.matched.casefold() not in title.casefold()
        yield Offer(
            f"{title} ({hit.matched})" if told else title, hit.id if hit.kind == own else f"{hit.kind}:{hit.id}"
        )


def items(*kinds: Kind, where: Callable[[Library], Container[str]] | None = None) -> Suggesting:
    """The autocomplete of an option that takes items of some kinds, mostly the first; `where`: those worth showing."""

    def find_items(_interaction: discord.Interaction, snapshot: Snapshot, asked: Question) -> Iterable[Offer]:
        allowed = where(snapshot.library) if where else None
        hits = snapshot.finder.complete(
            asked, kinds=set(kinds), where=None if allowed is None else lambda _, key: key in allowed
        )
        return named(snapshot.library, hits, asked.text, kinds[0])

    return suggesting(find_items, of_text_alone=True)


def topics() -> Suggesting:
    """The autocomplete of an option that takes any question: briefs, and before them what is its answer."""

    def find_topics(_interaction: discord.Interaction, snapshot: Snapshot, asked: Question) -> Iterable[Offer]:
        return named(snapshot.library, snapshot.finder.suggest(asked), asked.text, "brief")

    return suggesting(find_topics, of_text_alone=True)


def body_of(choices: Iterable[tuple[str, str]]) -> bytes:
    """The JSON of a list of choices, each by its name and value."""
    shown = [{"name": name, "value": value} for name, value in choices]
    return json.dumps({"choices": shown}, separators=(",", ":")).encode()


async def suggest(interaction: discord.Interaction, body: bytes) -> None:
    """Send a list, unless one has been sent or it comes too late."""
    if interaction.response.is_done():
        return
    try:
        await acknowledge(interaction, discord.InteractionResponseType.autocomplete_result, body)
    except (discord.HTTPException, aiohttp.ClientError) as error:
        log_unsuggested(error)
