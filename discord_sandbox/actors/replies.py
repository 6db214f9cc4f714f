"""What a person sees of one interaction."""

import asyncio
from typing import NamedTuple

from discord_sandbox.actors.modals import Modal
from discord_sandbox.records.channels import Message
from discord_sandbox.records.interactions import Callback, Interaction
from discord_sandbox.records.payload import Payload
from discord_sandbox.records.transcript import Button, Select
from discord_sandbox.world.state import State


class NoAnswerError(AssertionError):
    """The bot left somebody without the answer they were owed."""


class Suggestion(NamedTuple):
    """One suggestion of autocomplete."""

    name: str
    value: str | int | float


class Reply:
    """The bot's answer to one interaction, as it stands now."""

    def __init__(self, interaction: Interaction, state: State) -> None:
        self.interaction = interaction
        self._state = state

    @property
    def acknowledgement(self) -> Payload:
        """The first answer exactly as the bot sent it: `type` and `data`."""
        if self.interaction.answer is None:
            raise NoAnswerError(f"{self.interaction.label}: not answered yet.")
        return self.interaction.answer

    @property
    def callback(self) -> Callback:
        """The kind of first answer."""
        return Callback(self.acknowledgement["type"])

    @property
    def message(self) -> Message:
        """The message answered with, or the one that was updated. Raises NoAnswerError where there is none."""
        if self.interaction.original is None:
            raise NoAnswerError(f"{self.interaction.label}: answered without a message ({self.callback.name}).")
        return self.interaction.original

    @property
    def follow_ups(self) -> list[Message]:
        """Further messages, oldest first."""
        return self.interaction.follow_ups

    @property
    def messages(self) -> list[Message]:
        """The first message, if there is one, and all further ones, without those deleted."""
        first = [] if self.interaction.original is None else [self.interaction.original]
        return [message for message in (*first, *self.follow_ups) if not message.deleted]

    @property
    def payload(self) -> Payload:
        """The first message as Discord would send it."""
        return self.message.payload

    @property
    def ephemeral(self) -> bool:
        """Whether only the asker sees the first message."""
        return self.message.ephemeral

    @property
    def buttons(self) -> list[Button]:
        """The buttons of the first message."""
        return self.message.buttons

    @property
    def selects(self) -> list[Select]:
        """The string select menus of the first message."""
        return self.message.selects

    @property
    def modal(self) -> Modal:
        """The form that was opened. Raises NoAnswerError if none was."""
        if self.interaction.modal is None:
            raise NoAnswerError(f"{self.interaction.label}: no form was opened ({self.callback.name}).")
        return Modal(self.interaction.modal)

    def text(self) -> str:
        """All a reader sees: the form, or the first message."""
        return self.modal.text() if self.interaction.modal is not None else self.message.text()

    async def settled(self, follow_ups: int = 0) -> "Reply":
        """Wait until the bot stopped thinking and sent at least so many follow-ups.

        Raises NoAnswerError after as many seconds as the sandbox gives for an answer.
        """

        def done() -> bool:
            thinking = self.interaction.original is not None and self.interaction.original.loading
            return not thinking and len(self.follow_ups) >= follow_ups

        try:
            async with asyncio.timeout(self._state.patience):
                await self._state.signal.until(done)
        except TimeoutError:
            seen = f"{len(self.follow_ups)} of {follow_ups} follow-ups"
            raise NoAnswerError(f"{self.interaction.label}: still thinking, or only {seen}.") from None
        return self
