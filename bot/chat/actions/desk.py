"""The moderators' desk: reading everything again, and what is in force."""

from datetime import UTC, datetime

from bot import __version__
from bot.cards.address import Address
from bot.cards.card import Card
from bot.cards.desk import problems_card, reloaded_card, status_card
from bot.cards.layout.pages import page_of
from bot.chat import answer, reply
from bot.chat.context import Context
from bot.domain.problem import ProblemsError

KIND = "desk"
"""The kind in the addresses of its cards."""
COMMAND = "desk status"
"""What its buttons are counted as."""

PROBLEMS = Address(KIND, view="problems")


async def reload(context: Context) -> None:
    """Put what the files say in force, or say everything that is wrong with them."""
    await context.interaction.response.defer(ephemeral=True, thinking=True)
    try:
        reloaded = await context.current.reload()
    except ProblemsError:
        await answer.notice(context, _problems(context), "failed")
        return
    card = reloaded_card(reloaded.changes, reloaded.snapshot.library, context.words, moderation=reloaded.moderation)
    await answer.notice(context, card, "reloaded")


async def status(context: Context) -> None:
    """Say which library there is, and which settings hold in this channel and why."""
    snapshot = context.snapshot
    card = status_card(
        snapshot.library,
        context.words,
        loaded=snapshot.loaded,
        warnings=snapshot.warnings,
        settings=context.policy.settings,
        reports_refused=context.policy.reports_channel in context.current.refusing,
        version=__version__,
        uptime=datetime.now(UTC) - context.current.opened,
    )
    await answer.answer(context, card, "shown")


async def turn(context: Context, address: Address) -> None:
    """Another page of the problems; after a restart or a good reload there are none to turn."""
    if address.view != PROBLEMS.view or not context.current.problems:
        await answer.gone(context)
        return
    await reply.respond(context.interaction, page_of(_problems(context), context.words, address.page))
    context.count("shown")


def _problems(context: Context) -> Card:
    return problems_card(context.current.problems, context.words, address=PROBLEMS)
