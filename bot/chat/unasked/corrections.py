"""Announces corrections of the library in the channels that want them, each once, and keeps that they were."""

import logging
from hashlib import sha256

import discord
from pydantic import ValidationError

from bot.cards.corrections import corrections_card
from bot.cards.layout.pages import pages
from bot.chat.failure import log_failure
from bot.chat.gate import Gate
from bot.chat.unasked.sending import NotSentError, locale_in, send
from bot.chat.unasked.unkept import Unkept
from bot.domain.correction import Announced, to_announce
from bot.domain.model import Correction
from bot.domain.policy import Policy
from bot.snapshot import Snapshot
from bot.usage.database import UsageError
from bot.usage.desk_state import DeskState

_NAME = "corrections"

_log = logging.getLogger(__name__)


async def announced(kept: DeskState, server: str) -> Announced:
    """What a server has been told, and what became of it; nothing where that cannot be read."""
    text = await kept.get(server, _NAME)
    try:
        return Announced() if text is None else Announced.model_validate_json(text)
    except ValidationError:
        return Announced()


class Corrections:
    """The announcements to all servers; what comes of one is nothing to the others."""

    def __init__(self, client: discord.Client, gate: Gate, unkept: Unkept) -> None:
        self._client = client
        self._gate = gate
        self._kept = gate.server_settings.kept
        self._unkept = unkept
        self._told = dict[str, Announced]()
        """What was kept of each server: should the database be lost meanwhile, nothing is announced twice."""

    async def round(self) -> bool:
        """Tell every server that wants it what it has not been told.

        False where something is left to be told soon: the database could not be used, or Discord was not heard.
        """
        snapshot, kept = self._gate.current.snapshot, True
        for server in sorted({*(snapshot.moderation.servers or ()), *snapshot.uploaded}):
            policy = snapshot.in_force(server)
            if policy.corrections_channel is None:
                continue
            try:
                if not await self._tell(snapshot, server, policy, policy.corrections_channel):
                    return False
            except UsageError as error:
                self._unkept.say("Which corrections a server was told", error)
                kept = False
            except Exception as error:  # noqa: BLE001 - whatever it is, the other servers are told theirs
                log_failure(error)
        return kept

    async def _tell(self, snapshot: Snapshot, server: str, policy: Policy, channel: str) -> bool:
        """Tell a server what is new; false where Discord was not heard, as it may not be of the others either."""
        told = await announced(self._kept, server)
        if not told.told:
            told = self._told.get(server, told)
        if told.sending:  # it was being sent when the bot was ended
            told = told.after("unheard")
            await self._keep(server, told)
        new = to_announce(snapshot.library, told, policy.hidden)
        if not new:
            return True
        told = told.with_more(new)
        await self._keep(server, told)  # before it is sent: rather not at all than twice
        try:
            await self._send(snapshot, server, channel, new)
        except NotSentError as error:
            _log.warning("An announcement of corrections %s.", error)
            told = told.after("unheard" if error.code is None else "refused", error.code or 0)
        else:
            told = told.after(None)
        await self._keep(server, told)
        return told.fault != "unheard"

    async def _send(self, snapshot: Snapshot, server: str, channel: str, new: list[Correction]) -> None:
        policy = snapshot.in_force(server, (channel,))
        locale = await locale_in(self._client, server, policy)
        words = self._gate.catalogue.words(locale)
        card = corrections_card(snapshot.library, new, words, locale.split("-")[0])
        which = sha256(" ".join(correction.id for correction in new).encode()).hexdigest()
        for number, page in enumerate(pages(card, words)):
            await send(self._client, server, channel, page, f"{_NAME} {which} {number}")

    async def _keep(self, server: str, told: Announced) -> None:
        await self._kept.put(server, _NAME, told.model_dump_json(exclude_defaults=True))
        self._told[server] = told
