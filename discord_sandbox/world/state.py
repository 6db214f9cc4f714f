"""Everything a sandbox remembers."""

import asyncio
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from discord_sandbox.records.channels import Channel, Message
from discord_sandbox.records.errors import UNKNOWN_CHANNEL, UNKNOWN_USER, DiscordError
from discord_sandbox.records.interactions import Interaction
from discord_sandbox.records.people import User
from discord_sandbox.world.attachments import Attachments
from discord_sandbox.world.commandbook import CommandBook
from discord_sandbox.world.population import Population
from discord_sandbox.world.signal import Signal
from discord_sandbox.world.snowflakes import Clock, Snowflakes

ChangeKind = Literal["posted", "edited", "deleted", "sent", "answered", "failed", "presence"]
"""What happened: to a message, to an interaction ("sent", "answered", "failed"), or to the bot."""


@dataclass(frozen=True)
class Change:
    """One thing that happened, with the message or the interaction it happened to."""

    kind: ChangeKind
    message: Message | None = None
    interaction: Interaction | None = None


class State:
    """The world, the commands registered, the interactions under way, and who is told of changes.

    `answer_within` is how many seconds the bot has, by `clock`, for its first answer (Discord: 3); `patience` how many
    real seconds an actor waits for one.
    """

    def __init__(self, bot_name: str, clock: Clock, answer_within: float, patience: float) -> None:
        self.clock = clock
        self.answer_within = answer_within
        self.patience = patience
        self.snowflakes = Snowflakes(clock)
        self.application_id = self.snowflakes.next()
        self.connected = False
        self.bot = User(self.application_id, bot_name.casefold().replace(" ", "-"), bot_name, bot=True)
        self.population = Population(self.bot, self.snowflakes)
        self.commands = CommandBook(self.application_id, self.snowflakes)
        self.attachments = Attachments(self.snowflakes)
        self.interactions: dict[str, Interaction] = {}
        """All so far, by their tokens."""
        self.signal = Signal()
        self._listeners: set[asyncio.Queue[Change]] = set()

    def channel(self, channel_id: str) -> Channel:
        """A channel. Raises DiscordError 10003."""
        channel = self.population.channels.get(channel_id)
        if channel is None:
            raise DiscordError(UNKNOWN_CHANNEL)
        return channel

    def direct_channel(self, user_id: str) -> Channel:
        """The bot's direct channel with a user, made when first asked for. Raises DiscordError 10013."""
        user = self.population.users.get(user_id)
        if user is None or user.bot:
            raise DiscordError(UNKNOWN_USER)
        return self.population.place_of("dm", user).channel

    def answered_by(self, message: Message) -> Interaction | None:
        """The interaction that a message answers, if it answers one."""
        return None if message.token is None else self.interactions[message.token]

    def presence(self, *, connected: bool) -> None:
        """Note whether a bot is connected to the gateway."""
        self.connected = connected
        self.announce(Change("presence"))

    def announce(self, change: Change) -> None:
        """Tell everyone who waits or listens."""
        for queue in self._listeners:
            queue.put_nowait(change)
        self.signal.tell()

    @contextmanager
    def changes(self) -> Generator[asyncio.Queue[Change]]:
        """A queue of all changes from now on."""
        queue: asyncio.Queue[Change] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)
