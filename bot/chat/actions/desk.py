"""The moderators' desk: reading everything again, and what is in force."""

import logging

from bot import __version__
from bot.cards.desk import Status, amiss_text, problems_card, reloaded_card, status_card
from bot.cards.failure import denied_card, outdated_card
from bot.cards.notice import message_card
from bot.cards.schedule import announcement_fault, post_faults
from bot.chat import answer, reply
from bot.chat.channels import look_at_channels
from bot.chat.connection.callback import defer
from bot.chat.context import Context
from bot.chat.counting import heed_log
from bot.chat.unasked.corrections import announced
from bot.chat.unasked.schedules import courses
from bot.checking import CheckingError
from bot.domain.policy import Setting
from bot.domain.problem import ProblemsError
from bot.snapshot import Snapshot
from bot.usage.database import UsageError

_log = logging.getLogger(__name__)

KIND = "desk"
"""The kind in the addresses that its cards had once."""
COMMAND = "desk status"
"""What such buttons are counted as."""


async def reload(context: Context) -> None:
    """Put what the files say in force, or say everything that is wrong with them."""
    words = context.words
    if not context.operates:
        await answer.notice(context, denied_card(words, words("said.operators-only")), "denied")
        return
    await defer(context.interaction)
    try:
        reloaded = await context.current.reload()
    except ProblemsError as error:
        await answer.notice(context, problems_card(error.problems, words), "failed")
        return
    except CheckingError as error:
        _log.error("Nothing was reloaded. %s", error)
        told = message_card(words("desk.unchecked-title"), words("desk.unchecked"))
        await answer.notice(context, told, "failed")
        return
    heed_log(context.usage, context.current)
    await context.server_settings.begin()
    await look_at_channels(context.interaction.client, context.current)
    library = reloaded.snapshot.library
    warnings = _warnings_after(context, reloaded.snapshot)
    card = reloaded_card(reloaded.changes, library, words, moderation=reloaded.moderation, warnings=warnings)
    await answer.notice(context, card, "reloaded")


async def status(context: Context) -> None:
    """Say which library there is, which settings hold in this channel and why, and what is wrong."""
    snapshot, current, server = context.snapshot, context.current, context.server or ""
    told = Status(
        server=server,
        channel=next(iter(context.asker.channels), ""),
        loaded=snapshot.loaded,
        version=__version__,
        uptime=current.uptime,
        settings=_settings(context),
        settings_digest=snapshot.settings_digest(server),
        from_discord=context.server_settings.origin(server) == "discord",
        set_aside=context.server_settings.has_set_aside(server),
        unread=not context.server_settings.could_be_read,
        amiss=_amiss(context),
        unsent=await reply.in_time(context.interaction, _unsent(context, server)),
        reports_refused=context.policy.reports_channel in current.refusing,
        warnings=snapshot.warnings,
        paths=context.operates,
    )
    await answer.notice(context, status_card(snapshot.library, told, context.words), "shown")


async def turned(context: Context) -> None:
    """Answer for a button that turned the pages of a list, which is given whole today."""
    await answer.notice(context, outdated_card(context.words), "gone")


def _settings(context: Context) -> tuple[Setting, ...]:
    """Those in force here; which server operates the bot is for that server to know."""
    settings = context.policy.settings
    return settings if context.operates else tuple(one for one in settings if one.name != "operators_server")


async def _unsent(context: Context, server: str) -> tuple[str, ...]:
    """What did not come of posts by schedule and of corrections; that it cannot be read is told too."""
    kept, words = context.server_settings.kept, context.words
    try:
        found, told = await courses(kept, server), await announced(kept, server)
    except UsageError as error:
        _log.error("What was posted unasked could not be read: %s", error)
        return (f"- {words('desk.unsent-unread')}",)
    schedules = context.policy.schedules
    return (
        *post_faults({name: course for name, course in found.items() if name in schedules}, words),
        *announcement_fault(told, words),
    )


def _warnings_after(context: Context, snapshot: Snapshot) -> tuple[str, ...]:
    """What whoever reloaded should look at: channels that are not there, and that nobody here may reload any more."""
    words, amiss, operators = context.words, _amiss(context), snapshot.in_force(context.server).operators_server
    told = [amiss_text(amiss, words)] if amiss else []
    if operators is not None and operators != context.server:
        told.append(words("desk.locked-out", server=operators))
    return tuple(told)


def _amiss(context: Context) -> tuple[tuple[str, str, str], ...]:
    return tuple((one.key, one.channel, one.why) for one in context.current.amiss.get(context.server or "", ()))
