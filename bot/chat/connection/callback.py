"""How the first answer of an interaction goes out: taken once, however many attempts that needs.

Discord waits three seconds for it. discord.py would wait for a second and more between two attempts, and would not try
again at all where a connection was lost.
"""

import asyncio
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import discord
from discord import InteractionResponseType

from bot.chat.connection import internals, later
from bot.chat.connection.errand import FIRST, HASTY, Errand
from bot.chat.connection.wire import Request, wire_of, with_files

_ARRIVED = "arrived"


def arrive(interaction: discord.Interaction[Any]) -> None:
    """Note when an interaction arrived, from which the time for its answer is reckoned.

    The time in its id is that of Discord's clock; ours may be wrong, and may jump.
    """
    interaction.extras[_ARRIVED] = asyncio.get_running_loop().time()


async def acknowledge(
    interaction: discord.Interaction[Any],
    kind: InteractionResponseType,
    content: bytes = b"",
    files: Sequence[discord.File] = (),
    *,
    heard: bool = False,
) -> bool:
    """Give an interaction its first answer, and let discord.py know that it has one.

    Args:
        interaction: what is answered.
        kind: what is done with it.
        content: the `data` of the callback, as JSON. It may be sent more than once; Discord takes one.
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
    data = b',"data":%b' % content if content else b""
    body = b'{"type":%d%b}' % (kind.value, data)
    path = f"/interactions/{interaction.id}/{quote(interaction.token, safe='')}/callback"
    request = await with_files(Request("POST", f"{path}?with_response=1" if heard else path, body), files)
    patience = FIRST
    if kind is InteractionResponseType.autocomplete_result:
        patience = HASTY
        internals.mark_answered(interaction, kind)  # discord.py would otherwise send them again where this fails
    arrived: float | None = interaction.extras.get(_ARRIVED)
    reply = await Errand(wire_of(interaction.client), request, patience, arrived).run()
    internals.mark_answered(interaction, kind)
    if not heard:
        return False
    private = None if reply is None else _says_private(reply.content)
    return await later.answer_is_private(interaction) if private is None else private


async def defer(interaction: discord.Interaction[Any]) -> None:
    """Say to the asker alone that the answer takes a moment; `later.edit_answer` gives it."""
    await acknowledge(interaction, InteractionResponseType.deferred_channel_message, b'{"flags":64}')


async def defer_in_place(interaction: discord.Interaction[Any]) -> None:
    """Take a press without a word; what was pressed stays as it is until `later.edit_answer`."""
    await acknowledge(interaction, InteractionResponseType.deferred_message_update)


async def open_form(interaction: discord.Interaction[Any], form: discord.ui.Modal) -> None:
    """Show a form; discord.py remembers nothing of it."""
    await acknowledge(interaction, InteractionResponseType.modal, json.dumps(form.to_dict()).encode())


def _says_private(content: bytes) -> bool | None:
    try:
        return bool(json.loads(content)["interaction"].get("response_message_ephemeral"))
    except internals.ODD:
        return None  # whatever it says, the answer was taken
