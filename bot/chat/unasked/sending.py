"""Puts a message of the bot's own into a channel of a server, once, and says in what words a refusal came."""

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256

import aiohttp
import discord

from bot.cards.layout.pages import Page
from bot.chat.connection import later
from bot.chat.payload import Payload
from bot.domain.policy import Policy
from bot.words.catalogue import ENGLISH

Clock = Callable[[], datetime]
"""Tells what time it is, with its zone."""

GONE = frozenset({50001, 10003, 10004})
"""Discord's codes where a channel or a server is not there for the bot: no access, unknown channel, unknown server
(https://discord.com/developers/docs/topics/opcodes-and-status-codes#json)."""

_FAULT = 500
_NONCE = 24
"""Characters; Discord takes 25."""


class NotSentError(Exception):
    """Discord refused a message, with its code; or nothing was heard of it, and nobody knows whether it came."""

    def __init__(self, code: int | None = None) -> None:
        super().__init__("was not heard of" if code is None else f"was refused with Discord's code {code}")
        self.code = code
        """None where nothing was heard."""

    @property
    def is_gone(self) -> bool:
        """Whether the channel or the server is not there for the bot."""
        return self.code in GONE


def utc_now() -> datetime:
    """The time by the clock of this computer."""
    return datetime.now(UTC)


async def send(client: discord.Client, server: str, channel: str, page: Page, what: str) -> None:
    """Post a page for everyone.

    `what` tells this message from all others: Discord takes it for the same one within some minutes, however often
    it arrives.

    Raises:
        NotSentError: it did not come, as far as one knows.
    """
    nonce = sha256(f"{server} {what}".encode()).hexdigest()[:_NONCE]
    payload = Payload.of(page)
    try:
        await later.post_unasked(client, int(channel), payload.content, payload.files(), nonce)
    except discord.HTTPException as error:
        raise NotSentError(None if error.status >= _FAULT else error.code or error.status) from error
    except (aiohttp.ClientError, OSError) as error:
        raise NotSentError from error


async def locale_in(client: discord.Client, server: str, policy: Policy) -> str:
    """The locale of what everyone sees in a place; English where Discord does not say what the server speaks."""
    if policy.language != "server":
        return policy.language
    try:
        locale = (await later.asked(client, f"/guilds/{server}")).get("preferred_locale")
    except (discord.HTTPException, aiohttp.ClientError, OSError):
        return ENGLISH
    return locale if isinstance(locale, str) else ENGLISH
