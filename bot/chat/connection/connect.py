"""Connects the bot to Discord, or to another server, and keeps it there until it is told to stop."""

import asyncio
import signal
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import aiohttp
import discord

from bot.chat.connection.client import Register, Verbatim
from bot.chat.connection.registration import register, register_if_changed, register_in
from bot.chat.connection.server import ServerError, talk_to
from bot.chat.gate import Gate
from bot.refusal import RefusedError
from bot.snapshot import Current
from bot.usage.log import UsageLog
from bot.words.catalogue import Catalogue

BAD_TOKEN = 4004
"""The gateway's close code for a token it does not know."""

_UNKNOWN_LOGIN = "Discord does not know this token; copy it again from the Developer Portal, Bot, Reset Token."


class CannotConnectError(RefusedError):
    """The bot cannot connect, or not stay connected: one sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Login:
    """Whom to be, and where."""

    token: str = field(repr=False)
    kept_hash: Path
    """The file that remembers which commands were registered last."""
    api_url: str | None = None
    """Another Discord-compatible API; None is Discord itself."""


async def run(login: Login, current: Current, usage: UsageLog) -> None:
    """Answer members until SIGTERM or Ctrl-C; what is in hand then is finished first.

    Raises:
        CannotConnectError: the token or the server will not do.
    """
    how = partial(register_if_changed, kept_hash=login.kept_hash)
    async with _connecting(login), assemble(current, usage, how) as client:
        serving = asyncio.create_task(client.serve(login.token), name="serving")
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
    everywhere = partial(register, kept_hash=login.kept_hash)
    how = everywhere if server is None else partial(register_in, server=server)
    async with _connecting(login), assemble(current, usage, how) as client:
        await client.login(login.token)


@asynccontextmanager
async def _connecting(login: Login) -> AsyncGenerator[None]:
    """Turns what goes wrong between here and the server into a sentence."""
    server = login.api_url or "Discord"
    try:
        if login.api_url is not None:
            await talk_to(login.api_url)
        yield
    except ServerError as error:
        raise CannotConnectError(str(error)) from error
    except discord.LoginFailure as error:
        raise CannotConnectError(_UNKNOWN_LOGIN) from error
    except discord.ConnectionClosed as error:
        closed = f"{server} closed the connection for good (code {error.code})."
        raise CannotConnectError(_UNKNOWN_LOGIN if error.code == BAD_TOKEN else closed) from error
    except discord.HTTPException as error:
        raise CannotConnectError(f"{server} refused what was asked of it: {error}.") from error
    except (aiohttp.ClientError, OSError) as error:
        raise CannotConnectError(f"{server} cannot be reached ({error}); try again when it can.") from error


def assemble(current: Current, usage: UsageLog, how: Register) -> Verbatim:
    """Everything that answers, put together; connected to nothing yet."""
    return Verbatim(Gate(current, Catalogue.load(), usage), how)


async def _told_to_stop() -> None:
    """Return at the first SIGTERM or Ctrl-C; where a loop takes no signals, Ctrl-C cancels it instead."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)
    with suppress(NotImplementedError):
        for one in signals:
            loop.add_signal_handler(one, stop.set)
    await stop.wait()
