"""From what somebody typed to the card they meant: never guessing, never a dead end."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, get_args

from bot.cards.address import Address
from bot.cards.card import Choice
from bot.cards.escape import escape_line, label
from bot.cards.kinds import is_known, title_of
from bot.cards.menus import CHOICE
from bot.cards.missed import nearest_of, with_none_of_these
from bot.cards.notice import message_card
from bot.cards.parties import bound_address
from bot.cards.search import ask_card, elsewhere_card, nothing_card
from bot.cards.unread import Unread, with_unread
from bot.chat import answer
from bot.chat.context import Context
from bot.domain.citation.citations import Reading
from bot.domain.model import Kind
from bot.domain.search import Answer, Question
from bot.domain.text.scripts import language_written


async def look_up(
    context: Context,
    typed: str,
    kinds: Collection[Kind] | None = None,
    *,
    card_of: Callable[[Kind, str], Address] = Address,
    public: bool | None = None,
) -> None:
    """Answer with what was meant; `card_of` tells which card of it is wanted."""
    found = await meant(context, typed, kinds, card_of=card_of)
    if found is not None:
        await answer.present(context, found.address, "match", public=public, searched=found.searched)


class CardMeant(NamedTuple):
    """What somebody meant, and whether it had to be searched for."""

    address: Address
    searched: bool


async def meant(
    context: Context,
    typed: str,
    kinds: Collection[Kind] | None = None,
    *,
    card_of: Callable[[Kind, str], Address] = Address,
) -> CardMeant | None:
    """What was meant; None where that is not one thing, and has been answered.

    An id, as a chosen suggestion gives it, is taken as it is, with its kind before it too. Whatever kinds are wanted,
    the search answers for boundaries, so that no option is a way around them.
    """
    question = context.snapshot.finder.read(typed)
    if await answered_urgently(context, question):
        return None
    chosen = _chosen(context, typed, kinds)
    if chosen is not None:
        return CardMeant(card_of(*chosen), searched=False)
    if context.hides(Address("brief", typed.removeprefix("brief:"))):
        await answer.gone(context, Address("brief", typed.removeprefix("brief:")))
        return None
    found = context.snapshot.finder.search(question, kinds=kinds)
    bound = context.snapshot.finder.bound(question) if kinds is None or "instrument" in kinds else None
    if found.outcome != "boundary" and bound is not None:
        return CardMeant(bound_address(bound), searched=True)
    if found.outcome == "match":
        best = found.results[0]
        return CardMeant(card_of(best.kind, best.id), searched=True)
    if found.outcome == "none" and (kinds is None or "article" in kinds) and (cited := _not_stored(context, typed)):
        await tell_not_stored(context, cited)
    else:
        await offer(context, typed, found)
    return None


def _not_stored(context: Context, typed: str) -> Reading | None:
    """What a text cites, where none of it is stored."""
    reading = context.snapshot.finder.cited(typed)
    return reading if reading.citations and not any(each.article for each in reading.citations) else None


def _chosen(context: Context, typed: str, kinds: Collection[Kind] | None) -> tuple[Kind, str] | None:
    """The item whose id was submitted, of the kinds that are wanted."""
    for kind in kinds or ("brief",):
        if is_known(context.library, kind, typed):
            return kind, typed
    named, _, key = typed.partition(":")
    for kind in kinds or get_args(Kind):
        if kind == named and is_known(context.library, kind, key):
            return kind, key
    return None


async def answered_urgently(context: Context, *typed: str | Question) -> bool:
    """Answer with where to turn, before anything else, if something that was typed is of somebody in danger."""
    for question in map(context.snapshot.finder.read, typed):
        boundary = context.snapshot.finder.boundary(question)
        if boundary and boundary.urgent:
            address = Address("boundary", boundary.id, language=language_written(question.text))
            await answer.present(context, address, "boundary")
            return True
    return False


async def offer(
    context: Context, typed: str, found: Answer, unread: Sequence[Unread] = (), *, without: Kind | None = None
) -> None:
    """What can be said where there is no one match: the boundary's reply, a choice, or the nearest there is.

    `unread` is what was not read of the message that was asked about; of the kind `without` nothing else is wanted.
    """
    items: list[tuple[Kind, str]] = [(hit.kind, hit.id) for hit in found.results]
    if found.outcome == "boundary":
        kind, key = items[0]
        await answer.present(context, Address(kind, key, language=language_written(typed)), "boundary")
    elif found.outcome == "none" and (elsewhere := _elsewhere(context, typed, without)):
        card = elsewhere_card(context.library, elsewhere, typed, context.options)
        await answer.answer(context, with_unread(card, unread, context.words), "none", nearest_of(elsewhere).id)
    elif found.outcome == "none":
        card = nothing_card(context.library, items, typed, context.options)
        await answer.answer(context, with_unread(card, unread, context.words), "none", nearest_of(items).id)
    else:
        card = ask_card(context.library, items, typed, context.options)
        await answer.answer(context, with_unread(card, unread, context.words), "ask", nearest_of(items).id)


def _elsewhere(context: Context, typed: str, without: Kind | None) -> list[tuple[Kind, str]]:
    """What the library has on something, of whatever kind: where there is any, nobody is told that it has nothing."""
    found = context.snapshot.finder.search(typed)
    hits = found.results if found.outcome in {"match", "ask"} else ()
    return [(hit.kind, hit.id) for hit in hits if hit.kind != without]


async def tell_not_stored(context: Context, reading: Reading) -> None:
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
    nearest = Address("instrument", min(instruments))
    await answer.answer(context, with_none_of_these(card, nearest, words), "none", nearest.id)
