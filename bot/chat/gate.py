"""The one door for all interactions: what the moderators do not allow, and what to say when something fails."""

import logging

import discord
from discord import InteractionType

from bot.cards.card import Card
from bot.cards.failure import cooldown_card, denied_card, failed_card, off_card, outdated_card
from bot.cards.layout.pages import page_of
from bot.chat import reply
from bot.chat.asker import Asker
from bot.chat.context import Visit
from bot.chat.cooldown import Cooldown
from bot.chat.failure import log_failure
from bot.chat.house import House
from bot.usage.log import Outcome, UsageLog
from bot.words.catalogue import Catalogue

DESK = "desk"

_log = logging.getLogger(__name__)


class Reception:
    """Receives commands, menus, buttons and forms."""

    def __init__(self, house: House, catalogue: Catalogue, usage: UsageLog) -> None:
        self.house = house
        self.catalogue = catalogue
        self.mentions = dict[str, str]()
        """How to mention each command so that it can be clicked; known once the commands are registered."""
        self._usage = usage
        self._cooldown = Cooldown()

    def receive(self, interaction: discord.Interaction, command: str) -> Visit:
        """The visit that an interaction is; `command` is what it is counted as."""
        return Visit(interaction, command, self.house, self.catalogue, self._usage)

    async def admits(self, visit: Visit) -> bool:
        """Whether the visit may go on; if not, the asker has been told why."""
        refusal = self._refusal(visit)
        if refusal is not None:
            await visit.notice(*refusal)
        return refusal is None

    async def outdated(self, interaction: discord.Interaction, command: str) -> None:
        """Answer for a button, a form or a command of another edition, without raising."""
        try:
            visit = self.receive(interaction, command)
            await visit.notice(outdated_card(visit.words), "none")
        except Exception as error:  # noqa: BLE001 - whatever it is, it has an answer too
            await self.failed(interaction, command, error)

    async def failed(self, interaction: discord.Interaction, command: str, error: BaseException) -> None:
        """Say that something went wrong, whatever it was, once and without raising."""
        reference = log_failure(error, command)
        if reference is None:
            return
        try:
            asker = Asker.of(interaction)
            locale = interaction.locale.value
            self._usage.count(command, "failed", place=asker.place, locale=locale, server=asker.server)
            words = self.catalogue.words(locale)
            await reply.tell(interaction, page_of(failed_card(words, reference), words, 1))
        except Exception as unsent:  # noqa: BLE001 - there is nobody left to tell
            _log.warning("%s: the asker could not be told of %s (%s)", command, reference, type(unsent).__name__)

    def _refusal(self, visit: Visit) -> tuple[Card, Outcome] | None:
        words, policy = visit.words, visit.policy
        if not policy.allows(visit.command):
            return off_card(words, visit.command), "denied"
        if visit.command.partition(" ")[0] == DESK and not (visit.moderator and visit.asker.server):
            return denied_card(words, words("said.moderators-only")), "denied"
        kind = visit.interaction.type
        if visit.moderator or kind is InteractionType.modal_submit:  # what somebody has written is not thrown away
            return None
        what = "press" if kind is InteractionType.component else visit.command
        wait = self._cooldown.wait((visit.asker.id, what), policy.cooldown)
        return (cooldown_card(words, wait), "cooldown") if wait else None
