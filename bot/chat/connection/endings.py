"""How a connection ends for good: one sentence for the operator, and the exit code that goes with it."""

from http import HTTPStatus

import aiohttp
import discord

from bot.chat.connection.patience import told
from bot.chat.connection.server import ServerError
from bot.refusal import RefusedError

TO_MEND = 1
"""Something has to be mended, or the server will not do; another attempt may succeed."""
NO_TOKEN = 77
"""EX_NOPERM of sysexits.h: the token opens nothing."""
NOT_THIS_BOT = 78
"""EX_CONFIG: no attempt can succeed before the bot or its settings are changed."""

_COPY = "copy it again from the Developer Portal, Bot, Reset Token."

CLOSE_CODES = {
    4004: (NO_TOKEN, f"The gateway does not know this token, which may have been reset meanwhile (code 4004); {_COPY}"),
    4010: (
        NOT_THIS_BOT,
        "The gateway knows no such shard (code 4010); correct the number of shards, or do without.",
    ),
    4011: (
        NOT_THIS_BOT,
        "The bot is in too many servers for one connection (code 4011); run it in shards, or remove it from some.",
    ),
    4012: (
        NOT_THIS_BOT,
        "The gateway no longer speaks the version of the API that this bot was made for (code 4012); upgrade Verbatim.",
    ),
    4013: (
        NOT_THIS_BOT,
        "The gateway does not know the intents that the bot asks for (code 4013); upgrade Verbatim.",
    ),
    4014: (
        NOT_THIS_BOT,
        "The bot asks for intents that it was not given (code 4014); it is shipped without any: take them out again.",
    ),
}
"""What the gateway's close codes mean that are for good.

https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
"""


class CannotConnectError(RefusedError):
    """The bot cannot connect, or not stay connected: one sentence for the operator, and the process's exit code."""

    def __init__(self, sentence: str, exit_code: int = TO_MEND) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


FAULTS = (
    ServerError,
    discord.LoginFailure,
    discord.ConnectionClosed,
    discord.HTTPException,
    discord.RateLimited,
    aiohttp.ClientError,
    OSError,
)
"""What `ending` has a sentence for."""


def ending(error: BaseException, server: str) -> CannotConnectError:
    """What one of the `FAULTS` comes to; `server` is what to call the other side."""
    if isinstance(error, ServerError):
        return CannotConnectError(str(error))
    if isinstance(error, discord.LoginFailure) or _unauthorized(error):
        return CannotConnectError(f"{server} does not know this token; {_COPY}", NO_TOKEN)
    if isinstance(error, discord.ConnectionClosed):
        closed = f"{server} closed the connection for good (code {error.code}); start the bot again."
        exit_code, sentence = CLOSE_CODES.get(error.code, (TO_MEND, closed))
        return CannotConnectError(sentence, exit_code)
    if isinstance(error, discord.HTTPException | discord.RateLimited):
        return CannotConnectError(f"{server} refused what was asked of it ({told(error)}).")
    return CannotConnectError(f"{server} cannot be reached ({told(error)}); try again when it can.")


def _unauthorized(error: BaseException) -> bool:
    return isinstance(error, discord.HTTPException) and error.status == HTTPStatus.UNAUTHORIZED
