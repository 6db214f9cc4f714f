"""Messages: how they are made, changed and taken away.

Source: Discord API documentation, "Messages Resource" and "Component Reference".
"""

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime

from discord_sandbox.limits import check_files, check_message
from discord_sandbox.records.channels import Channel, Message, MessageType
from discord_sandbox.records.components import number, walk
from discord_sandbox.records.errors import INVALID_FORM, DiscordError
from discord_sandbox.records.interactions import Interaction
from discord_sandbox.records.kinds import COMPONENTS_V2, EPHEMERAL, LOADING, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS
from discord_sandbox.records.media import resolve_embed_media, resolve_media
from discord_sandbox.records.payload import Payload, list_in
from discord_sandbox.records.people import User
from discord_sandbox.records.permissions import Permission
from discord_sandbox.records.polls import hours_of, new_poll
from discord_sandbox.world.attachments import Upload
from discord_sandbox.world.mentions import pings
from discord_sandbox.world.state import Change, State

SETTABLE = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2
"""The flags an author may choose; who sees a message is said apart."""

EDITABLE = SUPPRESS_EMBEDS | COMPONENTS_V2
"""The flags an edit may change; who sees a message is settled when it is made."""

BODY = ("content", "embeds", "components", "tts")
"""What stays of an earlier request unless an edit names it."""


class Post:
    """The makers of messages; every one refuses with DiscordError what Discord would."""

    def __init__(self, state: State) -> None:
        self._state = state

    def create(  # noqa: PLR0913 - each is a different thing Discord puts into a message
        self,
        channel: Channel,
        author: User,
        body: Payload,
        uploads: Sequence[Upload] = (),
        *,
        ephemeral_to: User | None = None,
        token: str | None = None,
        extra: Payload | None = None,
    ) -> Message:
        """A new message.

        `token` is that of the interaction it answers; `extra` are fields the author does not choose, such as its type
        and reference.
        """
        described = _check(body, uploads, existing=[])
        flags: int = (body.get("flags") or 0) & SETTABLE
        if ephemeral_to is not None:
            flags |= EPHEMERAL
        message = self._blank(channel, author, flags, ephemeral_to, token)
        message.payload |= extra or {}
        message.payload["attachments"] = self._store(uploads, channel, described)
        if body.get("poll"):
            message.payload["poll"] = new_poll(body["poll"], self._time(hours_of(body["poll"]) * 3600))
        self._fill(message, body)
        self._add(message)
        return message

    def create_loading(self, interaction: Interaction, *, ephemeral: bool) -> Message:
        """The message that says the bot is thinking."""
        audience = interaction.user if ephemeral or interaction.quiet else None
        flags = LOADING | (EPHEMERAL if audience else 0)
        channel = interaction.place.channel
        message = self._blank(channel, self._state.bot, flags, audience, interaction.token)
        message.payload |= interaction.message_fields()
        self._add(message)
        return message

    def edit(self, message: Message, body: Payload, uploads: Sequence[Upload] = ()) -> None:
        """Change the fields that are given; what is not given stays."""
        flags = _edited_flags(message.payload["flags"], body.get("flags"))
        existing: list[Payload] = message.payload["attachments"]
        merged = {**message.body, **{name: body[name] for name in BODY if name in body}, "flags": flags}
        merged |= {name: body[name] for name in ("attachments", "allowed_mentions") if name in body}
        described = _check(merged, uploads, existing)
        if "attachments" in body:
            kept = {str(attachment.get("id")) for attachment in body["attachments"] or ()}
            existing = [attachment for attachment in existing if attachment["id"] in kept]
        message.payload["attachments"] = existing + self._store(uploads, message.channel, described)
        if message.loading:
            flags &= ~LOADING
        else:
            message.payload["edited_timestamp"] = self._now()
        message.payload["flags"] = flags
        self._fill(message, merged)
        self._state.announce(Change("edited", message=message))

    def delete(self, message: Message) -> None:
        """Take a message away for everyone."""
        message.deleted = True
        message.channel.messages.pop(message.id, None)
        self._state.announce(Change("deleted", message=message))

    def _add(self, message: Message) -> None:
        message.channel.messages[message.id] = message
        self._state.announce(Change("posted", message=message))

    def _store(self, uploads: Sequence[Upload], channel: Channel, described: dict[str, Payload]) -> list[Payload]:
        stored: list[Payload] = []
        for upload in uploads:
            said = described.get(str(upload.number), {})
            named = Upload(said.get("filename") or upload.filename, upload.content, upload.number)
            stored.append(self._state.attachments.store(named, channel.id, said.get("description")))
        return stored

    def _blank(self, channel: Channel, author: User, flags: int, audience: User | None, token: str | None) -> Message:
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
            "type": int(MessageType.DEFAULT),
            "flags": flags,
        }
        if author.bot:
            payload["application_id"] = author.id
        return Message(channel, author, payload, {}, audience, token)

    def _fill(self, message: Message, body: Payload) -> None:
        """Put the author's words, embeds and components into the message."""
        message.body = {name: body[name] for name in BODY if name in body}
        shown = deepcopy(message.body)
        payload = message.payload
        embeds: list[Payload] = [{"type": "rich", **embed} for embed in list_in(shown.get("embeds"))]
        components: list[Payload] = list_in(shown.get("components"))
        number(components)
        resolve_media(components, payload["attachments"])
        for embed in embeds:
            resolve_embed_media(embed, payload["attachments"])
        payload |= {"content": (shown.get("content") or "").strip(), "embeds": embeds, "components": components}
        payload |= self._mentions(message, body.get("allowed_mentions"))

    def _mentions(self, message: Message, allowed_mentions: object) -> Payload:
        """Whom the message pings. An answer to an interaction pings users alone, unless the request says more."""
        payload = message.payload
        default = {"users"} if message.token else {"users", "roles", "everyone"}
        if Permission.MENTION_EVERYONE not in message.channel.permissions(message.author):
            default -= {"everyone"}
        texts = [payload["content"], *(part["content"] for part in walk(payload["components"]) if "content" in part)]
        pinged = pings(texts, allowed_mentions, default=frozenset(default))
        users = self._state.population.users
        return {
            "mentions": [users[number].payload() for number in pinged.users if number in users],
            "mention_roles": pinged.roles,
            "mention_everyone": pinged.everyone,
        }

    def _now(self) -> str:
        return self._time(0)

    def _time(self, seconds: float) -> str:
        return datetime.fromtimestamp(self._state.clock() + seconds, UTC).isoformat()


def _edited_flags(flags: int, asked: int | None) -> int:
    """A message's flags after an edit that asks for some, or says nothing of them. Raises DiscordError 50035."""
    if asked is None:
        return flags
    if flags & COMPONENTS_V2 and not asked & COMPONENTS_V2:
        text = "The flag IS_COMPONENTS_V2 cannot be removed from a message"
        leaf = {"_errors": [{"code": "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG", "message": text}]}
        raise DiscordError(INVALID_FORM, {"flags": leaf})
    return (flags & ~EDITABLE) | (asked & EDITABLE)


def _check(body: Payload, uploads: Sequence[Upload], existing: list[Payload]) -> dict[str, Payload]:
    """Check the message with its files; returns what it says of each attachment, by number."""
    check_files(body, [upload.number for upload in uploads], [str(old["id"]) for old in existing])
    listed: list[Payload] = body.get("attachments") or []
    described = {str(attachment["id"]): attachment for attachment in listed}
    names = [str(described.get(str(upload.number), {}).get("filename") or upload.filename) for upload in uploads]
    names += [old["filename"] for old in existing if "attachments" not in body or old["id"] in described]
    check_message(body, files=names)
    return described
