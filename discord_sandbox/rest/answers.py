"""What the bot may do with an interaction's token.

Source: Discord API documentation, "Receiving and Responding to Interactions".
"""

from collections.abc import Generator, Sequence
from contextlib import contextmanager

from discord_sandbox.limits import check_autocomplete, check_modal
from discord_sandbox.records.channels import Message, MessageType
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
from discord_sandbox.records.interactions import Callback, Interaction
from discord_sandbox.records.kinds import EPHEMERAL
from discord_sandbox.records.payload import Payload, object_in
from discord_sandbox.world.attachments import Upload
from discord_sandbox.world.posting import Post
from discord_sandbox.world.state import Change, State

TOKEN_LIFETIME = 15 * 60.0
"""Seconds for which an interaction's token can be used."""

FOLLOW_UPS_USER_INSTALLED = 5
"""Follow-ups, at most, where the app is only user-installed."""


class Answers:
    """First answers, follow-ups and changes of both; every method refuses with DiscordError as Discord does."""

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
        return _callback_response(interaction)

    def follow_up(self, token: str, body: Payload, uploads: Sequence[Upload]) -> Message:
        """A further message. While the first only says "thinking", it becomes that one, as on Discord."""
        interaction = self._live(token)
        if interaction.original is not None and interaction.original.loading:
            self._post.edit(interaction.original, body, uploads)
            return interaction.original
        if not interaction.by_guild and len(interaction.follow_ups) >= FOLLOW_UPS_USER_INSTALLED:
            raise DiscordError(TOO_MANY_FOLLOW_UPS)
        fields = {**interaction.message_fields(), "type": int(MessageType.DEFAULT)}
        if interaction.original is not None and not interaction.original.deleted:
            fields |= interaction.original.reference()
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
        """Change one of an interaction's own messages."""
        message = self.message(token, which)
        self._post.edit(message, body, uploads)
        return message

    def delete(self, token: str, which: str) -> None:
        """Take one of an interaction's own messages away."""
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
                with _under_data():
                    interaction.original = self._create(interaction, body, uploads, interaction.message_fields())
            case Callback.DEFERRED_MESSAGE:
                interaction.original = self._post.create_loading(interaction, ephemeral=_deferred_ephemeral(body))
            case Callback.UPDATE | Callback.DEFERRED_UPDATE:
                source = _source(interaction)
                if kind is Callback.UPDATE:
                    with _under_data():
                        self._post.edit(source, body, uploads)
                interaction.original = source
            case Callback.AUTOCOMPLETE:
                check_autocomplete(body, interaction.option_type)
            case Callback.MODAL:
                check_modal(body)
                number(body["components"])
                interaction.modal = body

    def _create(self, interaction: Interaction, body: Payload, uploads: Sequence[Upload], fields: Payload) -> Message:
        private = bool((body.get("flags") or 0) & EPHEMERAL) or interaction.quiet
        return self._post.create(
            interaction.place.channel,
            self._state.bot,
            body,
            uploads,
            ephemeral_to=interaction.user if private else None,
            token=interaction.token,
            extra=fields,
        )


def _source(interaction: Interaction) -> Message:
    if interaction.source is None or interaction.source.deleted:
        raise DiscordError(UNKNOWN_MESSAGE)
    return interaction.source


def _deferred_ephemeral(body: Payload) -> bool:
    """Whether a deferred answer asks to be private; that flag is the only one it may have."""
    flags = body.get("flags") or 0
    if flags & ~EPHEMERAL:
        error = {"code": "BASE_TYPE_CHOICES", "message": f"Value must be one of {{{EPHEMERAL}}}."}
        raise DiscordError(INVALID_FORM, {"data": {"flags": {"_errors": [error]}}})
    return bool(flags)


def _callback_response(interaction: Interaction) -> Payload:
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
def _under_data() -> Generator[None]:
    """Put the errors of a callback's message where they stand in the request: below `data`."""
    try:
        yield
    except DiscordError as error:
        if error.errors is None:
            raise
        raise DiscordError(error.refusal, {"data": error.errors}) from None
