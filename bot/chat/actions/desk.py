"""The moderators' desk: reading everything again, and what is in force."""

from datetime import UTC, datetime

from bot import __version__
from bot.cards.address import Address
from bot.cards.card import Card
from bot.cards.desk import problems_card, reloaded_card, status_card
from bot.cards.failure import gone_card
from bot.cards.layout.pages import page_of
from bot.chat import reply
from bot.chat.context import Visit
from bot.chat.house import House, RenewalError
from bot.domain.problem import Problem
from bot.words.catalogue import Words

PROBLEMS = Address("desk", view="problems")


class Desk:
    """Renews the house, and keeps the problems of the last attempt for whoever turns their pages."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._problems = tuple[Problem, ...]()

    async def reload(self, visit: Visit) -> None:
        """Put what the files say in force, or say everything that is wrong with them."""
        await visit.interaction.response.defer(ephemeral=True, thinking=True)
        try:
            renewal = await self._house.renew()
        except RenewalError as error:
            self._problems = error.problems
            await visit.notice(self._problems_card(visit.words), "failed")
            return
        self._problems = ()
        card = reloaded_card(renewal.changes, renewal.stock.library, visit.words, renewal.moderation_changed)
        await visit.notice(card, "reloaded")

    async def status(self, visit: Visit) -> None:
        """Say which library there is, and which settings hold in this channel and why."""
        uptime = datetime.now(UTC) - self._house.opened
        card = status_card(visit.stock, visit.policy.settings, __version__, uptime, visit.words)
        await visit.answer(card, "shown")

    async def turn(self, visit: Visit, address: Address) -> None:
        """Another page of the problems; after a restart or a good reload there are none to turn."""
        if address.view != PROBLEMS.view or not self._problems:
            await visit.notice(gone_card(visit.words), "none")
            return
        await reply.respond(visit.interaction, page_of(self._problems_card(visit.words), visit.words, address.page))
        visit.count("shown")

    def _problems_card(self, words: Words) -> Card:
        return problems_card(self._problems, words, address=PROBLEMS)
