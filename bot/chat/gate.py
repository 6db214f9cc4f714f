"""The one door for all interactions: what the moderators do not allow, and what to say when something fails."""

import logging
from collections.abc import Awaitable, Callable

import discord
from discord import InteractionType

from bot.cards.card import Card
from bot.cards.failure import cooldown_card, denied_card, failed_card, off_card, outdated_card
from bot.cards.layout.pages import page_of
from bot.chat import answer, reply
from bot.chat.ahead import Ahead
from bot.chat.apart import Apart
from bot.chat.connection.callback import arrive
from bot.chat.connection.internals import give_back
from bot.chat.context import Context
from bot.chat.cooldown import Cooldown
from bot.chat.counting import heed_log
from bot.chat.failure import log_failure, log_undelivered, undelivered
from bot.chat.turns import Turns
from bot.current import Current
from bot.server_settings import ServerSettings
from bot.usage.log import UsageLog
from bot.usage.outcomes import Outcome
from bot.words.catalogue import Catalogue

DESK = "desk"
SETTINGS = "desk settings"

TELLING = 1
"""Seconds before somebody who asks for too much at once is told so again."""

_log = logging.getLogger(__name__)


class Gate:
    """Lets in commands, menus, buttons and forms."""

    def __init__(
        self, current: Current, catalogue: Catalogue, usage: UsageLog, server_settings: ServerSettings
    ) -> None:
        self.current = current
        self.server_settings = server_settings
        self.catalogue = catalogue
        self.mentions = dict[str, str]()
        """How to mention each command so that it can be clicked; known once the commands are registered."""
        self._usage = usage
        heed_log(usage, current)
        self._cooldown = Cooldown()
        self.turns = Turns()
        """Of those who have something in hand."""
        self._told = Cooldown()
        self._apart = Apart()
        self._ahead = Ahead()

    def receive(self, interaction: discord.Interaction, command: str) -> Context:
        """The context of an interaction, from here on in its `extras`; `command` is what it is counted as."""
        return Context(
            interaction,
            command,
            current=self.current,
            catalogue=self.catalogue,
            usage=self._usage,
            mentions=self.mentions,
            server_settings=self.server_settings,
            apart=self._apart,
            ahead=self._ahead,
        )

    async def in_turn(self, interaction: discord.Interaction, answering: Callable[[], Awaitable[None]]) -> None:
        """Answer now, or when it is the asker's turn: whoever asks for very much at once gives way to everybody else.

        What comes too late is dropped, as is what is too much; of that the asker is told once a second at most. No line
        of the log says so: it would tell of somebody.
        """
        arrive(interaction)
        who = interaction.user.id
        turn = await self.turns.begin(who)
        if turn == "go":
            try:
                await answering()
            finally:
                self.turns.end(who)
        elif turn == "full" and interaction.type is not InteractionType.autocomplete:
            await self._turn_away(interaction)
        give_back(interaction)

    async def admits(self, context: Context) -> bool:
        """Whether the interaction may go on; if not, the asker has been told why."""
        refusal = self._refusal(context)
        if refusal is not None:
            await answer.notice(context, *refusal)
        return refusal is None

    async def outdated(self, context: Context) -> None:
        """Answer for a button, a form or a command of another edition, without raising."""
        try:
            await answer.notice(context, outdated_card(context.words), "gone")
        except Exception as error:  # noqa: BLE001 - whatever it is, it has an answer too
            await self.failed(context, error)

    async def failed(self, context: Context, error: BaseException) -> None:
        """Say that something went wrong, whatever it was, once and without raising."""
        reference = None
        if undelivered(context.interaction, error):
            log_undelivered(error)
        elif (reference := log_failure(error)) is None:
            return
        try:
            context.count("failed")
            if reference is not None:
                words = context.words
                await reply.tell(context.interaction, page_of(failed_card(words, reference), words, 1))
        except Exception as unsent:  # noqa: BLE001 - there is nobody left to tell
            _log.warning("The asker could not be told of %s (%s)", reference, type(unsent).__name__)

    async def _turn_away(self, interaction: discord.Interaction) -> None:
        if self._told.wait(interaction.user.id, TELLING):
            return
        words = self.catalogue.words(interaction.locale.value)
        try:
            await reply.tell(interaction, page_of(cooldown_card(words, TELLING), words, 1))
        except Exception as error:  # noqa: BLE001 - they have enough to wait for
            log_failure(error)

    def _refusal(self, context: Context) -> tuple[Card, Outcome] | None:
        words, policy = context.words, context.policy
        if not policy.allows(context.command):
            return off_card(words, context.command), "denied"
        if context.command.partition(" ")[0] == DESK and not (_may_desk(context) and context.asker.server):
            return denied_card(words, words("said.moderators-only")), "denied"
        kind = context.interaction.type
        if context.moderator or kind is InteractionType.modal_submit:  # what somebody has written is not thrown away
            return None
        what = "press" if kind is InteractionType.component else context.command
        wait = self._cooldown.wait((context.asker.id, what), policy.cooldown)
        return (cooldown_card(words, wait), "cooldown") if wait else None


def _may_desk(context: Context) -> bool:
    """A moderator may; and who has Manage Server may mend the settings, whoever they make a moderator."""
    return context.moderator or (context.command == SETTINGS and context.asker.manages_server)
