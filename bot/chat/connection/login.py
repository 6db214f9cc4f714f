"""Logs a client in, on a server that may be none of Discord's kind."""

import discord

from bot.chat.connection import internals
from bot.chat.connection.reach import connector
from bot.chat.connection.server import not_discord

ATTEMPT = 30.0
"""Seconds for each attempt at what goes out through discord.py: the login, and the registration of commands."""


async def log_in(client: discord.Client, token: str) -> None:
    """Log in, over connections that reach the server spoken to and no other.

    Raises:
        ServerError: somebody answers, and not as Discord does.
        discord.HTTPException, discord.LoginFailure, discord.RateLimited, aiohttp.ClientError, OSError: it was refused,
            or nobody answers.
    """
    await internals.new_session(client, connector(), ATTEMPT)
    try:
        await client.login(token)
    except internals.ODD as error:
        if client.application is not None:  # what was answered had been read
            raise
        raise not_discord("the login", error) from error
