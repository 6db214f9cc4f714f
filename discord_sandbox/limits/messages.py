"""Messages: what the bot posts, answers and edits.

Source: Discord API documentation, "Messages Resource" (Create Message, Embed Limits, Allowed Mentions Object) and
"Receiving and Responding to Interactions". Lengths are Unicode code points.
"""

from collections.abc import Collection

from discord_sandbox.limits.components import (
    LEGACY_ROWS,
    MEDIA_DESCRIPTION,
    TEXT,
    TOP_LEGACY,
    TOP_V2,
    TOTAL,
    check_component,
)
from discord_sandbox.limits.embeds import check_embeds
from discord_sandbox.limits.form import Findings, FormBody, Path
from discord_sandbox.limits.polls import check_poll
from discord_sandbox.limits.tally import Tally
from discord_sandbox.records.errors import EMPTY_MESSAGE, SERVER_FAULT, DiscordError
from discord_sandbox.records.kinds import COMPONENTS_V2, FORWARD
from discord_sandbox.records.payload import Payload, list_in, object_in

CONTENT = 2000
FILE_SIZE = 10 * 2**20
"""Bytes of one file."""

FILES = 10
NONCE = 25
FILE_NAME = 1024
MENTIONS = 100
MENTION_KINDS = frozenset({"everyone", "roles", "users"})


def check_message(message: Payload, *, files: Collection[str] = (), path: Path = ()) -> None:
    """Check a whole message as it will stand.

    `files` are the names of all files it will have. Raises DiscordError 50035 with every fault found, 50006 for an
    empty message, or status 500 where Discord itself is known to fail.
    """
    findings = Findings()
    form = FormBody(message, findings, path)
    v2 = bool(form.number("flags", 0, 2**53) & COMPONENTS_V2)
    form.flag("tts")
    form.text("content", 0, CONTENT)
    check_nonce(form)
    embed_media = check_embeds(form)
    check_allowed_mentions(form)
    tally = check_message_components(form, v2=v2)
    for url, place in (*tally.media, *embed_media):
        name = url.removeprefix("attachment://")
        if name != url and name not in files:
            text = "The referenced attachment could not be found"
            findings.add(place, "REFERENCED_ATTACHMENT_NOT_FOUND", text)
    if v2:
        refuse_legacy_fields(form)
    check_poll(form)
    findings.settle()
    if is_empty(message, files=files, v2=v2):
        raise DiscordError(EMPTY_MESSAGE)
    if tally.overflows():
        raise DiscordError(SERVER_FAULT)


def check_nonce(form: FormBody) -> None:
    """What tells a message that is sent again: a whole number, or a short text."""
    if isinstance(form.fields.get("nonce"), str):
        form.text("nonce", 0, NONCE)


def check_message_components(form: FormBody, *, v2: bool) -> Tally:
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


def refuse_legacy_fields(form: FormBody) -> None:
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
    forwards = object_in(message.get("message_reference")).get("type") == FORWARD
    held = any(message.get(name) for name in ("components", "sticker_ids", "poll"))
    return not (shown or files or held or forwards)


def check_allowed_mentions(form: FormBody) -> None:
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
    form = FormBody(message, findings)
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
