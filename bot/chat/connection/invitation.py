"""The links by which the bot is added to a server, or to somebody's own account."""

import binascii
import logging
from base64 import urlsafe_b64decode

import discord
from discord import utils

PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,  # to answer somebody's message
    attach_files=True,  # charts
)
"""What the bot needs where it writes as itself; answers to commands need nothing."""

_TO_SERVER, _TO_ACCOUNT = (f"&integration_type={number}" for number in (0, 1))
"""https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow-url-example"""

_log = logging.getLogger(__name__)


def to_server(application: int) -> str:
    """For whoever may manage a server."""
    scopes = ("bot", "applications.commands")
    return utils.oauth_url(application, permissions=PERMISSIONS, scopes=scopes) + _TO_SERVER


def to_account(application: int) -> str:
    """For anybody, who can then use the commands everywhere; the application must allow *User Install*."""
    return utils.oauth_url(application, scopes=("applications.commands",)) + _TO_ACCOUNT


def application_of(token: str) -> int | None:
    """The id that a token of Discord's begins with; None where it does not.

    It is the bot's, and the application's too but for some of the oldest; the link logged after login is right for all.
    """
    first, *rest = token.split(".")
    try:
        number = urlsafe_b64decode(first + "=" * (-len(first) % 4)).decode("ascii")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return int(number) if rest and number.isdecimal() else None


async def tell_link(client: discord.Client) -> None:
    """Log the link to a server, once the bot is there."""
    await client.wait_until_ready()
    if client.application_id is not None:
        _log.info("To add the bot to a server, open %s", to_server(client.application_id))
