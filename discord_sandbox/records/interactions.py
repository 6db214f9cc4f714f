"""Interactions: what a person did, and what the bot has answered so far.

Source: Discord API documentation, "Receiving and Responding to Interactions".
"""

from dataclasses import dataclass, field
from enum import IntEnum

from discord_sandbox.records.channels import Message, MessageType
from discord_sandbox.records.kinds import CommandType, OptionType
from discord_sandbox.records.payload import Payload, object_in
from discord_sandbox.records.people import User
from discord_sandbox.records.permissions import Permission
from discord_sandbox.records.places import Place


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


MESSAGES = frozenset({Callback.MESSAGE, Callback.DEFERRED_MESSAGE})
"""Answers with a new message."""

UPDATES = frozenset({Callback.UPDATE, Callback.DEFERRED_UPDATE})
"""Answers that change the message a component is on."""


@dataclass(eq=False)
class Interaction:
    """One interaction with all the bot has answered so far."""

    id: str
    token: str
    type: InteractionType
    user: User
    place: Place
    label: str
    """What is said of it when something goes wrong: "/fruit", "the button Count"."""
    owners: dict[str, str]
    payload: Payload
    created_at: float
    source: Message | None = None
    """The message a component or its modal belongs to."""
    command_type: int = CommandType.CHAT_INPUT
    option_type: int = OptionType.STRING
    """The type of the option that has the focus."""
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

    @property
    def files(self) -> list[Payload]:
        """The files a command was given, as attachments."""
        resolved = object_in(object_in(self.payload.get("data")).get("resolved"))
        return list(object_in(resolved.get("attachments")).values())

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
        fields: Payload = {"webhook_id": self.payload["application_id"], "interaction_metadata": metadata}
        if self.type is InteractionType.COMMAND:
            name = self.label.removeprefix("/")
            metadata |= {"name": name, "command_type": self.command_type}
            fields["interaction"] = {"id": self.id, "type": int(self.type), "name": name, "user": self.user.payload()}
            typed = self.command_type == CommandType.CHAT_INPUT
            fields["type"] = int(MessageType.CHAT_INPUT_COMMAND if typed else MessageType.CONTEXT_MENU_COMMAND)
        elif self.source is not None:
            fields |= self.source.reference()
            metadata["interacted_message_id"] = self.source.id
        return fields
