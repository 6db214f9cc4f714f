"""Pictures and files within messages: where their addresses stand, and what `attachment://…` becomes."""

from collections.abc import Iterator

from discord_sandbox.records.components import walk
from discord_sandbox.records.kinds import Kind
from discord_sandbox.records.payload import Payload, object_in

EMBED_MEDIA = (("image", "url"), ("thumbnail", "url"), ("footer", "icon_url"), ("author", "icon_url"))
"""The parts of an embed that have a picture, each with the field of its address."""


def resolve_media(components: list[Payload], attachments: list[Payload]) -> None:
    """Put the real addresses in the place of `attachment://…`, with what Discord adds to them."""
    by_name = {attachment["filename"]: attachment for attachment in attachments}
    for component in walk(components):
        for media in _media_of(component):
            attachment = by_name.get(str(media["url"]).removeprefix("attachment://"))
            if attachment is not None:
                media |= {
                    "url": attachment["url"],
                    "attachment_id": attachment["id"],
                    "width": attachment.get("width"),
                    "height": attachment.get("height"),
                    "content_type": attachment["content_type"],
                }
                if component["type"] == Kind.FILE:
                    component |= {"name": attachment["filename"], "size": attachment["size"]}
            media.setdefault("proxy_url", media["url"])
            media.setdefault("loading_state", 2)


def resolve_embed_media(embed: Payload, attachments: list[Payload]) -> None:
    """Put real addresses in the place of `attachment://…` in one embed."""
    by_name = {attachment["filename"]: attachment["url"] for attachment in attachments}
    for name, address in EMBED_MEDIA:
        part = object_in(embed.get(name))
        if address in part:
            part[address] = by_name.get(str(part[address]).removeprefix("attachment://"), part[address])


def _media_of(component: Payload) -> Iterator[Payload]:
    """The media items right in one component."""
    if component.get("type") == Kind.MEDIA_GALLERY:
        yield from (item["media"] for item in component["items"])
    elif component.get("type") == Kind.THUMBNAIL:
        yield component["media"]
    elif component.get("type") == Kind.FILE:
        yield component["file"]
