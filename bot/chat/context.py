"""One interaction, from its arrival to its answer."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime

import discord

from bot.cards.address import Address
from bot.cards.card import Card
from bot.cards.failure import gone_card
from bot.cards.layout.pages import Page, page_of, pages
from bot.cards.notice import message_card
from bot.cards.options import Showing
from bot.cards.posted import posted_card
from bot.cards.routes import card_at
from bot.cards.sharing import private_form, public_form, shareable
from bot.chat import reply
from bot.chat.asker import Asker
from bot.chat.house import House
from bot.domain.date import PartialDate
from bot.usage.log import Outcome, UsageLog
from bot.words.catalogue import Catalogue, Words

FOLLOW_UPS = 5
"""Discord takes no more where only the asker has installed the bot
(https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages)."""


class Visit:
    """Who asks, where, in whose words, under which policy; and the one library that the whole answer comes from."""

    def __init__(
        self, interaction: discord.Interaction, command: str, house: House, catalogue: Catalogue, usage: UsageLog
    ) -> None:
        self.interaction = interaction
        self.command = command
        self.asker = Asker.of(interaction)
        self.stock = house.stock
        self.library = self.stock.library
        self.policy = house.moderation.in_force(
            None if self.asker.server is None else str(self.asker.server), self.asker.channels
        )
        self.moderator = self.policy.moderates(manage_server=self.asker.manages_server, roles=self.asker.roles)
        self.words = catalogue.words(interaction.locale.value)
        self.words_for_all = catalogue.words((interaction.guild_locale or interaction.locale).value)
        self._charts = house.charts
        self._usage = usage

    @property
    def showing(self) -> Showing:
        """How cards are shown to the asker."""
        return self._showing(self.words)

    @property
    def may_post(self) -> bool:
        """Whether the asker may have an answer shown to others; in a direct message there is nobody else."""
        return self.asker.place != "dm" and self.policy.may_post(moderator=self.moderator)

    def count(self, outcome: Outcome, subject: str = "") -> None:
        """Count what was asked and what came of it."""
        self._usage.count(
            self.command,
            outcome,
            place=self.asker.place,
            subject=subject,
            locale=self.interaction.locale.value,
            server=self.asker.server,
        )

    async def present(self, address: Address, outcome: Outcome, *, public: bool | None = False) -> None:
        """Answer with the card at an address.

        `public` is the asker's wish; None leaves it to the moderators. Where the wish cannot be granted, the answer is
        private and says so.
        """
        card = self.card(address)
        if card is None:
            await self.notice(gone_card(self.words), "none")
            return
        if shareable(address) and self.policy.public(asked=public, moderator=self.moderator):
            await self._show_all(card, address)
        else:
            refused = public is True and shareable(address)
            note = self.words("said.not-public") if refused else None
            await reply.respond(self.interaction, self.private_page(card, address, note))
        self.count(outcome, address.id)

    async def answer(self, card: Card, outcome: Outcome, subject: str = "") -> None:
        """Answer with a card that has no address, seen by the asker alone; its pages follow one another."""
        await self._say(card, reply.respond)
        self.count(outcome, subject)

    async def notice(self, card: Card, outcome: Outcome, subject: str = "") -> None:
        """Say something short to the asker alone, and leave a card that was pressed as it is."""
        await self._say(card, reply.tell)
        self.count(outcome, subject)

    def card(self, address: Address) -> Card | None:
        """The card at an address in the asker's words; None when the library has it no more."""
        return card_at(self.library, address, self.showing)

    def page_for_all(self, address: Address) -> Page:
        """A page of the card at an address as everyone in the channel sees it; there must be such a card."""
        words = self.words_for_all
        card = card_at(self.library, address, self._showing(words))
        if card is None:
            raise LookupError(f"there is no card {address.kind} {address.view}")
        return page_of(
            public_form(posted_card(card, words, self.asker.name), words, self.asker.id), words, address.page
        )

    def private_page(self, card: Card, address: Address, note: str | None = None, *, posted: bool = False) -> Page:
        """A page of a card as the asker alone sees it, with a note below and, once posted, no button for that."""
        noted = replace(card, foot=(*card.foot, f"**{note}**")) if note else card
        may_post = self.may_post and not posted
        return page_of(private_form(noted, self.words, may_post=may_post), self.words, address.page)

    async def keep_private(self, card: Card, address: Address) -> None:
        """After Discord made private what was meant for everyone: say why, and what can be done."""
        page = self.private_page(card, address, self.words("said.kept-private"), posted=True)
        await reply.renew(self.interaction, page)

    async def _say(self, card: Card, first: Callable[[discord.Interaction, Page], Awaitable[None]]) -> None:
        """Send a card that only the asker sees; pages that no address leads to follow at once."""
        page, *rest = pages(card, self.words)
        await first(self.interaction, page)
        if card.address is None:
            for following in self._that_can_follow(rest):
                await reply.follow_up(self.interaction, following)

    async def _show_all(self, card: Card, address: Address) -> None:
        if not await reply.respond_to_all(self.interaction, self.page_for_all(address)):
            await self.keep_private(card, address)

    def _showing(self, words: Words) -> Showing:
        now = datetime.now(UTC)
        today = PartialDate(now.year, now.month, now.day)
        locale = self.interaction.locale.value
        return Showing(words, self.policy.content_notes, self._charts, today, locale, self.policy.support)

    def _that_can_follow(self, rest: list[Page]) -> list[Page]:
        if len(rest) <= FOLLOW_UPS:
            return rest
        left_out = len(rest) - FOLLOW_UPS + 1
        told = message_card(self.words("said.too-long-title"), self.words.count("said.too-long", left_out))
        return [*rest[: FOLLOW_UPS - 1], page_of(told, self.words, 1)]
