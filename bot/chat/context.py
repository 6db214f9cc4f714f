"""One interaction: who asks, where, in whose words, under which policy, and the one snapshot that the answer is of."""

from collections.abc import Callable, Hashable, Mapping
from copy import copy
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from typing import cast

import discord

from bot.cards.address import Address
from bot.cards.card import Card
from bot.cards.options import Options
from bot.cards.routes import card_at
from bot.chat.ahead import Ahead
from bot.chat.apart import Apart, Found, Given
from bot.chat.asker import Asker
from bot.chat.payload import Payload
from bot.chat.ready import CardForm, ready_card, ready_suggestions
from bot.current import Current
from bot.domain.date import PartialDate
from bot.domain.hidden import OF_BRIEFS
from bot.domain.library import Library
from bot.domain.policy import Policy
from bot.domain.search import Finder
from bot.server_settings import ServerSettings
from bot.snapshot import Snapshot
from bot.usage.log import UsageLog
from bot.usage.outcomes import Outcome
from bot.words.catalogue import Catalogue, Words

_KEY = "context"


class Context:
    """Made when an interaction arrives, and carried in its `extras`.

    It takes the snapshot in force **once**: a reload in the middle changes nothing for an answer that has begun.
    """

    def __init__(  # noqa: PLR0913 - what the gate holds, handed on once
        self,
        interaction: discord.Interaction,
        command: str,
        *,
        current: Current,
        catalogue: Catalogue,
        usage: UsageLog,
        mentions: Mapping[str, str],
        server_settings: ServerSettings,
        apart: Apart,
        ahead: Ahead,
    ) -> None:
        self.interaction = interaction
        self.command = command
        """What the interaction is counted as."""
        self.current = current
        self._whole = current.snapshot
        self.server_settings = server_settings
        self.mentions = mentions
        """How to mention each command so that it can be clicked."""
        self._catalogue = catalogue
        self.usage = usage
        """What is counted, and what was."""
        self._apart = apart
        self._ahead = ahead
        interaction.extras[_KEY] = self

    @cached_property
    def snapshot(self) -> Snapshot:
        """What is in force, without the briefings that are not shown here."""
        return self._whole.without(self.policy.hidden)

    @property
    def whole_library(self) -> Library:
        """The library with what is not shown here: for what is true of it wherever it is asked."""
        return self._whole.library

    @property
    def whole_finder(self) -> Finder:
        """The index of the whole library."""
        return self._whole.finder

    @property
    def library(self) -> Library:
        """The library of the snapshot."""
        return self.snapshot.library

    @cached_property
    def asker(self) -> Asker:
        """The person and the place."""
        return Asker.of(self.interaction)

    @cached_property
    def policy(self) -> Policy:
        """What the moderators decided for this place."""
        return self._whole.in_force(self.server, self.asker.channels)

    @cached_property
    def server(self) -> str | None:
        """The id of the server that it is in, as text."""
        return None if self.asker.server is None else str(self.asker.server)

    @cached_property
    def moderator(self) -> bool:
        """Whether the asker is a moderator here."""
        return self.policy.moderates(manage_server=self.asker.manages_server, roles=self.asker.roles)

    @property
    def operates(self) -> bool:
        """Whether the asker may reload, and see the paths of files."""
        return self.moderator and self.policy.operates(self.server)

    @cached_property
    def words(self) -> Words:
        """The interface in the asker's language."""
        return self._catalogue.words(self.interaction.locale.value)

    @cached_property
    def words_for_all(self) -> Words:
        """The interface in the language of what everyone sees here."""
        return self._catalogue.words(self._locale_for_all)

    @property
    def _locale_for_all(self) -> str:
        own = (self.interaction.guild_locale or self.interaction.locale).value
        return own if self.policy.language == "server" else self.policy.language

    @property
    def may_post(self) -> bool:
        """Whether the asker may have an answer shown to others; in a direct message there is nobody else."""
        return self.asker.place != "dm" and self.policy.may_post(moderator=self.moderator)

    @property
    def options(self) -> Options:
        """How cards are shown to the asker."""
        return self._options(self.words, self.interaction.locale.value)

    def card(self, address: Address) -> Card | None:
        """The card at an address in the asker's words; None when the library has it no more."""
        return card_at(self.library, address, self.options)

    def card_for_all(self, address: Address) -> Card | None:
        """The same in the words of the server."""
        return card_at(self.library, address, self._options(self.words_for_all, self._locale_for_all))

    def ready(self, address: Address, *, note: str = "", searched: bool = False) -> Payload | None:
        """The private card at an address, ready to be sent, with the message below it whose key is `note`."""
        policy = self.policy
        form = CardForm(
            address,
            self.interaction.locale.value,
            today=_today(),
            hidden=policy.hidden,
            hide=policy.content_notes,
            support=tuple(policy.support.items()) if policy.support else (),
            may_post=self.may_post,
            may_report=policy.takes_reports,
            note=note,
            searched=searched,
        )
        return ready_card(self._whole, self._catalogue, form, self._ahead)

    def suggestions(self, option: Hashable, typed: str, make: Callable[[], bytes]) -> bytes:
        """What an option suggests for a text, as `make` makes it of these alone."""
        return ready_suggestions(self._whole, option, self.policy.hidden, typed, make)

    def hides(self, address: Address) -> bool:
        """Whether a card is one of a briefing that is not shown here."""
        return address.kind in OF_BRIEFS and address.id in self.policy.hidden

    async def apart(self, work: Callable[Given, Found], *given: Given.args, **named: Given.kwargs) -> Found:
        """What comes of work that takes long: done beside the loop, one thing of this asker's at a time."""
        return await self._apart.do(self.asker.id, work, *given, **named)

    def seen_in(self, channels: tuple[str, ...]) -> "Context":
        """The same in another channel of the server, for what everyone sees there; a thread comes with its parent."""
        there = copy(self)
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                there.__dict__.pop(name, None)
        there.asker = replace(self.asker, channels=channels)
        return there

    def count(self, outcome: Outcome, subject: str = "", *, placeless: bool = False) -> None:
        """Count what was asked and what came of it; `placeless` leaves out in which server, and that it was in one."""
        self.usage.count(
            self.command,
            outcome,
            place="" if placeless else self.asker.place,
            subject=subject,
            locale=self.interaction.locale.value,
            server=None if placeless else self.asker.server,
        )

    def _options(self, words: Words, locale: str) -> Options:
        return Options(
            words,
            hide=self.policy.content_notes,
            charts=self.snapshot.charts,
            today=_today(),
            locale=locale,
            support=self.policy.support,
        )


def _today() -> PartialDate:
    now = datetime.now(UTC)
    return PartialDate(now.year, now.month, now.day)


def context_of(interaction: discord.Interaction) -> Context:
    """The context of an interaction that the gate has let in."""
    return cast("Context", interaction.extras[_KEY])
