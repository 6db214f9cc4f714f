"""Reads a file that somebody gave to a command, once, from where Discord keeps it. Nothing of it is kept here."""

from collections.abc import AsyncIterator

import aiohttp
import discord
import yarl

from bot.chat.connection.reach import has_files
from bot.domain.verdict.textfile import LARGEST, refuse_unread, text_in

PATIENCE = aiohttp.ClientTimeout(total=10)


class UploadError(Exception):
    """The file could not be read from where Discord keeps it."""


def refuse(attachment: discord.Attachment) -> None:
    """Refuse a file by what Discord says of it, before anything is fetched; raises `UnfitFileError`."""
    refuse_unread(attachment.filename, attachment.size)


async def text_of(attachment: discord.Attachment, largest: int = LARGEST) -> str:
    """The text of an attachment of at most so many bytes.

    Raises:
        UploadError: it stands elsewhere than with Discord, or could not be read within ten seconds.
        UnfitFileError: it is larger than was said, or not UTF-8.
    """
    url = address_of(attachment.url)
    if url is None:
        raise UploadError
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE) as session,
            session.get(url, allow_redirects=False) as reply,
        ):
            if reply.status != 200:  # noqa: PLR2004 - the one status with the file in it
                raise UploadError
            content = b"".join([part async for part in _at_most(reply, largest + 1)])
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise UploadError from error
    return text_in(content, largest)


async def _at_most(reply: aiohttp.ClientResponse, limit: int) -> AsyncIterator[bytes]:
    """What arrives, until there is more of it than a file may have."""
    read = 0
    async for part in reply.content.iter_any():
        yield part
        read += len(part)
        if read >= limit:
            return


def address_of(address: str) -> yarl.URL | None:
    """Where to read, if that is with Discord, or on this machine where another server is spoken to; else None."""
    try:
        url = yarl.URL(address)
    except ValueError:
        return None
    return url if has_files(url) else None
