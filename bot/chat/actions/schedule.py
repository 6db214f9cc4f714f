"""`/desk schedule`: what this server has posted again and again, as part of its settings."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count

from pydantic import ValidationError

from bot.cards.failure import denied_card
from bot.cards.notice import message_card
from bot.cards.schedule import Coming, added_card, schedules_card, stopped_card
from bot.cards.server_settings import not_taken_card
from bot.chat import answer, reply
from bot.chat.actions.server_settings import tell_unread
from bot.chat.connection.callback import defer
from bot.chat.context import Context
from bot.chat.unasked.schedules import DUE, courses
from bot.domain.due import Course, has_content_note, next_brief, planned
from bot.domain.model import SLUG_LENGTH
from bot.domain.problem import ProblemsError
from bot.domain.schedule import MOST_BRIEFS, MOST_SCHEDULES, Schedule
from bot.domain.zones import zone_named
from bot.server_settings import SettingsOffError
from bot.usage.database import UsageError

EVERY = "all"
"""In the place of a briefing: each in turn."""

_KEY = "schedules"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSchedule:
    """What somebody wants to have posted."""

    what: str
    day: str
    time: str
    zone: str
    channel: str
    may_write: bool
    """Whether whoever asks may write there."""
    missed: str | None
    content_notes: bool


async def add(context: Context, asked: NewSchedule) -> None:
    """Put a schedule into the settings of this server, and say what it posts next."""
    words, server = context.words, context.server or ""
    if not asked.may_write:
        await answer.notice(context, denied_card(words, words("schedule.not-there")), "denied")
        return
    schedules = context.policy.schedules
    if len(schedules) >= MOST_SCHEDULES:
        await _not_taken(context, words.count("schedule.too-many", MOST_SCHEDULES))
        return
    briefs = _briefs(context, asked)
    if briefs is None:
        await _not_taken(context, words("schedule.no-brief"))
        return
    if not asked.content_notes and any(
        has_content_note(context.library, context.library.briefs[key]) for key in briefs
    ):
        await _not_taken(context, words("schedule.noted"))
        return
    zone = zone_named(asked.zone)
    if zone is None:
        await _not_taken(context, words("schedule.no-zone"))
        return
    value = _value(asked, briefs, zone)
    try:
        schedule = Schedule.model_validate(value)
    except ValidationError:
        await _not_taken(context, words("schedule.no-time"))
        return
    name = _free_name(schedules, f"{'every-briefing' if len(briefs) > 1 else briefs[0]}-{asked.day}")
    await defer(context.interaction)
    if await _changed(context, server, name, value):
        course = planned(schedule, None, datetime.now(UTC))
        await answer.notice(context, added_card(_coming(context, name, schedule, course), words), "reloaded")


async def list_all(context: Context) -> None:
    """Say what is posted, what comes next and when, and what did not come."""
    try:
        kept = await reply.in_time(context.interaction, courses(context.server_settings.kept, context.server or ""))
    except UsageError as error:
        await tell_unread(context, error)
        return
    now = datetime.now(UTC)
    coming = [
        _coming(context, name, schedule, planned(schedule, kept.get(name), now))
        for name, schedule in context.policy.schedules.items()
    ]
    await answer.notice(context, schedules_card(coming, context.words), "shown")


async def stop(context: Context, name: str) -> None:
    """Take a schedule out of the settings of this server."""
    words, server = context.words, context.server or ""
    if name not in context.policy.schedules:
        unknown = message_card(words("schedule.not-stopped"), words("schedule.unknown"))
        await answer.notice(context, unknown, "none")
        return
    await defer(context.interaction)
    if await _changed(context, server, name, None):
        await context.server_settings.kept.delete(server, f"{DUE}{name}")
        await answer.notice(context, stopped_card(name, words), "reloaded")


async def _changed(context: Context, server: str, name: str, value: Mapping[str, object] | None) -> bool:
    """Whether the settings are changed now; if not, the asker has been told why."""
    words = context.words
    try:
        await context.server_settings.change(server, (_KEY, name), value)
    except SettingsOffError:
        await answer.notice(context, denied_card(words, words("settings.off")), "denied")
    except ProblemsError as error:
        await answer.notice(context, not_taken_card(error.problems, words), "failed")
    except UsageError as error:
        _log.error("A schedule of a server could not be kept: %s", error)
        told = message_card(words("settings.not-kept-title"), words("settings.not-kept"))
        await answer.notice(context, told, "failed")
    else:
        return True
    return False


async def _not_taken(context: Context, why: str) -> None:
    await answer.notice(context, message_card(context.words("schedule.not-taken"), why), "none")


def _briefs(context: Context, asked: NewSchedule) -> Sequence[str] | None:
    """The briefings that are meant; None where that cannot be told."""
    library = context.library
    if asked.what == EVERY:
        fitting = (
            key for key, brief in library.briefs.items() if asked.content_notes or not has_content_note(library, brief)
        )
        found = tuple(fitting)[:MOST_BRIEFS]
        return found or None
    if asked.what in library.briefs:
        return (asked.what,)
    answered = context.snapshot.finder.search(asked.what)
    best = answered.results[0] if answered.outcome == "match" else None
    return (best.id,) if best is not None and best.kind == "brief" else None


def _value(asked: NewSchedule, briefs: Sequence[str], zone: str) -> dict[str, object]:
    """The schedule as it stands in the file; what is as it is without is left out."""
    value: dict[str, object] = {"rotate": list(briefs)} if asked.what == EVERY else {"brief": briefs[0]}
    value |= {"days": asked.day, "time": asked.time.strip(), "zone": zone, "channel": asked.channel}
    if asked.content_notes:
        value["content_notes"] = True
    if asked.missed == "skip":
        value["missed"] = "skip"
    return value


def _free_name(taken: Mapping[str, object], wanted: str) -> str:
    numbers = count(2)
    name = wanted[-SLUG_LENGTH:].strip("-")
    while name in taken:
        ending = f"-{next(numbers)}"
        name = wanted[-(SLUG_LENGTH - len(ending)) :].strip("-") + ending
    return name


def _coming(context: Context, name: str, schedule: Schedule, course: Course) -> Coming:
    found = next_brief(schedule, course, context.whole_library, context.policy.hidden)
    return Coming(name, schedule, course, found[1] if found else None)
