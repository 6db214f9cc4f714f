"""When a schedule posts next, and which briefing: from what the moderators wrote and what is kept, without a clock.

All instants are aware and in UTC.
"""

import datetime as dt
from collections.abc import Collection, Iterator
from hashlib import sha256
from typing import Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, Field

from bot.domain.library import Library, brief_references
from bot.domain.model import Brief, Item
from bot.domain.schedule import WEEKDAYS, Schedule

PUNCTUAL = dt.timedelta(minutes=15)
"""A post that is later than this was missed."""

REFUSALS = 3
"""In a row, of a channel or server that is not there for the bot; then a schedule stops."""

_DAY = dt.timedelta(days=1)
_FAR = dt.timedelta(days=8)
"""Within these every schedule has a due time; what is further ahead was posted for by a clock that was wrong."""
_SECOND = dt.timedelta(seconds=1)
_WEEK = 7

Fault = Literal["unheard", "refused", "nothing"]
"""What became of a post that did not come: not known, refused by Discord, or there was no briefing to post."""


class Course(Item):
    """What is kept of a schedule: for when it waits, and what became of the last post. No time but due ones."""

    of: str
    """A digest of the schedule as it was when this was kept."""
    waiting: AwareDatetime
    """The due time that comes next."""
    last: AwareDatetime | None = None
    """The due time of the last post; it is kept before that is sent."""
    sending: bool = False
    """Whether nothing has been heard of the last post yet."""
    place: int = -1
    """Where in its list the briefing stands that was posted last."""
    brief: str = ""
    """That briefing."""
    fault: Fault | None = None
    """What became of the post at `last`, if it did not come."""
    code: int = 0
    """Discord's code of the refusal."""
    refusals: int = Field(default=0, ge=0)
    """How often in a row the channel or the server was not there for the bot."""

    @property
    def has_stopped(self) -> bool:
        """Whether it posts no more until the schedule is changed."""
        return self.refusals >= REFUSALS

    def posted(self) -> Self:
        """After Discord took the post."""
        return self.model_copy(update={"sending": False, "fault": None, "code": 0, "refusals": 0})

    def lost(self, fault: Fault, code: int = 0, *, gone: bool = False) -> Self:
        """After it did not come; `gone` where the channel or the server is not there for the bot."""
        refusals = self.refusals + 1 if gone else 0
        return self.model_copy(update={"sending": False, "fault": fault, "code": code, "refusals": refusals})


def instant(day: dt.date, clock: dt.time, zone: ZoneInfo) -> dt.datetime:
    """The first instant at which clocks in a zone show that time of that day, or a later one.

    So a time that they skip is the next that they show, and of one that they show twice it is the first.
    """
    wanted = dt.datetime.combine(day, clock)
    first, second = (wanted.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC) for fold in (0, 1))
    if first <= second:  # shown once, or twice
        return first
    before, after = second, first  # skipped: the clocks are put forward somewhere between
    while after - before > _SECOND:
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if middle.astimezone(zone).replace(tzinfo=None) >= wanted:
            after = middle
        else:
            before = middle
    return after


def next_due(schedule: Schedule, after: dt.datetime) -> dt.datetime:
    """The first due time after an instant."""
    today = after.astimezone(schedule.tz).date()
    days = (today + number * _DAY for number in range(-1, _WEEK + 2))
    return min(due for due in _due_on(schedule, days) if due > after)


def last_due(schedule: Schedule, until: dt.datetime) -> dt.datetime:
    """The last due time up to an instant, itself included."""
    today = until.astimezone(schedule.tz).date()
    days = (today - number * _DAY for number in range(-1, _WEEK + 2))
    return max(due for due in _due_on(schedule, days) if due <= until)


def digest_of(schedule: Schedule) -> str:
    """What tells a schedule from what it is after a change, without its channel's id."""
    return sha256(schedule.model_dump_json().encode()).hexdigest()[:16]


def planned(schedule: Schedule, kept: Course | None, now: dt.datetime) -> Course:
    """What to wait for, from what is kept: a new or changed schedule begins now, and misses nothing before.

    A clock that was put back makes nothing due again; one that was more than eight days ahead is not waited for.
    """
    of = digest_of(schedule)
    if kept is None:
        return Course(of=of, waiting=next_due(schedule, now))
    if kept.of != of:
        waiting = next_due(schedule, _floor(kept, now))
        return Course(of=of, waiting=waiting, last=kept.last, place=kept.place, brief=kept.brief)
    if kept.waiting <= now:
        return kept
    return kept.model_copy(update={"waiting": next_due(schedule, _floor(kept, now))})


def is_due(course: Course, now: dt.datetime) -> bool:
    """Whether something is to be posted, or was missed."""
    return not course.has_stopped and course.waiting <= now


def due_now(schedule: Schedule, course: Course, now: dt.datetime) -> dt.datetime | None:
    """The due time to post for: one alone, however many have passed; None where it was missed and is left out."""
    due = max(course.waiting, last_due(schedule, now))  # what is waited for is one itself, if the zone is as it was
    return None if schedule.missed == "skip" and now - due > PUNCTUAL else due


def passed(schedule: Schedule, course: Course, now: dt.datetime) -> Course:
    """After what was due has been dealt with, or left out: it waits for the next."""
    return course.model_copy(update={"waiting": next_due(schedule, now)})


def next_brief(
    schedule: Schedule, course: Course | None, library: Library, hidden: Collection[str] = ()
) -> tuple[int, Brief] | None:
    """The briefing whose turn it is, with its place in the list; None where none of them may be posted.

    Passed over are those that the library has not, that are hidden, and that have a content note nobody asked for.
    """
    briefs = schedule.briefs
    before = _place(schedule, course)
    for step in range(1, len(briefs) + 1):
        place = (before + step) % len(briefs)
        brief = library.briefs.get(briefs[place])
        if brief is None or brief.id in hidden:
            continue
        if schedule.content_notes or not has_content_note(library, brief):
            return place, brief
    return None


def has_content_note(library: Library, brief: Brief) -> bool:
    """Whether something in a briefing comes behind a content note."""
    found = (library.evidence.get(reference) for reference in brief_references(brief))
    return bool(brief.content_note) or any(one is not None and library.is_distressing(one) for one in found)


def _place(schedule: Schedule, course: Course | None) -> int:
    """Where the briefing stands that was posted last; before the first, where it is in the list no more."""
    if course is None or course.brief not in schedule.briefs:
        return -1
    briefs = schedule.briefs
    same = course.place < len(briefs) and briefs[course.place] == course.brief
    return course.place if same else briefs.index(course.brief)


def _floor(kept: Course, now: dt.datetime) -> dt.datetime:
    """After which instant something can be due: none is posted for twice, unless the clock was far ahead."""
    last = kept.last
    return max(now, last) if last is not None and last <= now + _FAR else now


def _due_on(schedule: Schedule, days: Iterator[dt.date]) -> Iterator[dt.datetime]:
    for day in days:
        if WEEKDAYS[day.weekday()] in schedule.days:
            yield instant(day, schedule.clock, schedule.tz)
