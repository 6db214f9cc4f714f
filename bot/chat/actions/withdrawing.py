"""`/desk withdraw`: a briefing that is not shown in this server, or is again; a change of the server's settings."""

from bot.cards.failure import denied_card
from bot.cards.server_settings import not_taken_card
from bot.cards.withdrawn import unknown_card, withdrawn_card
from bot.chat import answer
from bot.chat.actions.server_settings import tell_not_kept
from bot.chat.connection.callback import defer
from bot.chat.context import Context
from bot.domain.problem import ProblemsError
from bot.server_settings import SettingsOffError
from bot.usage.database import UsageError

COMMAND = "desk withdraw"
MOST = 3
"""Briefings that are named where what was typed is the id of none."""


async def withdraw(context: Context, brief: str, *, show: bool) -> None:
    """Hide a briefing, or show it again, through the settings of the server: there is no other list."""
    words, library, server = context.words, context.whole_library, context.server
    if server is None:
        return  # the gate lets nobody in without one
    if brief not in library.briefs:
        near = context.whole_finder.search(brief, limit=MOST, kinds={"brief"}).results
        slugs = [hit.id for hit in near if hit.kind == "brief"]
        await answer.notice(context, unknown_card(library, slugs, words), "none")
        return
    await defer(context.interaction)
    try:
        is_new = await context.server_settings.hide(server, brief, hidden=not show)
    except SettingsOffError:
        await answer.notice(context, denied_card(words, words("settings.off")), "denied", brief)
    except ProblemsError as error:
        await answer.notice(context, not_taken_card(error.problems, words), "failed", brief)
    except UsageError as error:
        await tell_not_kept(context, error)
    else:
        command = context.mentions.get(COMMAND, f"`/{COMMAND}`")
        card = withdrawn_card(library, brief, words, hidden=not show, is_new=is_new, command=command)
        await answer.notice(context, card, "reloaded" if is_new else "shown", brief)
