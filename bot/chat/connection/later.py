"""What goes out behind a first answer, or unasked: changes of it, more messages, messages of the bot's own, questions.

discord.py would wait minutes for a server that says nothing, and for as long as a limit lasts, with somebody waiting.
Here each is done within some seconds, or said to have failed. `content` is always the members `components` and
`attachments` of a message, as JSON without the braces around it, and `files` are what these attach.
"""

import json
import secrets
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, cast
from urllib.parse import quote

import discord

from bot.chat.connection.errand import BRIEFLY, LATER, ONCE, UNASKED, Errand, PerhapsTakenError, UnheardError
from bot.chat.connection.internals import ODD
from bot.chat.connection.wire import Request, Response, wire_of, with_files

_AS_IT_WAS = discord.MessageFlags(components_v2=True)
_PRIVATE = discord.MessageFlags(components_v2=True, ephemeral=True)
_FOR_ALL = discord.MessageFlags(components_v2=True, suppress_embeds=True)

_UNKNOWN_MESSAGE = 10008
_TOO_MANY = 429
_FAULT = 500
_ONE_MORE = "?wait=true&with_components=true"

Asked = discord.Interaction[Any]


class Posted(NamedTuple):
    """A message that was taken."""

    id: int | None
    """None where what the server said of it could not be read."""
    private: bool
    """Whether Discord let its asker alone see it."""


async def edit_answer(interaction: Asked, content: bytes, files: Sequence[discord.File] = ()) -> None:
    """Put something in the place of the first answer, or of the message that was pressed.

    Raises:
        discord.HTTPException: Discord did not take it.
        UnheardError: nothing was heard of it.
    """
    request = Request("PATCH", f"{_webhook(interaction)}/messages/@original", _message(content, _AS_IT_WAS))
    await Errand(wire_of(interaction.client), await with_files(request, files), LATER).run()


async def follow_up(interaction: Asked, content: bytes, files: Sequence[discord.File] = (), *, private: bool) -> Posted:
    """Send one more message to the asker, or to everyone; raises as `edit_answer` does.

    What may have arrived is sent once more only where the asker alone would see it twice: Discord takes no nonce here.

    Raises:
        PerhapsTakenError: it was for everyone, and may have arrived.
    """
    body = _message(content, _PRIVATE if private else _FOR_ALL)
    request = await with_files(Request("POST", f"{_webhook(interaction)}{_ONE_MORE}", body), files)
    errand = Errand(wire_of(interaction.client), request, LATER if private else ONCE)
    return _posted(await (errand.run() if private else _sent(errand)))


async def answer_is_private(interaction: Asked) -> bool:
    """Whether Discord let the asker alone see a first answer whose reply was lost; where it does not say, it is not."""
    request = Request("GET", f"{_webhook(interaction)}/messages/@original")
    try:
        return _posted(await Errand(wire_of(interaction.client), request, BRIEFLY).run()).private
    except (discord.HTTPException, UnheardError):
        return False


async def delete_answer(interaction: Asked, which: int | str = "@original") -> None:
    """Delete the first answer, or the message that was pressed, or one more; raises as `edit_answer` does."""
    request = Request("DELETE", f"{_webhook(interaction)}/messages/{which}")
    await Errand(wire_of(interaction.client), request, LATER, done=_UNKNOWN_MESSAGE).run()


async def put_in_channel(
    client: discord.Client,
    channel: int,
    content: bytes,
    files: Sequence[discord.File] = (),
    *,
    answering: int | None = None,
) -> Posted:
    """Send a message of the bot's own, or such a reply to another, without calling its author; raises likewise.

    By its nonce Discord knows a second attempt for the same message.

    Raises:
        PerhapsTakenError: no attempt was heard to be taken, and one may have been.
    """
    reply = {} if answering is None else {"message_reference": {"message_id": answering, "channel_id": channel}}
    body = _message(content, _FOR_ALL, **reply, **_once(secrets.token_hex(12)))
    return _posted(await _sent(Errand(wire_of(client), await _to_channel(client, channel, body, files), LATER)))


async def post_unasked(
    client: discord.Client, channel: int, content: bytes, files: Sequence[discord.File], nonce: str
) -> None:
    """Send a message of the bot's own for which nobody waits, known by its `nonce`; raises likewise."""
    body = _message(content, _FOR_ALL, **_once(nonce))
    await _sent(Errand(wire_of(client), await _to_channel(client, channel, body, files), UNASKED))


async def asked(client: discord.Client, path: str) -> Mapping[str, Any]:
    """What the server says of something of its own, such as `/channels/7`; nothing where it is not as Discord says it.

    Raises:
        discord.HTTPException: it was refused, such as where the bot may not see it.
        UnheardError: nothing was heard.
    """
    request = Request("GET", path, authorization=_ourselves(client), whole=True)
    reply = await Errand(wire_of(client), request, LATER).run()
    try:
        said: Any = json.loads(reply.content) if reply else {}
    except ODD:
        return {}
    return cast("dict[str, Any]", said) if isinstance(said, dict) else {}


async def _sent(errand: Errand) -> Response | None:
    """Send what others see; what comes of it tells a message that did not come from one that may have come."""
    try:
        return await errand.run()
    except discord.HTTPException as error:
        if not errand.perhaps_taken or (error.status < _FAULT and error.status != _TOO_MANY):
            raise  # what is refused now was not taken a moment ago
        raise PerhapsTakenError(f"status {error.status}, code {error.code}") from error
    except UnheardError as error:
        if not errand.perhaps_taken:
            raise
        raise PerhapsTakenError(*error.args) from error


async def _to_channel(client: discord.Client, channel: int, body: bytes, files: Sequence[discord.File]) -> Request:
    request = Request("POST", f"/channels/{channel}/messages", body, authorization=_ourselves(client))
    return await with_files(request, files)


def _once(nonce: str) -> dict[str, object]:
    return {"nonce": nonce, "enforce_nonce": True}


def _ourselves(client: discord.Client) -> str:
    return f"Bot {client.http.token}"


def _webhook(interaction: Asked) -> str:
    return f"/webhooks/{interaction.application_id}/{quote(interaction.token, safe='')}"


def _message(content: bytes, flags: discord.MessageFlags, **more: object) -> bytes:
    beside: dict[str, Any] = {
        "flags": flags.value,
        "allowed_mentions": {"parse": [], "replied_user": False},
        **more,
    }
    return json.dumps(beside, separators=(",", ":")).encode()[:-1] + b"," + content + b"}"


def _posted(reply: Response | None) -> Posted:
    try:
        said: Any = json.loads(reply.content) if reply else {}
        return Posted(int(said["id"]), bool(said.get("flags", 0) & discord.MessageFlags.ephemeral.flag))
    except ODD:
        return Posted(None, private=False)  # whatever it says, the message was taken
