"""Messages as plain text: all a reader sees, in reading order, for tests and for people."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from discord_sandbox.records.components import walk
from discord_sandbox.records.kinds import Kind
from discord_sandbox.records.payload import Payload, list_in, object_in


class Button(NamedTuple):
    """A button; a link has `url`, any other has `custom_id`."""

    label: str
    custom_id: str
    url: str
    disabled: bool
    style: int
    component_id: int


class Option(NamedTuple):
    """One option of a select menu."""

    label: str
    value: str
    description: str


class Select(NamedTuple):
    """A string select menu."""

    custom_id: str
    placeholder: str
    options: list[Option]
    disabled: bool
    fewest: int
    most: int
    component_id: int


def buttons(message: Payload) -> list[Button]:
    """All buttons, in reading order. Without a label, the emoji stands for it."""
    return [
        Button(
            label=part.get("label") or object_in(part.get("emoji")).get("name") or "",
            custom_id=part.get("custom_id") or "",
            url=part.get("url") or "",
            disabled=bool(part.get("disabled")),
            style=part["style"],
            component_id=part["id"],
        )
        for part in walk(message["components"])
        if part["type"] == Kind.BUTTON
    ]


def selects(message: Payload) -> list[Select]:
    """All string select menus, in reading order."""
    return [
        Select(
            custom_id=part["custom_id"],
            placeholder=part.get("placeholder") or "",
            options=[
                Option(option["label"], option["value"], option.get("description") or "") for option in part["options"]
            ],
            disabled=bool(part.get("disabled")),
            fewest=part.get("min_values", 1),
            most=part.get("max_values", 1),
            component_id=part["id"],
        )
        for part in walk(message["components"])
        if part["type"] == Kind.STRING_SELECT
    ]


def transcript(message: Payload) -> str:
    """The whole message. Buttons stand in brackets, links with their address; pictures by their alternative text.

    What it forwards is part of it.
    """
    lines = [message["content"]] if message["content"] else []
    for embed in message["embeds"]:
        lines += _embed(embed)
    for component in message["components"]:
        lines += _lines(component)
    shown = {component["file"]["url"] for component in walk(message["components"]) if component["type"] == Kind.FILE}
    if not message["components"] or message["content"] or message["embeds"]:
        lines += [f"[file: {file['filename']}]" for file in message["attachments"] if file["url"] not in shown]
    lines += _poll(object_in(message.get("poll")))
    lines += [f"[sticker: {sticker['name']}]" for sticker in list_in(message.get("sticker_items"))]
    lines += [
        f"[forwarded] {transcript(snapshot['message'])}" for snapshot in list_in(message.get("message_snapshots"))
    ]
    return "\n".join(lines)


def _poll(poll: Payload) -> Iterator[str]:
    if poll:
        yield poll["question"]["text"]
        yield from (f"[ ] {answer['poll_media']['text']}" for answer in poll["answers"])


def _embed(embed: Payload) -> Iterator[str]:
    author: Payload = embed.get("author") or {}
    footer: Payload = embed.get("footer") or {}
    yield from (text for text in (author.get("name"), embed.get("title"), embed.get("description")) if text)
    for field in list_in(embed.get("fields")):
        yield f"{field['name']}: {field['value']}"
    if embed.get("image"):
        yield f"[image: {embed['image']['url']}]"
    if footer.get("text"):
        yield footer["text"]


def _lines(component: Payload) -> Iterator[str]:
    kind = component["type"]
    if kind == Kind.ACTION_ROW:
        yield " ".join(_pressable(child) for child in component["components"])
    elif kind in WORDING:
        yield from WORDING[kind](component)
    for child in component.get("components", ()) if kind in (Kind.SECTION, Kind.CONTAINER) else ():
        yield from _lines(child)
    if kind == Kind.SECTION:
        yield from _lines(component["accessory"])


def _image(item: Payload) -> str:
    return f"[image: {item.get('description') or ''}]"


def _pressable(component: Payload) -> str:
    if component["type"] == Kind.BUTTON:
        emoji: Payload = component.get("emoji") or {}
        label = " ".join(part for part in (emoji.get("name"), component.get("label")) if part)
        if component.get("url"):
            return f"[{label}]({component['url']})"
        return f"[{label}, disabled]" if component.get("disabled") else f"[{label}]"
    options: list[Payload] = component.get("options") or []
    listed = " | ".join(
        f"{option['label']}: {option['description']}" if option.get("description") else option["label"]
        for option in options
    )
    return f"[{component.get('placeholder') or 'Make a selection'}: {listed}]"


WORDING: dict[int, Callable[[Payload], list[str]]] = {
    Kind.TEXT_DISPLAY: lambda part: [part["content"]],
    Kind.BUTTON: lambda part: [_pressable(part)],
    Kind.THUMBNAIL: lambda part: [_image(part)],
    Kind.MEDIA_GALLERY: lambda part: [_image(item) for item in part["items"]],
    Kind.FILE: lambda part: [f"[file: {part['name']}]"],
    Kind.SEPARATOR: lambda part: ["---"] if part.get("divider", True) else [],
}
