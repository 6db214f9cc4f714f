"""What the moderators decided, as it is in force in one place, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field

from bot.domain.model.item import Item
from bot.domain.schedule import Schedule

ALWAYS_ON = ("help", "about", "privacy", "desk")
"""Commands that cannot be switched off: members must be able to read what is kept of them, moderators to mend."""

COMMANDS = (
    "brief",
    "topics",
    "quote",
    "treaty",
    "figures",
    "timeline",
    "define",
    "source",
    "check",
    "Check quotation",
    "Find a briefing",
    *ALWAYS_ON,
)
"""Every command and message menu, as Discord shows its name."""

Visibility = Literal["private", "public"]
Length = Literal["short", "full"]
Posting = Literal["everyone", "moderators", "nobody"]
ContentNotes = Literal["button", "spoiler"]
PublicLanguage = Literal["server", "en", "ko"]
"""Of what everyone sees: the language that the server has in Discord, or one of those of the interface."""
Scope = Literal["shipped", "file", "server", "channel"]


class Log(Item):
    """What is kept of use."""

    counts: bool = True
    """Whether it is counted, without who, how often what is asked."""
    days: Annotated[int, Field(ge=1, le=400)] = 400
    """For how many days a count is kept."""

    def __str__(self) -> str:
        return f"counts: {_typed(self.counts)}; days: {self.days}"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting in force: its value as one would type it, and the place in the file that decides."""

    name: str
    value: str
    scope: Scope
    """`shipped`: the file does not set it."""
    where: str
    """The id of the server or channel whose rules decide; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How the bot behaves in one place, and why."""

    commands: tuple[str, ...]
    length: Length
    visibility: Visibility
    posting: Posting
    content_notes: ContentNotes
    cooldown: int
    language: PublicLanguage
    hidden: tuple[str, ...]
    """The ids of briefings that are not shown here."""
    manage_server: bool
    moderator_roles: tuple[str, ...]
    reports_channel: str | None
    corrections_channel: str | None
    """Where corrections of the library are announced; None is nowhere."""
    contact: str | None
    support: Mapping[str, str] | None
    """By language; a text alone stands under `en`."""
    schedules: Mapping[str, Schedule]
    """What is posted again and again in this server, by the name of the schedule."""
    operators_server: str | None
    """The server whose moderators alone may reload and see paths; None is any."""
    settings_from_discord: bool
    """Whether a server's part of the file can be replaced by what its moderators upload."""
    log: Log
    sources: Mapping[str, tuple[Scope, str]]

    def allows(self, command: str) -> bool:
        """Whether a command is on; of a command with parts, such as `desk reload`, the first word decides."""
        names = {command, command.partition(" ")[0]}
        return not names.isdisjoint(ALWAYS_ON) or not names.isdisjoint(self.commands)

    def moderates(self, *, manage_server: bool, roles: Iterable[str]) -> bool:
        """Whether a member is a moderator, by the permission and the role ids in the interaction."""
        return (self.manage_server and manage_server) or not set(self.moderator_roles).isdisjoint(roles)

    def may_post(self, *, moderator: bool) -> bool:
        """Whether a member may have an answer shown to everyone."""
        return self.posting == "everyone" or (self.posting == "moderators" and moderator)

    def public(self, *, asked: bool | None, moderator: bool) -> bool:
        """Whether an answer is shown to everyone; `asked` is the command's `public:`, None where it was not given."""
        wanted = self.visibility == "public" if asked is None else asked
        return wanted and self.may_post(moderator=moderator)

    def operates(self, server: str | None) -> bool:
        """Whether the moderators of a server may reload, and see the paths of files."""
        return self.operators_server in (None, server)

    @property
    def takes_reports(self) -> bool:
        """Whether somebody receives what members report, or is named to be written to."""
        return self.reports_channel is not None or self.contact is not None

    @property
    def settings(self) -> tuple[Setting, ...]:
        """Every setting with its reason, in the order of the file."""
        return tuple(Setting(name, _typed(getattr(self, name)), *self.sources[name]) for name in SHIPPED)


SHIPPED: Mapping[str, object] = MappingProxyType(
    {
        "commands": COMMANDS,
        "length": "short",
        "visibility": "private",
        "posting": "everyone",
        "content_notes": "button",
        "cooldown": 0,
        "language": "server",
        "hidden": (),
        "manage_server": True,
        "moderator_roles": (),
        "reports_channel": None,
        "corrections_channel": None,
        "contact": None,
        "support": None,
        "schedules": MappingProxyType[str, Schedule]({}),
        "operators_server": None,
        "settings_from_discord": True,
        "log": Log(),
    }
)
"""What holds where the file says nothing."""


def _typed(value: object) -> str:
    match value:
        case None | ():
            return "none"
        case bool():
            return "yes" if value else "no"
        case tuple():
            return "all" if value == COMMANDS else ", ".join(map(str, value))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] # any tuple prints
        case Mapping():
            return "; ".join(f"{key}: {text}" for key, text in value.items()) or "none"  # pyright: ignore[reportUnknownVariableType] # any mapping prints
        case _:
            return str(value)
