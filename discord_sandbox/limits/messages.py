"""Messages: what the bot posts, answers and edits.

Source: Discord API documentation, "Messages Resource" (Create Message, Embed Limits, Allowed Mentions Object) and
"Receiving and Responding to Interactions". Lengths are Unicode code points.
"""

from collections.abc import Collection
from typing import Any

from discord_sandbox.limits.components import (
    LEGACY_ROWS,
    MEDIA_DESCRIPTION,
    TEXT,
    TOP_LEGACY,
    TOP_V2,
    TOTAL,
    Tally,
    check_component,
)
from discord_sandbox.limits.form import Findings, Form, Path
from discord_sandbox.records.errors import EMPTY_MESSAGE, SERVER_FAULT, DiscordError
from discord_sandbox.records.payload import Payload, list_in, object_in

SUPPRESS_EMBEDS = 1 << 2
EPHEMERAL = 1 << 6
LOADING = 1 << 7
SUPPRESS_NOTIFICATIONS = 1 << 12
COMPONENTS_V2 = 1 << 15

CONTENT = 2000
EMBEDS = 10
EMBED_SUM = 6000
EMBED_FIELDS = 25
FILES = 10
FILE_NAME = 1024
MENTIONS = 100
MENTION_KINDS = frozenset({"everyone", "roles", "users"})
WEB = frozenset({"http", "https"})
WEB_OR_ATTACHED = WEB | {"attachment"}
EMBED_URL = 2048


def check_message(message: Payload, *, files: Collection[str] = (), path: Path = ()) -> None:
    """Checks a whole message as it will stand.

    `files` are the names of all files it will have. Raises DiscordError 50035 with every fault found, 50006 for an
    empty message, or status 500 where Discord itself is known to fail.
    """
    findings = Findings()
    form = Form(message, findings, path)
    v2 = bool(form.number("flags", 0, 2**53) & COMPONENTS_V2)
    form.flag("tts")
    form.text("content", 0, CONTENT)
    embeds = form.items("embeds", 0, EMBEDS)
    for embed in embeds:
        check_embed(embed)
    if sum(embed_length(embed) for embed in embeds) > EMBED_SUM:
        message_text = f"Embed size exceeds maximum size of {EMBED_SUM}"
        form.refuse("MAX_EMBED_SIZE_EXCEEDED", message_text, "embeds")
    check_allowed_mentions(form)
    tally = check_message_components(form, v2=v2)
    for url, place in (*tally.media, *embed_media(embeds)):
        name = url.removeprefix("attachment://")
        if name != url and name not in files:
            text = "The referenced attachment could not be found"
            findings.add(place, "REFERENCED_ATTACHMENT_NOT_FOUND", text)
    if v2:
        refuse_legacy_fields(form)
    if form.given("poll"):
        form.refuse("SANDBOX_NOT_SIMULATED", "The sandbox does not simulate polls", "poll")
    findings.settle()
    if is_empty(message, files=files, v2=v2):
        raise DiscordError(EMPTY_MESSAGE)
    if tally.overflows():
        raise DiscordError(SERVER_FAULT)


def check_message_components(form: Form, *, v2: bool) -> Tally:
    """All components of a message; returns what was counted over them."""
    tally = Tally()
    allowed = TOP_V2 if v2 else TOP_LEGACY
    for component in form.items("components", 0, TOTAL if v2 else LEGACY_ROWS):
        check_component(component, allowed, tally)
    if v2 and tally.total > TOTAL:
        text = f"The maximum number of total components is {TOTAL}"
        form.refuse("COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", text, "components")
    if sum(map(len, tally.texts)) > TEXT:
        text = f"Displayable text size exceeds maximum size of {TEXT}"
        form.refuse("COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", text, "components")
    return tally


def refuse_legacy_fields(form: Form) -> None:
    """Content, embeds, polls and stickers may not go with Components V2."""
    for name in ("content", "embeds", "poll", "sticker_ids"):
        if form.fields.get(name):
            text = f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            form.refuse("MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", text, name)


def is_empty(message: Payload, *, files: Collection[str], v2: bool) -> bool:
    """Whether nothing would be seen."""
    if v2:
        return not message.get("components")
    embeds: list[Payload] = message.get("embeds") or []
    shown = bool((message.get("content") or "").strip()) or any(set(embed) - {"type"} for embed in embeds)
    return not (shown or files or message.get("components") or message.get("sticker_ids") or message.get("poll"))


def check_embed(embed: Form) -> None:
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


def embed_length(embed: Form) -> int:
    """Characters that count towards the sum over all embeds."""
    texts: list[Any] = [embed.fields.get("title"), embed.fields.get("description")]
    for name, inner in (("footer", "text"), ("author", "name")):
        texts.append(object_in(embed.fields.get(name)).get(inner))
    for field in map(object_in, list_in(embed.fields.get("fields"))):
        texts += [field.get("name"), field.get("value")]
    return sum(len(text) for text in texts if isinstance(text, str))


def embed_media(embeds: list[Form]) -> list[tuple[str, Path]]:
    """The addresses of pictures in embeds, with their places."""
    media: list[tuple[str, Path]] = []
    for embed in embeds:
        for name, inner in (
            ("image", "url"),
            ("thumbnail", "url"),
            ("footer", "icon_url"),
            ("author", "icon_url"),
        ):
            url = object_in(embed.fields.get(name)).get(inner)
            if isinstance(url, str):
                media.append((url, (*embed.path, name, inner)))
    return media


def check_allowed_mentions(form: Form) -> None:
    """Kinds out of three, at most 100 users and roles, and no kind both by name and by list."""
    mentions = form.item("allowed_mentions")
    if mentions is None:
        return
    kinds = list_in(mentions.fields.get("parse"))
    for kind in kinds:
        if kind not in MENTION_KINDS:
            listed = ", ".join(repr(name) for name in sorted(MENTION_KINDS))
            mentions.refuse("BASE_TYPE_CHOICES", f"Value must be one of ({listed}).", "parse")
    for name in ("users", "roles"):
        ids = list_in(mentions.fields.get(name))
        mentions.length(len(ids), 0, MENTIONS, name)
        if ids and name in kinds:
            text = f"parse:['{name}', ...] and {name}: [ids...] are mutually exclusive."
            mentions.refuse("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", text)


def check_files(message: Payload, uploaded: Collection[int], existing: Collection[str]) -> None:
    """Attachments: at most ten, each one either uploaded with this request or already there.

    `uploaded` are the numbers of the parts `files[n]`, `existing` the ids of attachments the message has. Raises
    DiscordError 50035.
    """
    findings = Findings()
    form = Form(message, findings)
    known = {str(number) for number in uploaded} | set(existing)
    for attachment in form.items("attachments", 0, FILES):
        attachment.text("filename", 1, FILE_NAME)
        attachment.text("description", 0, MEDIA_DESCRIPTION)
        number = str(attachment.fields.get("id", ""))
        if number not in known:
            text = f"Attachment data not found for attachment {number}"
            attachment.refuse("ATTACHMENT_NOT_FOUND", text, "id")
    form.length(len(uploaded), 0, FILES, "attachments")
    findings.settle()
