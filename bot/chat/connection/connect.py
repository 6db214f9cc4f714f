"""Connects the bot to Discord, or to another server, and keeps it there until it is told to stop."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import discord

from bot.chat.connection.allowance import Allowance
from bot.chat.connection.client import Register, Verbatim
from bot.chat.connection.endings import FAULTS, CannotConnectError, ending
from bot.chat.connection.invitation import application_of, tell_link
from bot.chat.connection.login import log_in
from bot.chat.connection.patience import Pace, patiently
from bot.chat.connection.pulse import keep_pulse
from bot.chat.connection.registration import register, register_if_changed, register_in
from bot.chat.connection.server import turn_to
from bot.chat.connection.translator import catalogue
from bot.chat.failure import log_unheard
from bot.chat.gate import Gate
from bot.chat.unasked.sending import Clock, utc_now
from bot.current import Current
from bot.server_settings import ServerSettings
from bot.stopping import SIGNALS
from bot.usage.desk_state import DeskState
from bot.usage.log import UsageLog


@dataclass(frozen=True, slots=True)
class Login:
    """Whom to be, and where."""

    token: str = field(repr=False)
    kept_hash: Path
    """The file that remembers which commands were registered last."""
    api_url: str | None = None
    """Another Discord-compatible API; None is Discord itself."""
    pulse: Path | None = None
    """The file that is touched while the bot serves; None where nobody looks at it."""
    sessions: Path | None = None
    """The file that remembers how many sessions may still be begun; None where no other process need know."""


async def run(login: Login, current: Current, usage: UsageLog) -> None:
    """Answer members until one of the `SIGNALS`; what is in hand then is finished first.

    Raises:
        CannotConnectError: the token or the server will not do.
    """
    asyncio.get_running_loop().set_exception_handler(log_unheard)
    serving = asyncio.create_task(_serve(login, current, usage), name="serving")
    stopping = asyncio.create_task(_told_to_stop(), name="waiting for a signal")
    await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    serving.cancel()
    with suppress(asyncio.CancelledError):
        await serving


async def sync(login: Login, current: Current, usage: UsageLog, server: int | None = None) -> None:
    """Register the commands now, whatever is registered: everywhere, or in one server alone.

    Raises:
        CannotConnectError: the token or the server will not do.
    """
    async with _sentences(login), assemble(current, usage) as client:
        if login.api_url is not None:
            await turn_to(login.api_url)
        await log_in(client, login.token)
        if server is None:
            await register(client.tree, login.kept_hash)
            return
        try:
            await register_in(client.tree, server)
        except (discord.Forbidden, discord.NotFound) as error:
            raise CannotConnectError(
                f"The bot is in no server {server}. Correct the id, or add the bot there first: python -m bot invite"
            ) from error


async def application(login: Login) -> int:
    """The id of the application: what the token begins with, or else what the server says.

    Raises:
        CannotConnectError: the token or the server will not do.
    """
    if (found := application_of(login.token)) is not None:
        return found
    async with _sentences(login), discord.Client(intents=discord.Intents.none()) as client:
        if login.api_url is not None:
            await turn_to(login.api_url)
        await log_in(client, login.token)
        return (await client.application_info()).id


def assemble(
    current: Current,
    usage: UsageLog,
    how: Register | None = None,
    clock: Clock = utc_now,
    allowance: Allowance | None = None,
) -> Verbatim:
    """Everything that answers, put together; connected to nothing yet."""
    server_settings = ServerSettings(current, DeskState(usage.path))
    usage.when_begun_anew = server_settings.keep_again
    return Verbatim(Gate(current, catalogue(), usage, server_settings), how, clock, allowance)


async def _serve(login: Login, current: Current, usage: UsageLog) -> None:
    how = partial(register_if_changed, kept_hash=login.kept_hash)
    allowance = Allowance(login.sessions)
    async with _sentences(login), assemble(current, usage, how, allowance=allowance) as client:
        if login.api_url is None:
            client.beside(tell_link(client), "invitation")  # another server has no page to add a bot on
        else:
            await patiently(partial(turn_to, login.api_url), "Asking for the gateway", Pace())
        if login.pulse is not None:
            client.beside(keep_pulse(login.pulse, client), "pulse")
        await client.serve(login.token)


@asynccontextmanager
async def _sentences(login: Login) -> AsyncGenerator[None]:
    """Turns what goes wrong between here and the server into a sentence."""
    try:
        yield
    except FAULTS as error:
        raise ending(error, login.api_url or "Discord") from error


async def _told_to_stop() -> None:
    """Return at the first of the `SIGNALS`; where a loop takes no signals, Ctrl-C cancels it instead."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    with suppress(NotImplementedError):
        for one in SIGNALS:
            loop.add_signal_handler(one, stop.set)
    await stop.wait()
