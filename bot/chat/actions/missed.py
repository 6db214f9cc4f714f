"""*None of these* and *Not what I meant*: counted with what came nearest, and answered with what to do next."""

from bot.cards.address import Address
from bot.cards.routes import card_at
from bot.cards.search import missed_card
from bot.chat import answer
from bot.chat.context import Context


async def none_of_these(context: Context, nearest: Address) -> None:
    """Nothing that was offered was meant."""
    await _missed(context, nearest, none_of_several=True)


async def not_meant(context: Context, shown: Address) -> None:
    """What was found for some words was not what they meant."""
    await _missed(context, shown, none_of_several=False)


async def _missed(context: Context, nearest: Address, *, none_of_several: bool) -> None:
    card = missed_card(
        context.library,
        nearest,
        context.options,
        none_of_several=none_of_several,
        counted=context.usage.counting,
        contact=context.policy.contact,
    )
    known = card_at(context.whole_library, nearest, context.options) is not None
    outcome = "none_of_these" if none_of_several else "not_meant"
    await answer.answer(context, card, outcome, nearest.id if known else "")
