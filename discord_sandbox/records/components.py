"""Component trees of messages and modals that were accepted."""

from collections.abc import Iterable, Iterator

from discord_sandbox.limits import Kind
from discord_sandbox.records.payload import Payload


def walk(components: Iterable[Payload]) -> Iterator[Payload]:
    """Every component, in reading order, each before what it contains."""
    for component in components:
        yield component
        yield from walk(component.get("components", ()))
        yield from walk(component[name] for name in ("accessory", "component") if component.get(name))


def number(components: list[Payload]) -> None:
    """Gives every component without an id the lowest free one, as Discord does."""
    taken = {component["id"] for component in walk(components) if component.get("id")}
    free = (candidate for candidate in range(1, len(taken) + 1000) if candidate not in taken)
    for component in walk(components):
        if not component.get("id"):
            component["id"] = next(free)


def media_of(component: Payload) -> Iterator[Payload]:
    """The media items right in one component."""
    if component.get("type") == Kind.MEDIA_GALLERY:
        yield from (item["media"] for item in component["items"])
    elif component.get("type") == Kind.THUMBNAIL:
        yield component["media"]
    elif component.get("type") == Kind.FILE:
        yield component["file"]


def resolve_media(components: list[Payload], attachments: list[Payload]) -> None:
    """Puts the real addresses in the place of `attachment://…`, with what Discord adds to them."""
    by_name = {attachment["filename"]: attachment for attachment in attachments}
    for component in walk(components):
        for media in media_of(component):
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
