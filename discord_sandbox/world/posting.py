"""Messages: how they are made, changed and taken away.

Source: Discord API documentation, "Messages Resource" and "Component Reference".
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from discord_sandbox.limits import COMPONENTS_V2, EPHEMERAL, LOADING, check_files, check_message
from discord_sandbox.records.components import number, resolve_media, walk
from discord_sandbox.records.errors import INVALID_FORM, DiscordError
from discord_sandbox.records.payload import Payload, list_in
from discord_sandbox.records.people import Channel, User
from discord_sandbox.records.permissions import Permission
from discord_sandbox.records.transcript import Button, Select, buttons, selects, transcript
from discord_sandbox.world.attachments import Upload
from discord_sandbox.world.mentions import pings
from discord_sandbox.world.state import Change, State

if TYPE_CHECKING:
    from discord_sandbox.records.interactions import Interaction

SUPPRESS_EMBEDS = 1 << 2
SETTABLE = SUPPRESS_EMBEDS | EPHEMERAL | (1 << 12) | COMPONENTS_V2
EDITABLE = SUPPRESS_EMBEDS | COMPONENTS_V2
BODY = ("content", "embeds", "components", "tts")


@dataclass(eq=False)
class Message:
    """A message in a channel. `payload` is what Discord sends, `body` what its author last asked for."""

    channel: Channel
    author: User
    payload: Payload
    body: Payload
    # The one person who sees an ephemeral message.
    audience: User | None = None
    interaction: "Interaction | None" = None
    deleted: bool = field(default=False)

    @property
    def id(self) -> str:
        """Its snowflake."""
        return self.payload["id"]

    @property
    def ephemeral(self) -> bool:
        """Whether only one person sees it."""
        return bool(self.payload["flags"] & EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether it only says that the bot is thinking."""
        return bool(self.payload["flags"] & LOADING)

    @property
    def buttons(self) -> list[Button]:
        """Its buttons, in reading order."""
        return buttons(self.payload)

    @property
    def selects(self) -> list[Select]:
        """Its string select menus, in reading order."""
        return selects(self.payload)

    def text(self) -> str:
        """All a reader sees, as plain lines."""
        return transcript(self.payload)

    def seen_by(self, user: User) -> bool:
        """Whether this person sees it, being in the channel."""
        return not self.deleted and (self.audience is None or self.audience == user)


class Post:
    """The makers of messages; every one refuses with DiscordError what Discord would."""

    def __init__(self, state: State) -> None:
        self._state = state

    def create(  # noqa: PLR0913  # each is a different thing Discord puts into a message
        self,
        channel: Channel,
        author: User,
        body: Payload,
        uploads: Sequence[Upload] = (),
        *,
        ephemeral_to: User | None = None,
        interaction: "Interaction | None" = None,
        extra: Payload | None = None,
    ) -> Message:
        """A new message. `extra` are fields the author does not choose, such as its type and reference."""
        described = self._check(body, uploads, existing=[])
        flags: int = (body.get("flags") or 0) & SETTABLE & ~EPHEMERAL
        if ephemeral_to is not None:
            flags |= EPHEMERAL
        message = self._blank(channel, author, flags, ephemeral_to, interaction)
        message.payload |= extra or {}
        message.payload["attachments"] = self._store(uploads, channel, described)
        everything = frozenset({"users"} if interaction else {"users", "roles", "everyone"})
        self._fill(message, body, everything)
        channel.messages[message.id] = message
        self._state.announce(Change("posted", message=message))
        return message

    def create_loading(self, channel: Channel, interaction: "Interaction", ephemeral_to: User | None) -> Message:
        """The message that says the bot is thinking."""
        flags = LOADING | (EPHEMERAL if ephemeral_to else 0)
        message = self._blank(channel, self._state.bot, flags, ephemeral_to, interaction)
        message.payload |= interaction.message_fields()
        channel.messages[message.id] = message
        self._state.announce(Change("posted", message=message))
        return message

    def edit(self, message: Message, body: Payload, uploads: Sequence[Upload] = ()) -> None:
        """Changes the fields that are given; what is not given stays."""
        old_flags: int = message.payload["flags"]
        flags = old_flags
        if body.get("flags") is not None:
            asked: int = body["flags"]
            if old_flags & COMPONENTS_V2 and not asked & COMPONENTS_V2:
                text = "The flag IS_COMPONENTS_V2 cannot be removed from a message"
                leaf = {"_errors": [{"code": "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG", "message": text}]}
                raise DiscordError(INVALID_FORM, {"flags": leaf})
            flags = (old_flags & ~EDITABLE) | (asked & EDITABLE)
        existing: list[Payload] = message.payload["attachments"]
        merged = {**message.body, **{name: body[name] for name in BODY if name in body}, "flags": flags}
        merged |= {name: body[name] for name in ("attachments", "allowed_mentions") if name in body}
        described = self._check(merged, uploads, existing)
        if "attachments" in body:
            kept = {str(attachment.get("id")) for attachment in body["attachments"] or ()}
            existing = [attachment for attachment in existing if attachment["id"] in kept]
        message.payload["attachments"] = existing + self._store(uploads, message.channel, described)
        if message.loading:
            flags &= ~LOADING
        else:
            message.payload["edited_timestamp"] = self._now()
        message.payload["flags"] = flags
        everything = frozenset({"users"} if message.interaction else {"users", "roles", "everyone"})
        self._fill(message, merged, everything)
        self._state.announce(Change("edited", message=message))

    def delete(self, message: Message) -> None:
        """Takes a message away for everyone."""
        message.deleted = True
        message.channel.messages.pop(message.id, None)
        self._state.announce(Change("deleted", message=message))

    def _check(self, body: Payload, uploads: Sequence[Upload], existing: list[Payload]) -> dict[str, Payload]:
        """Checks the message with its files; returns what it says of each attachment, by number."""
        check_files(body, [upload.number for upload in uploads], [str(old["id"]) for old in existing])
        listed: list[Payload] = body.get("attachments") or []
        described = {str(attachment["id"]): attachment for attachment in listed}
        names = [str(described.get(str(upload.number), {}).get("filename") or upload.filename) for upload in uploads]
        names += [old["filename"] for old in existing if "attachments" not in body or old["id"] in described]
        check_message(body, files=names)
        return described

    def _store(self, uploads: Sequence[Upload], channel: Channel, described: dict[str, Payload]) -> list[Payload]:
        stored: list[Payload] = []
        for upload in uploads:
            said = described.get(str(upload.number), {})
            named = Upload(upload.number, said.get("filename") or upload.filename, upload.content)
            stored.append(self._state.attachments.store(named, channel.id, said.get("description")))
        return stored

    def _blank(
        self,
        channel: Channel,
        author: User,
        flags: int,
        audience: User | None,
        interaction: "Interaction | None",
    ) -> Message:
        payload: Payload = {
            "id": self._state.snowflakes.next(),
            "channel_id": channel.id,
            "author": author.payload(),
            "content": "",
            "timestamp": self._now(),
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "components": [],
            "pinned": False,
            "type": 0,
            "flags": flags,
        }
        if author.bot:
            payload["application_id"] = self._state.application_id
        return Message(channel, author, payload, {}, audience, interaction)

    def _fill(self, message: Message, body: Payload, default_mentions: frozenset[str]) -> None:
        """Puts the author's words, embeds and components into the message."""
        message.body = {name: body[name] for name in BODY if name in body}
        shown = deepcopy(message.body)
        payload = message.payload
        payload["content"] = (shown.get("content") or "").strip()
        embeds: list[Payload] = [{"type": "rich", **embed} for embed in list_in(shown.get("embeds"))]
        components: list[Payload] = list_in(shown.get("components"))
        number(components)
        resolve_media(components, payload["attachments"])
        for embed in embeds:
            resolve_embed_media(embed, payload["attachments"])
        payload |= {"embeds": embeds, "components": components}
        texts = [payload["content"], *(part["content"] for part in walk(components) if "content" in part)]
        if Permission.MENTION_EVERYONE not in message.channel.permissions(message.author):
            default_mentions -= {"everyone"}
        pinged = pings(texts, body.get("allowed_mentions"), default=default_mentions)
        users = self._state.population.users
        payload["mentions"] = [users[number].payload() for number in pinged.users if number in users]
        payload["mention_roles"] = pinged.roles
        payload["mention_everyone"] = pinged.everyone

    def _now(self) -> str:
        return datetime.fromtimestamp(self._state.clock(), UTC).isoformat()


def resolve_embed_media(embed: Payload, attachments: list[Payload]) -> None:
    """Puts real addresses in the place of `attachment://…` in one embed."""
    by_name = {attachment["filename"]: attachment["url"] for attachment in attachments}
    for name, inner in (("image", "url"), ("thumbnail", "url"), ("footer", "icon_url"), ("author", "icon_url")):
        part = embed.get(name)
        if part and inner in part:
            part[inner] = by_name.get(str(part[inner]).removeprefix("attachment://"), part[inner])
