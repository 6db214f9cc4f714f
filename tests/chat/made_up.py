"""Messages as discord.py makes them of what Discord sends."""

from typing import Any

import discord

Payload = dict[str, Any]
CLIENT = discord.Client(intents=discord.Intents.none())
USER = {"id": "5", "username": "mina", "discriminator": "0", "global_name": None, "avatar": None}
WHEN = "2026-01-01T00:00:00+00:00"
MEDIA = {"url": "https://example.org/a.png", "proxy_url": "https://example.org/a.png"}


def message(payload: Payload) -> discord.Message:
    """A message with what is told of it, and with little else."""
    state = CLIENT._connection  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] # a message is made by the client alone
    whole: Payload = {
        "id": "1",
        "channel_id": "2",
        "author": USER,
        "content": "",
        "timestamp": WHEN,
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
        **payload,
    }
    return discord.Message(state=state, channel=CLIENT.get_partial_messageable(2), data=whole)  # pyright: ignore[reportArgumentType] # JSON


def forwarded(payload: Payload) -> Payload:
    """What a message has that passes this one on."""
    inner: Payload = {"content": "", "timestamp": WHEN, "edited_timestamp": None, "type": 0, "embeds": []}
    inner |= {"attachments": [], "mentions": [], **payload}
    return {"message_snapshots": [{"message": inner}]}


def attachment(content_type: str | None) -> Payload:
    """A file of this kind on a message."""
    kind = {} if content_type is None else {"content_type": content_type}
    return {"id": "9", "filename": "a", "size": 1, "url": "u", "proxy_url": "u", **kind}
