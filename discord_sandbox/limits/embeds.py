"""Embeds of old.

Source: Discord API documentation, "Messages Resource", section "Embed Limits". Lengths are Unicode code points.
"""

from collections.abc import Iterator
from typing import Any

from discord_sandbox.limits.form import FormBody, Path
from discord_sandbox.records.media import EMBED_MEDIA
from discord_sandbox.records.payload import list_in, object_in

EMBEDS = 10
EMBED_SUM = 6000
EMBED_FIELDS = 25
EMBED_URL = 2048
WEB = frozenset({"http", "https"})
WEB_OR_ATTACHED = WEB | {"attachment"}


def check_embeds(message: FormBody) -> list[tuple[str, Path]]:
    """All embeds of a message; returns the addresses of their pictures, with their places."""
    embeds = message.items("embeds", 0, EMBEDS)
    for embed in embeds:
        check_embed(embed)
    if sum(map(embed_length, embeds)) > EMBED_SUM:
        text = f"Embed size exceeds maximum size of {EMBED_SUM}"
        message.refuse("MAX_EMBED_SIZE_EXCEEDED", text, "embeds")
    return [one for embed in embeds for one in embed_media(embed)]


def check_embed(embed: FormBody) -> None:
    """One legacy embed, but for the sum over all embeds."""
    embed.text("title", 0, 256)
    embed.text("description", 0, 4096)
    embed.url("url", EMBED_URL, WEB)
    embed.number("color", 0, 0xFFFFFF)
    for field in embed.items("fields", 0, EMBED_FIELDS):
        field.required_text("name", 1, 256)
        field.required_text("value", 1, 1024)
        field.flag("inline")
    if (footer := embed.item("footer")) is not None:
        footer.text("text", 0, 2048)
        footer.url("icon_url", EMBED_URL, WEB_OR_ATTACHED)
    if (author := embed.item("author")) is not None:
        author.required_text("name", 0, 256)
        author.url("url", EMBED_URL, WEB)
        author.url("icon_url", EMBED_URL, WEB_OR_ATTACHED)
    for name in ("image", "thumbnail"):
        if (media := embed.item(name)) is not None:
            media.url("url", EMBED_URL, WEB_OR_ATTACHED)


def embed_length(embed: FormBody) -> int:
    """Characters that count towards the sum over all embeds."""
    texts: list[Any] = [embed.fields.get("title"), embed.fields.get("description")]
    for name, inner in (("footer", "text"), ("author", "name")):
        texts.append(object_in(embed.fields.get(name)).get(inner))
    for field in map(object_in, list_in(embed.fields.get("fields"))):
        texts += [field.get("name"), field.get("value")]
    return sum(len(text) for text in texts if isinstance(text, str))


def embed_media(embed: FormBody) -> Iterator[tuple[str, Path]]:
    """The addresses of pictures in one embed, with their places."""
    for name, inner in EMBED_MEDIA:
        url = object_in(embed.fields.get(name)).get(inner)
        if isinstance(url, str):
            yield url, (*embed.path, name, inner)
