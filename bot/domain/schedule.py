"""When which briefing is posted where, as moderators write it; nothing here knows what time it is."""

import datetime as dt
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema, model_validator
from rapidfuzz import process

from bot.domain.ids import Id
from bot.domain.model.item import Item, Slug
from bot.domain.zones import zones

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""As Python counts them: Monday is 0."""

MOST_BRIEFS = 100
"""That one schedule goes through."""

_FEW = 3
"""Briefings that a line names; of more it tells how many they are."""

MOST_SCHEDULES = 25
"""Of a server."""

_ALIKE = 80
"""Of a hundred; what is less like a zone's name was not meant to be one."""


class UnknownZoneError(ValueError):
    """A text that names no time zone of the IANA database."""


def _written_out(value: object) -> object:
    """One day may stand alone, and `all` is every day."""
    if value == "all":
        return WEEKDAYS
    return (value,) if isinstance(value, str) else value


def _a_zone(name: str) -> str:
    known = zones()
    if name not in known:
        nearest = process.extractOne(name, sorted(known), score_cutoff=_ALIKE)
        raise UnknownZoneError(
            f"there is no time zone '{name}'; "
            + (f"did you mean '{nearest[0]}'?" if nearest else "write one such as 'Asia/Seoul' or 'UTC'")
        )
    return name


Days = Annotated[
    tuple[Weekday, ...],
    Field(min_length=1),
    BeforeValidator(_written_out),
    WithJsonSchema({"anyOf": [{"enum": ["all", *WEEKDAYS]}, {"type": "array", "items": {"enum": [*WEEKDAYS]}}]}),
]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]?\d|2[0-3]):[0-5]\d$")]
Zone = Annotated[str, AfterValidator(_a_zone), WithJsonSchema({"type": "string"})]


class Schedule(Item):
    """A briefing that is posted again and again, or several in turn."""

    brief: Slug | None = None
    """The briefing that is posted each time."""
    rotate: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=MOST_BRIEFS)] | None = None
    """Briefings that are posted in turn, one each time."""
    days: Days
    """The day of the week, a list of days, or `all`."""
    time: Clock
    """Hours and minutes, such as `09:00`, in the zone below."""
    zone: Zone
    """The time zone by its name in the IANA database, such as `Asia/Seoul`."""
    channel: Id
    """Where it is posted; the bot must be able to write there."""
    content_notes: bool = False
    """Whether a briefing with a content note may be posted too."""
    missed: Literal["post", "skip"] = "post"
    """What becomes of a post whose time the bot was not there: made up for once, or left out."""

    @model_validator(mode="after")
    def _has_one_of_two(self) -> Self:
        if (self.brief is None) is (self.rotate is None):
            raise ValueError("a schedule posts one briefing or several in turn; give either 'brief' or 'rotate'")
        return self

    def __str__(self) -> str:
        days = "all" if self.days == WEEKDAYS else ", ".join(self.days)
        few = len(self.briefs) <= _FEW
        briefs = ", ".join(self.briefs) if few else f"{len(self.briefs)} briefings in turn"
        return f"{briefs} ({days}, {self.time} {self.zone}, {self.channel})"

    @property
    def briefs(self) -> tuple[str, ...]:
        """The briefings it posts, in their turn; at least one."""
        return self.rotate or (() if self.brief is None else (self.brief,))

    @property
    def clock(self) -> dt.time:
        """The time of day, without its zone."""
        hours, _, minutes = self.time.partition(":")
        return dt.time(int(hours), int(minutes))

    @property
    def tz(self) -> ZoneInfo:
        """The zone itself."""
        return ZoneInfo(self.zone)
