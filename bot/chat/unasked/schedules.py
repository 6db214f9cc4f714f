"""Posts what is due by the schedules of each server, at most once, and keeps what became of it.

What comes of one server, or of one schedule, is nothing to the others.
"""

import asyncio
import logging
from datetime import datetime

import discord
from pydantic import ValidationError

from bot.cards.address import Address
from bot.cards.layout.pages import page_of
from bot.cards.options import Options
from bot.cards.routes import card_at
from bot.cards.schedule import scheduled_card
from bot.chat.failure import log_failure
from bot.chat.gate import Gate
from bot.chat.unasked.gone import note_refusal, note_success
from bot.chat.unasked.sending import Clock, NotSentError, locale_in, send
from bot.chat.unasked.unkept import Unkept
from bot.domain.date import PartialDate
from bot.domain.due import Course, due_now, is_due, next_brief, passed, planned
from bot.domain.model import Brief
from bot.snapshot import Snapshot
from bot.usage.database import UsageError
from bot.usage.desk_state import DeskState

AT_ONCE = 8
"""Servers that are posted to at the same time."""

DUE = "due:"
"""How the names begin under which courses are kept."""

_log = logging.getLogger(__name__)


async def courses(kept: DeskState, server: str) -> dict[str, Course]:
    """What is kept of the schedules of a server, by their names; what cannot be read is as if it were not there."""
    found = await kept.of(server)
    read = {name.removeprefix(DUE): _course(text) for name, text in found.items() if name.startswith(DUE)}
    return {name: course for name, course in read.items() if course is not None}


class Schedules:
    """The schedules of all servers."""

    def __init__(self, client: discord.Client, gate: Gate, clock: Clock, unkept: Unkept) -> None:
        self._client = client
        self._gate = gate
        self._kept = gate.server_settings.kept
        self._clock = clock
        self._unkept = unkept
        self._few = asyncio.Semaphore(AT_ONCE)

    async def round(self) -> datetime | None:
        """Post what is due; returns when something is due next."""
        snapshot = self._gate.current.snapshot
        servers = sorted({*(snapshot.moderation.servers or ()), *snapshot.uploaded})
        waiting = await asyncio.gather(*(self._server(snapshot, server) for server in servers))
        return min((due for due in waiting if due is not None), default=None)

    async def _server(self, snapshot: Snapshot, server: str) -> datetime | None:
        try:
            async with self._few:
                return await self._posted(snapshot, server)
        except UsageError as error:
            self._unkept.say("What schedules of a server have posted", error)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other servers have theirs
            log_failure(error)
        return None

    async def _posted(self, snapshot: Snapshot, server: str) -> datetime | None:
        schedules = snapshot.in_force(server).schedules
        kept = await courses(self._kept, server)
        for name in kept.keys() - schedules.keys():
            await self._kept.delete(server, f"{DUE}{name}")
        waiting: list[datetime] = []
        for name in schedules:
            course = await self._one(snapshot, server, name, kept.get(name))
            if not course.has_stopped:
                waiting.append(course.waiting)
        return min(waiting, default=None)

    async def _one(self, snapshot: Snapshot, server: str, name: str, kept: Course | None) -> Course:
        """What is to be kept of a schedule after it has posted what was due."""
        schedule, now = snapshot.in_force(server).schedules[name], self._clock()
        course = planned(schedule, kept, now)
        if course.sending:  # it was being sent when the bot was ended
            course = course.lost("unheard")
        if is_due(course, now):
            due = due_now(schedule, course, now)
            course = passed(schedule, course, now)
            if due is not None:
                course = await self._post(snapshot, server, name, course.model_copy(update={"last": due}))
        if course != kept:
            await self._keep(server, name, course)
        return course

    async def _post(self, snapshot: Snapshot, server: str, name: str, course: Course) -> Course:
        policy = snapshot.in_force(server)
        schedule = policy.schedules[name]
        found = next_brief(schedule, course, snapshot.library, policy.hidden)
        if found is None:
            return course.lost("nothing")
        place, brief = found
        # Kept before it is sent: rather not at all than twice.
        sending = course.model_copy(update={"sending": True, "place": place, "brief": brief.id})
        await self._keep(server, name, sending)
        try:
            await self._send(snapshot, server, name, brief, f"{name} {sending.last}")
        except NotSentError as error:
            _log.warning("A post by schedule %s.", error)
            if error.is_gone:
                await note_refusal(self._kept, server, self._clock())
            fault = "unheard" if error.code is None else "refused"
            return sending.lost(fault, error.code or 0, gone=error.is_gone)
        await note_success(self._kept, server)
        return sending.posted()

    async def _send(self, snapshot: Snapshot, server: str, name: str, brief: Brief, what: str) -> None:
        channel = snapshot.in_force(server).schedules[name].channel
        policy = snapshot.in_force(server, (channel,))
        locale = await locale_in(self._client, server, policy)
        words = self._gate.catalogue.words(locale)
        today = self._clock()
        options = Options(
            words,
            hide=policy.content_notes,
            charts=snapshot.charts,
            today=PartialDate(today.year, today.month, today.day),
            locale=locale,
            support=policy.support,
        )
        address = Address("brief", brief.id)
        card = card_at(snapshot.without(policy.hidden).library, address, options)
        if card is not None:
            shown = scheduled_card(card, words, name, may_report=policy.takes_reports)
            await send(self._client, server, channel, page_of(shown, words, 1), what)

    async def _keep(self, server: str, name: str, course: Course) -> None:
        await self._kept.put(server, f"{DUE}{name}", course.model_dump_json(exclude_defaults=True))


def _course(text: str) -> Course | None:
    try:
        return Course.model_validate_json(text)
    except ValidationError:
        return None
