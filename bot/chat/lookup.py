"""From what somebody typed to the card they meant: never guessing, never a dead end."""

from collections.abc import Callable, Collection, Iterable, Iterator

from bot.cards.address import Address
from bot.cards.naming import is_known, name_of
from bot.cards.search import ask_card, nothing_card
from bot.chat.autocomplete import Suggestion
from bot.chat.context import Visit
from bot.domain.library import Library
from bot.domain.model import Kind
from bot.domain.search import Answer, Hit
from bot.domain.text.scripts import language_written


async def look_up(
    visit: Visit,
    typed: str,
    kinds: Collection[Kind] | None = None,
    *,
    card_of: Callable[[Kind, str], Address] = Address,
    public: bool | None = None,
) -> None:
    """Answer with what was meant; `card_of` tells which card of it is wanted.

    An id, as a chosen suggestion gives it, is taken as it is. Whatever kinds are wanted, the search answers for
    boundaries, so that no option is a way around them.
    """
    for kind in kinds or ("brief",):
        if is_known(visit.library, kind, typed):
            await visit.present(card_of(kind, typed), "match", public=public)
            return
    answer = visit.stock.finder.search(typed, kinds=kinds)
    if answer.outcome == "match":
        found = answer.results[0]
        await visit.present(card_of(found.kind, found.id), "match", public=public)
    else:
        await offer(visit, typed, answer)


async def offer(visit: Visit, typed: str, answer: Answer) -> None:
    """What can be said where there is no one match: the boundary's reply, a choice, or the nearest there is."""
    found: list[tuple[Kind, str]] = [(hit.kind, hit.id) for hit in answer.results]
    if answer.outcome == "boundary":
        await visit.present(Address(*found[0], extra=language_written(typed)), "boundary")
    elif answer.outcome == "none":
        await visit.answer(nothing_card(visit.library, found, typed, visit.showing), "none")
    else:
        await visit.answer(ask_card(visit.library, found, typed, visit.showing), "ask")


def suggestions(library: Library, hits: Iterable[Hit]) -> Iterator[Suggestion]:
    """What is shown while somebody types: each item's name and, where the name does not show it, the alias they hit."""
    for hit in hits:
        name = name_of(library, hit.kind, hit.id)
        told = hit.why == "alias" and hit.matched.casefold() not in name.casefold()
        yield Suggestion(f"{name} ({hit.matched})" if told else name, hit.id)
