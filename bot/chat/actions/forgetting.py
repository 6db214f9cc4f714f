"""`/desk forget`: deletes all that is kept of a server, after a second question.

It is for members with *Manage Server*, as giving the settings back is: they are deleted too.
"""

import logging

from bot.cards.address import Address
from bot.cards.failure import denied_card
from bot.cards.forget import forget_card, forgotten_card, not_forgotten_card
from bot.cards.layout.pages import page_of
from bot.chat import answer, reply
from bot.chat.context import Context
from bot.usage.copies import COPIES_KEPT_DAYS
from bot.usage.database import UsageError

_log = logging.getLogger(__name__)


async def ask(context: Context) -> None:
    """Say what would be deleted and what cannot be, with the button that does it."""
    if await _may(context):
        await answer.answer(context, forget_card(context.words, COPIES_KEPT_DAYS), "shown")


async def forget(context: Context, _server: Address) -> None:
    """Delete it. That it was done is counted without the server: nothing of it shall be there."""
    server, words = context.asker.server, context.words
    if server is None or not await _may(context):
        return
    await reply.wait_for(context.interaction)
    try:
        values = await context.server_settings.forget(str(server))
        counts = await context.usage.forget(server)
    except UsageError as error:
        _log.error("What is kept of a server could not be deleted: %s", error)
        card = not_forgotten_card(words)
    else:
        context.current.forget_amiss(str(server))
        context.current.refusing.discard(context.policy.reports_channel or "")
        card = forgotten_card(words, counts, values, COPIES_KEPT_DAYS)
        context.count("removed", placeless=True)
    await reply.replace_answer(context.interaction, page_of(card, words, 1))


async def _may(context: Context) -> bool:
    if not context.asker.manages_server:
        await answer.notice(context, denied_card(context.words, context.words("settings.who")), "denied")
    return context.asker.manages_server
