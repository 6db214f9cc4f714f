"""The moderators' desk: reading everything again, and what is in force."""

from datetime import UTC, datetime

from bot import __version__
from bot.cards.desk import Status, problems_card, reloaded_card, status_card
from bot.cards.failure import denied_card, outdated_card
from bot.chat import answer
from bot.chat.channels import look_at_channels
from bot.chat.context import Context
from bot.chat.counting import heed_log
from bot.domain.policy import Setting
from bot.domain.problem import ProblemsError

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
    await context.interaction.response.defer(ephemeral=True, thinking=True)
    try:
        reloaded = await context.current.reload()
    except ProblemsError as error:
        await answer.notice(context, problems_card(error.problems, words), "failed")
        return
    heed_log(context.usage, context.current)
    await context.server_settings.begin()
    await look_at_channels(context.interaction.client, context.current)
    library = reloaded.snapshot.library
    card = reloaded_card(reloaded.changes, library, words, moderation=reloaded.moderation, amiss=_amiss(context))
    await answer.notice(context, card, "reloaded")


async def status(context: Context) -> None:
    """Say which library there is, which settings hold in this channel and why, and what is wrong."""
    snapshot, current, server = context.snapshot, context.current, context.server or ""
    told = Status(
        server=server,
        channel=next(iter(context.asker.channels), ""),
        loaded=snapshot.loaded,
        version=__version__,
        uptime=datetime.now(UTC) - current.opened,
        settings=_settings(context),
        settings_digest=snapshot.settings_digest(server),
        from_discord=context.server_settings.origin(server) == "discord",
        set_aside=context.server_settings.has_set_aside(server),
        unread=not context.server_settings.could_be_read,
        amiss=_amiss(context),
        reports_refused=context.policy.reports_channel in current.refusing,
        warnings=snapshot.warnings,
        paths=context.operates,
    )
    await answer.answer(context, status_card(snapshot.library, told, context.words), "shown")


async def turned(context: Context) -> None:
    """Answer for a button that turned the pages of a list, which is given whole today."""
    await answer.notice(context, outdated_card(context.words), "gone")


def _settings(context: Context) -> tuple[Setting, ...]:
    """Those in force here; which server operates the bot is for that server to know."""
    settings = context.policy.settings
    return settings if context.operates else tuple(one for one in settings if one.name != "operators_server")


def _amiss(context: Context) -> tuple[tuple[str, str, str], ...]:
    return tuple((one.key, one.channel, one.why) for one in context.current.amiss.get(context.server or "", ()))
