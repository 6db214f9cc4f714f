"""Starts the bot: on Discord with a token, on another server, or in the sandbox; and registers its commands by hand."""

import asyncio
import gc
import logging
import sys
from collections.abc import Callable, Coroutine
from datetime import date
from typing import TypeVar

from bot import logs
from bot.alone import Hold, alone
from bot.charts.charts import Charts
from bot.chat.connection import connect, invitation
from bot.chat.connection.connect import Login
from bot.chat.connection.endings import NOT_THIS_BOT, CannotConnectError
from bot.chat.connection.translator import catalogue
from bot.current import Current
from bot.domain.garbage import collector_at_rest
from bot.report import whole_snapshot
from bot.settings import Settings
from bot.sources import Sources
from bot.usage.key import Keys, read_keys
from bot.usage.log import UsageLog
from bot.words.catalogue import ENGLISH

if sys.platform == "win32":
    _loop_factory = None
else:
    import uvloop

    _loop_factory = uvloop.new_event_loop

Outcome = TypeVar("Outcome")

_NO_TOKEN = "There is no token: put it after DISCORD_TOKEN= in .env. Only the sandbox needs none."  # noqa: S105 - a sentence

_log = logging.getLogger(__name__)


def run(settings: Settings, today: date, say: Callable[[str], None], *, live: bool = False) -> None:
    """Answer members until told to stop; `say` tells the operator where the sandbox is, which `live` rules out.

    Raises:
        ProblemsError: content or moderators' file cannot be used.
        CannotConnectError: the token, the server or the sandbox's port will not do.
        NotAloneError: another bot runs on the same state folder.
    """
    if live and settings.token is None:
        raise CannotConnectError(_NO_TOKEN, NOT_THIS_BOT)
    _begin_logging(settings)
    with alone(settings.state) as hold:
        current = _current(settings, today)
        for warning in (*settings.warnings(), *map(str, current.snapshot.warnings)):
            _log.warning(warning)
        if settings.token is not None or settings.api_url is not None:
            _in_loop(_held(hold, _run(settings, current, _usage(settings, today))))
        else:
            usage = _usage(settings.log_of_the_sandbox(), today)
            _in_loop(_held(hold, _run_in_sandbox(settings, current, usage, say)))


def sync(settings: Settings, today: date, guild: int | None) -> None:
    """Register the commands with Discord, everywhere or in one server.

    Raises:
        ProblemsError: content or moderators' file cannot be used.
        CannotConnectError: the token or the server will not do.
    """
    _begin_logging(settings)
    current = _current(settings, today)
    nothing_counted = UsageLog(settings.usage_database, Keys.fixed(b""))
    _in_loop(connect.sync(_login(settings), current, nothing_counted, guild))


def invitations(settings: Settings) -> tuple[str, str]:
    """The links that add the bot to a server, and to somebody's own account.

    Raises:
        CannotConnectError: there is no token, or it opens nothing.
    """
    _begin_logging(settings)
    application = _in_loop(connect.application(_login(settings)))
    return invitation.to_server(application), invitation.to_account(application)


async def _held(hold: Hold, work: Coroutine[object, object, None]) -> None:
    async with hold.looked_after():
        await work


async def _run(settings: Settings, current: Current, usage: UsageLog) -> None:
    async with usage:
        await connect.run(_login(settings), current, usage)


async def _run_in_sandbox(settings: Settings, current: Current, usage: UsageLog, say: Callable[[str], None]) -> None:
    from discord_sandbox import Sandbox  # noqa: PLC0415 - a bot that is live does without it

    said = current.snapshot.library.introduction(ENGLISH)
    sandbox = Sandbox(bot_name="Verbatim", bot_about=said.subject if said else "")
    port = settings.sandbox_port
    try:
        await sandbox.start(port)
    except OSError as error:
        raise CannotConnectError(
            f"Port {port} cannot be used ({error.strerror}); set VERBATIM_SANDBOX_PORT to another, or to 0."
        ) from error
    try:
        say(f"This is the sandbox, a small Discord of its own. Talk to the bot here: {sandbox.console_url}")
        say("To go live, put the bot's token after DISCORD_TOKEN= in .env (see README.md) and start again.")
        login = Login(sandbox.token, settings.registered_commands, sandbox.api_url, pulse=settings.pulse)
        async with usage:
            await connect.run(login, current, usage)
    finally:
        await sandbox.stop()


def _usage(settings: Settings, today: date) -> UsageLog:
    keys = read_keys(settings.usage_key, settings.usage_key_file, today)
    return UsageLog(settings.usage_database, keys)


def _current(settings: Settings, today: date) -> Current:
    sources = Sources(settings.seeds, settings.briefs, settings.moderation)
    with collector_at_rest(stays=True):
        snapshot = whole_snapshot(sources, catalogue(), today)
        gc.collect()  # linting leaves cycles behind, which are not to stay
    return Current(sources, snapshot, Charts(catalogue().words(ENGLISH)))


def _login(settings: Settings) -> Login:
    if settings.token is None:
        raise CannotConnectError(_NO_TOKEN)
    token = settings.token.get_secret_value()
    return Login(
        token, settings.registered_commands, settings.api_url, pulse=settings.pulse, sessions=settings.sessions
    )


def _begin_logging(settings: Settings) -> None:
    secrets = [secret.get_secret_value() for secret in (settings.token, settings.usage_key) if secret is not None]
    logs.set_up_logging(settings.log_level, secrets)
    logs.take_in_the_rest()


def _in_loop(work: Coroutine[object, object, Outcome]) -> Outcome:
    """Run in the faster event loop where the platform has it."""
    with asyncio.Runner(loop_factory=_loop_factory) as runner:
        return runner.run(work)
