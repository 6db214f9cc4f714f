"""How the first answer of an interaction goes out: taken once, however many attempts that needs.

Discord waits three seconds for it. discord.py would wait for a second and more between two attempts, and would not try
again at all where a connection was lost.
"""

import asyncio
import json
import re
from collections.abc import Sequence
from typing import Any, cast
from urllib.parse import quote
from weakref import WeakKeyDictionary

import aiohttp
import discord

from bot.chat.connection import internals
from bot.chat.connection.errand import Errand
from bot.chat.connection.wire import Wire

_ARRIVED = "arrived"
_JSON = "application/json"
_TYPE = re.compile(rb'\{"type": ?(\d+)\b')

_ASKING = 3.0
"""Seconds in which Discord may say what became of an answer whose reply was lost."""

_AUTOCOMPLETE = discord.InteractionResponseType.autocomplete_result.value
_wires: WeakKeyDictionary[discord.Client, Wire] = WeakKeyDictionary()


def arrive(interaction: discord.Interaction[Any]) -> None:
    """Note when an interaction arrived, from which the time for its answer is reckoned.

    The time in its id is that of Discord's clock; ours may be wrong, and may jump.
    """
    interaction.extras.setdefault(_ARRIVED, asyncio.get_running_loop().time())


async def acknowledge(
    interaction: discord.Interaction[Any], body: bytes, files: Sequence[discord.File] = (), *, heard: bool = False
) -> bool:
    """Give an interaction its first answer, and let discord.py know that it has one.

    Args:
        interaction: what is answered.
        body: the JSON of the callback, with its `type`. It may be sent more than once; Discord takes one.
        files: go with it, in the order of its `attachments`.
        heard: whether to ask if Discord made the answer private, as it does where a member may not post.

    Returns:
        Whether Discord said that it made the answer private; false where that was not asked.

    Raises:
        discord.InteractionResponded: it has been answered.
        discord.HTTPException: Discord did not take it, with its status and code: 10062 where it comes too late, 40060
            where somebody else has answered.
        aiohttp.ClientError: nothing was heard of it in time, and nobody knows whether it was taken.
    """
    if interaction.response.is_done():
        raise discord.InteractionResponded(interaction)
    kind = _kind_of(body)
    path = f"/interactions/{interaction.id}/{quote(interaction.token, safe='')}/callback"
    content_type, body = await _multipart(body, files) if files else (_JSON, body)
    errand = Errand(
        _wire(interaction),
        f"{path}?with_response=1" if heard else path,
        content_type,
        body,
        arrived=cast("float | None", interaction.extras.get(_ARRIVED)),
        insist=kind != _AUTOCOMPLETE,
    )
    reply = await errand.run()
    internals.mark_answered(interaction, kind)
    if not heard:
        return False
    return await _original_is_private(interaction) if reply is None else _says_private(reply.content)


async def defer(interaction: discord.Interaction[Any]) -> None:
    """Say to the asker alone that the answer takes a moment; `edit_original_response` gives it."""
    await acknowledge(interaction, b'{"type":5,"data":{"flags":64}}')


async def defer_in_place(interaction: discord.Interaction[Any]) -> None:
    """Take a press without a word; what was pressed stays as it is until `edit_original_response`."""
    await acknowledge(interaction, b'{"type":6}')


async def open_form(interaction: discord.Interaction[Any], form: discord.ui.Modal) -> None:
    """Show a form; discord.py remembers nothing of it."""
    await acknowledge(interaction, json.dumps({"type": 9, "data": form.to_dict()}).encode())


def _kind_of(body: bytes) -> int:
    begins = _TYPE.match(body)
    return int(begins[1]) if begins else json.loads(body)["type"]


def _wire(interaction: discord.Interaction[Any]) -> Wire:
    client, connector, api = interaction.client, internals.connector_of(interaction), internals.server()
    wire = _wires.get(client)
    if wire is None or wire.connector is not connector or wire.api != api:
        wire = _wires[client] = Wire(connector, api, client.http.user_agent)
    return wire


async def _multipart(body: bytes, files: Sequence[discord.File]) -> tuple[str, bytes]:
    """The answer with its files, in the form in which Discord takes them.

    https://discord.com/developers/docs/reference#uploading-files
    """
    form = aiohttp.FormData(quote_fields=False)  # Discord does not know `files[0]` by its quoted name
    form.add_field("payload_json", body, content_type=_JSON)
    for number, file in enumerate(files):
        form.add_field(
            f"files[{number}]", file.fp.read(), filename=file.filename, content_type="application/octet-stream"
        )
    parts = cast("aiohttp.MultipartWriter", form())
    return str(parts.headers["Content-Type"]) if parts.headers else _JSON, await parts.as_bytes()


def _says_private(content: bytes) -> bool:
    try:
        return json.loads(content)["interaction"].get("response_message_ephemeral") is True
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return False  # whatever it says, the answer was taken


async def _original_is_private(interaction: discord.Interaction[Any]) -> bool:
    """The same of an answer that was taken while its reply was lost; where nothing is heard, it is as was asked."""
    try:
        async with asyncio.timeout(_ASKING):
            return (await interaction.original_response()).flags.ephemeral
    except (discord.DiscordException, aiohttp.ClientError, OSError):
        return False
