"""What is posted by schedule: the card itself, what comes next and when, and what did not come."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.cards.card import Card, Text
from bot.cards.escape import escape_line
from bot.cards.notice import message_card
from bot.cards.sharing import public_form
from bot.domain.correction import Announced
from bot.domain.due import Course
from bot.domain.model import Brief
from bot.domain.schedule import WEEKDAYS, Schedule
from bot.words.catalogue import Words

_NOBODY = 0
"""In the place of whoever posted it: moderators alone take it away."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A schedule as it stands: what it waits for, and what comes then."""

    name: str
    schedule: Schedule
    course: Course
    brief: Brief | None
    """None where no briefing of it may be posted."""


def scheduled_card(card: Card, words: Words, name: str, *, may_report: bool) -> Card:
    """A card as everyone sees it, saying first in its small print which schedule posted it."""
    posted = replace(card, footer=(words("posted.by-schedule", name=f"`{name}`"), *card.footer))
    return public_form(posted, words, _NOBODY, may_report=may_report)


def schedules_card(coming: Sequence[Coming], words: Words) -> Card:
    """Every schedule of a server with what it posts next."""
    if not coming:
        return message_card(words("schedule.title"), words("schedule.none"))
    return Card(words("schedule.title"), tuple(Text(_told(one, words)) for one in coming))


def added_card(coming: Coming, words: Words) -> Card:
    """A schedule that is new, with what it posts next."""
    return message_card(words("schedule.added-title"), _told(coming, words))


def stopped_card(name: str, words: Words) -> Card:
    """A schedule that is no more."""
    return message_card(words("schedule.stopped-title"), words("schedule.stopped-by", name=f"`{name}`"))


def when(instant: datetime) -> str:
    """An instant as Discord shows it to each reader in their own zone, with how long it is until then."""
    seconds = int(instant.timestamp())
    return f"<t:{seconds}:F> (<t:{seconds}:R>)"


def post_faults(courses: Mapping[str, Course], words: Words) -> Iterator[str]:
    """What did not come of the last posts, and which schedules have stopped."""
    for name, course in courses.items():
        if fault := _fault(course, words):
            yield f"- `{name}`: {fault}"


def announcement_fault(announced: Announced, words: Words) -> Iterator[str]:
    """That the last corrections did not come, if they did not."""
    if announced.sending or announced.fault == "unheard":
        yield f"- {words('corrections.unheard')}"
    elif announced.fault == "refused":
        yield f"- {words('corrections.refused', code=str(announced.code))}"


def _told(one: Coming, words: Words) -> str:
    schedule = one.schedule
    days = words("schedule.daily") if schedule.days == WEEKDAYS else _weekly(schedule, words)
    channel = f"<#{schedule.channel}>"
    lines = [f"**`{one.name}`**", words("schedule.when", days=days, time=schedule.time, zone=schedule.zone)]
    lines.append(words("schedule.where", channel=channel))
    if len(schedule.briefs) > 1:
        lines.append(words.count("schedule.in-turn", len(schedule.briefs)))
    if not one.course.has_stopped:
        at = when(one.course.waiting)
        title = escape_line(one.brief.title) if one.brief else ""
        lines.append(words("schedule.next", title=title, when=at) if title else words("schedule.nothing-next", when=at))
    if fault := _fault(one.course, words):
        lines.append(fault)
    return "\n".join(lines)


def _weekly(schedule: Schedule, words: Words) -> str:
    return words("schedule.weekly", days=words.weekdays([WEEKDAYS.index(day) for day in schedule.days]))


def _fault(course: Course, words: Words) -> str:
    if course.has_stopped:
        return words("schedule.stopped", code=str(course.code))
    at = when(course.last) if course.last else ""
    if course.sending or course.fault == "unheard":
        return words("schedule.unheard", when=at)
    match course.fault:
        case "refused":
            return words("schedule.refused", when=at, code=str(course.code))
        case "nothing":
            return words("schedule.nothing", when=at)
        case _:
            return ""
