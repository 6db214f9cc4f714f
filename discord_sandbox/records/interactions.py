"""Interactions: from a person's action to everything the bot answers.

Source: Discord API documentation, "Receiving and Responding to Interactions".
"""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import IntEnum

from discord_sandbox.limits import EPHEMERAL, check_autocomplete, check_modal
from discord_sandbox.records.components import number
from discord_sandbox.records.errors import (
    ALREADY_ACKNOWLEDGED,
    INVALID_FORM,
    INVALID_WEBHOOK_TOKEN,
    TOO_MANY_FOLLOW_UPS,
    UNKNOWN_INTERACTION,
    UNKNOWN_MESSAGE,
    UNKNOWN_WEBHOOK,
    DiscordError,
)
from discord_sandbox.records.payload import Payload, object_in
from discord_sandbox.records.people import Place, User
from discord_sandbox.records.permissions import Permission
from discord_sandbox.world.attachments import Upload
from discord_sandbox.world.posting import Message, Post
from discord_sandbox.world.state import TOKEN_LIFETIME, Change, State

FOLLOW_UPS_USER_INSTALLED = 5


class InteractionType(IntEnum):
    """What the person did."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL_SUBMIT = 5


class Callback(IntEnum):
    """How the bot answers first."""

    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    AUTOCOMPLETE = 8
    MODAL = 9


class MessageType(IntEnum):
    """How a message came to be."""

    DEFAULT = 0
    REPLY = 19
    CHAT_INPUT_COMMAND = 20
    CONTEXT_MENU_COMMAND = 23


MESSAGES = frozenset({Callback.MESSAGE, Callback.DEFERRED_MESSAGE})
UPDATES = frozenset({Callback.UPDATE, Callback.DEFERRED_UPDATE})


@dataclass(eq=False)
class Interaction:
    """One interaction with all the bot has answered so far."""

    id: str
    token: str
    type: InteractionType
    user: User
    place: Place
    # What is said of it when something goes wrong: "/brief", "the button Quotations".
    label: str
    owners: dict[str, str]
    payload: Payload
    created_at: float
    # The message a component or its modal belongs to.
    source: Message | None = None
    # The command's type and the focused option's type, where they matter.
    command_type: int = 1
    option_type: int = 3
    answer: Payload | None = None
    original: Message | None = None
    follow_ups: list[Message] = field(default_factory=list[Message])
    modal: Payload | None = None
    failed: bool = False

    @property
    def callback(self) -> Callback | None:
        """How it was answered, None while it is not."""
        return None if self.answer is None else Callback(self.answer["type"])

    @property
    def quiet(self) -> bool:
        """Whether Discord makes every answer private: user-installed without *Use External Apps*."""
        here = self.place.member_permissions(self.user)
        in_guild = self.place.channel.guild is not None
        return in_guild and not self.by_guild and Permission.USE_EXTERNAL_APPS not in here

    @property
    def by_guild(self) -> bool:
        """Whether the app is there because the server added it."""
        return "0" in self.owners

    def allowed_callbacks(self) -> frozenset[Callback]:
        """The first answers Discord takes to this kind of interaction."""
        match self.type:
            case InteractionType.AUTOCOMPLETE:
                return frozenset({Callback.AUTOCOMPLETE})
            case InteractionType.COMMAND:
                return MESSAGES | {Callback.MODAL}
            case InteractionType.COMPONENT:
                return MESSAGES | UPDATES | {Callback.MODAL}
            case InteractionType.MODAL_SUBMIT:
                return MESSAGES | UPDATES if self.source else MESSAGES

    def message_fields(self) -> Payload:
        """What a message says of the interaction it answers."""
        metadata: Payload = {
            "id": self.id,
            "type": int(self.type),
            "user": self.user.payload(),
            "authorizing_integration_owners": self.owners,
        }
        fields: Payload = {
            "webhook_id": self.payload["application_id"],
            "interaction_metadata": metadata,
        }
        if self.type is InteractionType.COMMAND:
            name = self.label.removeprefix("/")
            metadata |= {"name": name, "command_type": self.command_type}
            fields["interaction"] = {
                "id": self.id,
                "type": int(self.type),
                "name": name,
                "user": self.user.payload(),
            }
            chat_input = self.command_type == 1
            fields["type"] = int(MessageType.CHAT_INPUT_COMMAND if chat_input else MessageType.CONTEXT_MENU_COMMAND)
        elif self.source is not None:
            fields |= reference_to(self.source)
            metadata["interacted_message_id"] = self.source.id
        return fields


def reference_to(message: Message) -> Payload:
    """The fields that make a message a reply to another."""
    reference: Payload = {"type": 0, "channel_id": message.channel.id, "message_id": message.id}
    if message.channel.guild is not None:
        reference["guild_id"] = message.channel.guild.id
    referenced = {name: value for name, value in message.payload.items() if name != "referenced_message"}
    return {
        "type": int(MessageType.REPLY),
        "message_reference": reference,
        "referenced_message": referenced,
    }


class Answers:
    """What the bot may do with an interaction's token; every method refuses with DiscordError as Discord does."""

    def __init__(self, state: State, post: Post) -> None:
        self._state = state
        self._post = post

    def acknowledge(self, number: str, token: str, body: Payload, uploads: Sequence[Upload]) -> Payload:
        """The first answer. Returns the body Discord gives back for `with_response`."""
        interaction = self._state.interactions.get(token)
        if interaction is None or interaction.id != number or self._too_late(interaction):
            raise DiscordError(UNKNOWN_INTERACTION)
        if interaction.answer is not None:
            raise DiscordError(ALREADY_ACKNOWLEDGED)
        kind = body.get("type")
        allowed = interaction.allowed_callbacks()
        if kind not in allowed:
            listed = ", ".join(str(int(callback)) for callback in sorted(allowed))
            error = {"code": "BASE_TYPE_CHOICES", "message": f"Value must be one of {{{listed}}}."}
            raise DiscordError(INVALID_FORM, {"type": {"_errors": [error]}})
        self._answer(interaction, Callback(kind), object_in(body.get("data")), uploads)
        interaction.answer = body
        self._state.announce(Change("answered", interaction=interaction))
        return self._callback_response(interaction)

    def follow_up(self, token: str, body: Payload, uploads: Sequence[Upload]) -> Message:
        """A further message. While the first only says "thinking", it becomes that one, as on Discord."""
        interaction = self._live(token)
        if interaction.original is not None and interaction.original.loading:
            self._post.edit(interaction.original, without_ephemeral(body), uploads)
            return interaction.original
        if not interaction.by_guild and len(interaction.follow_ups) >= FOLLOW_UPS_USER_INSTALLED:
            raise DiscordError(TOO_MANY_FOLLOW_UPS)
        fields = {**interaction.message_fields(), "type": int(MessageType.DEFAULT)}
        if interaction.original is not None and not interaction.original.deleted:
            fields |= reference_to(interaction.original)
        message = self._create(interaction, body, uploads, fields)
        interaction.follow_ups.append(message)
        self._state.signal.tell()
        return message

    def message(self, token: str, which: str) -> Message:
        """One of an interaction's own messages, by id or as "@original"."""
        interaction = self._live(token)
        own = [interaction.original, *interaction.follow_ups]
        for message in own:
            if message is None or message.deleted:
                continue
            if which == message.id or (which == "@original" and message is interaction.original):
                return message
        raise DiscordError(UNKNOWN_MESSAGE)

    def edit(self, token: str, which: str, body: Payload, uploads: Sequence[Upload]) -> Message:
        """Changes one of an interaction's own messages."""
        message = self.message(token, which)
        self._post.edit(message, without_ephemeral(body), uploads)
        return message

    def delete(self, token: str, which: str) -> None:
        """Takes one of an interaction's own messages away."""
        self._post.delete(self.message(token, which))

    def _too_late(self, interaction: Interaction) -> bool:
        unanswered = interaction.answer is None
        late = self._state.clock() - interaction.created_at > self._state.answer_within
        return interaction.failed or (unanswered and late)

    def _live(self, token: str) -> Interaction:
        interaction = self._state.interactions.get(token)
        if interaction is None or interaction.callback in (None, Callback.AUTOCOMPLETE):
            raise DiscordError(UNKNOWN_WEBHOOK)
        if self._state.clock() - interaction.created_at > TOKEN_LIFETIME:
            raise DiscordError(INVALID_WEBHOOK_TOKEN)
        return interaction

    def _answer(self, interaction: Interaction, kind: Callback, body: Payload, uploads: Sequence[Upload]) -> None:
        match kind:
            case Callback.MESSAGE:
                fields = interaction.message_fields()
                with under_data():
                    interaction.original = self._create(interaction, body, uploads, fields)
            case Callback.DEFERRED_MESSAGE:
                flags = body.get("flags") or 0
                if flags & ~EPHEMERAL:
                    error = {"code": "BASE_TYPE_CHOICES", "message": f"Value must be one of {{{EPHEMERAL}}}."}
                    raise DiscordError(INVALID_FORM, {"data": {"flags": {"_errors": [error]}}})
                private = interaction.user if flags or interaction.quiet else None
                channel = interaction.place.channel
                interaction.original = self._post.create_loading(channel, interaction, private)
            case Callback.UPDATE | Callback.DEFERRED_UPDATE:
                source = self._source(interaction)
                if kind is Callback.UPDATE:
                    with under_data():
                        self._post.edit(source, without_ephemeral(body), uploads)
                interaction.original = source
            case Callback.AUTOCOMPLETE:
                check_autocomplete(body, interaction.option_type)
            case Callback.MODAL:
                check_modal(body)
                number(body["components"])
                interaction.modal = body

    def _source(self, interaction: Interaction) -> Message:
        if interaction.source is None or interaction.source.deleted:
            raise DiscordError(UNKNOWN_MESSAGE)
        return interaction.source

    def _create(self, interaction: Interaction, body: Payload, uploads: Sequence[Upload], fields: Payload) -> Message:
        private = bool((body.get("flags") or 0) & EPHEMERAL) or interaction.quiet
        return self._post.create(
            interaction.place.channel,
            self._state.bot,
            body,
            uploads,
            ephemeral_to=interaction.user if private else None,
            interaction=interaction,
            extra=fields,
        )

    def _callback_response(self, interaction: Interaction) -> Payload:
        said: Payload = {"id": interaction.id, "type": int(interaction.type)}
        resource: Payload = {"type": int(interaction.callback or 0)}
        message = interaction.original
        if message is not None:
            said |= {
                "response_message_id": message.id,
                "response_message_loading": message.loading,
                "response_message_ephemeral": message.ephemeral,
            }
        if interaction.callback in (Callback.MESSAGE, Callback.UPDATE) and message is not None:
            resource["message"] = message.payload
        return {"interaction": said, "resource": resource}


@contextmanager
def under_data() -> Generator[None]:
    """Puts the errors of a callback's message where they stand in the request: below `data`."""
    try:
        yield
    except DiscordError as error:
        if error.errors is None:
            raise
        raise DiscordError(error.refusal, {"data": error.errors}) from None


def without_ephemeral(body: Payload) -> Payload:
    """An edit's body: who sees a message is settled when it is made, so that flag is ignored."""
    if body.get("flags") is None:
        return body
    return {**body, "flags": body["flags"] & ~EPHEMERAL}
