"""What the moderators decide: their YAML file as one frozen `Moderation`, and what of it is in force in a place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from rapidfuzz import process

from bot.content.shape import shaped
from bot.content.yamlfile import read
from bot.domain.model import Text
from bot.domain.problem import ProblemsError

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

LONGEST_TEXT = 300
"""Characters of `contact` and `support`, which have to fit below a card."""


def _written_out(value: object) -> object:
    return COMMANDS if value == "all" else value


def _known(command: str) -> str:
    if command not in COMMANDS:
        nearest, *_ = process.extractOne(command.removeprefix("/"), COMMANDS)
        raise ValueError(f"there is no command '{command}'; did you mean '{nearest}'?")
    return command


def _an_id(text: str) -> str:
    if not (text.isascii() and text.isdigit() and len(text) <= 20):  # noqa: PLR2004 - the digits of 2^64
        raise ValueError(f"'{text}' is not an id; in Discord turn on Developer Mode, then right-click and Copy ID")
    return text


Id = Annotated[str, AfterValidator(_an_id), WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{1,20}$"})]
"""The number Discord gives a server, a channel or a role; it is text here, as Discord sends it."""

Commands = Annotated[
    tuple[Annotated[str, AfterValidator(_known)], ...],
    BeforeValidator(_written_out),
    WithJsonSchema({"anyOf": [{"const": "all"}, {"type": "array", "items": {"enum": list(COMMANDS)}}]}),
]
ShortText = Annotated[Text, Field(max_length=LONGEST_TEXT)]
Visibility = Literal["private", "public"]
Posting = Literal["everyone", "moderators", "nobody"]
ContentNotes = Literal["button", "spoiler"]
Scope = Literal["shipped", "file", "server", "channel"]


class ChannelRules(BaseModel):
    """What can be set for a channel; a key that is left out is as in the wider place."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    commands: Commands | None = None
    """The commands that are on, or `all`."""
    visibility: Visibility | None = None
    """Who sees an answer when its asker did not say `public:`."""
    posting: Posting | None = None
    """Who may have answers shown to everyone in the channel."""
    content_notes: ContentNotes | None = None
    """How distressing parts are covered: behind a button, or as a spoiler in the text."""
    cooldown: Annotated[int, Field(ge=0, le=3600)] | None = None
    """Seconds before the same member may use the same command again; 0 for none."""


class ServerRules(ChannelRules):
    """What can be set for a server."""

    manage_server: bool | None = None
    """Whether everyone who has Manage Server is a moderator."""
    moderator_roles: tuple[Id, ...] | None = None
    """Roles whose members are moderators too."""
    contact: ShortText | None = None
    """Whom to write to about a mistake, where no reports channel is set."""
    support: ShortText | None = None
    """Where a reader can turn who is distressed."""
    reports_channel: Id | None = None
    """Where reports of problems go."""
    channels: dict[Id, ChannelRules] | None = None


class Moderation(ChannelRules):
    """The whole file: what holds everywhere, then each server."""

    manage_server: bool | None = None
    """Whether everyone who has Manage Server is a moderator."""
    contact: ShortText | None = None
    """Whom to write to about a mistake, where no reports channel is set."""
    support: ShortText | None = None
    """Where a reader can turn who is distressed."""
    servers: dict[Id, ServerRules] | None = None

    def in_force(self, server: str | None = None, channels: Sequence[str] = ()) -> "Policy":
        """How the bot behaves in a place; without a server, in a direct message.

        Args:
            server: the server's id.
            channels: the channel's id; for a thread its own and then its parent's.
        """
        values: dict[str, Any] = dict(SHIPPED)
        sources: dict[str, tuple[Scope, str]] = dict.fromkeys(SHIPPED, ("shipped", ""))
        for scope, where, rules in reversed(list(self._most_specific_first(server, channels))):
            for name in SHIPPED.keys() & type(rules).model_fields.keys():
                value = getattr(rules, name)
                if value is not None:
                    values[name] = value
                    sources[name] = (scope, where)
        return Policy(**values, sources=MappingProxyType(sources))

    def _most_specific_first(
        self, server: str | None, channels: Sequence[str]
    ) -> Iterator[tuple[Scope, str, ChannelRules]]:
        there = (self.servers or {}).get(server or "")
        if server and there:
            for channel in channels:
                if rules := (there.channels or {}).get(channel):
                    yield "channel", channel, rules
            yield "server", server, there
        yield "file", "", self


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
    visibility: Visibility
    posting: Posting
    content_notes: ContentNotes
    cooldown: int
    manage_server: bool
    moderator_roles: tuple[str, ...]
    reports_channel: str | None
    contact: str | None
    support: str | None
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

    @property
    def settings(self) -> tuple[Setting, ...]:
        """Every setting with its reason, in the order of the file."""
        return tuple(Setting(name, _typed(getattr(self, name)), *self.sources[name]) for name in SHIPPED)


SHIPPED: Mapping[str, object] = MappingProxyType(
    {
        "commands": COMMANDS,
        "visibility": "private",
        "posting": "everyone",
        "content_notes": "button",
        "cooldown": 0,
        "manage_server": True,
        "moderator_roles": (),
        "reports_channel": None,
        "contact": None,
        "support": None,
    }
)
"""What holds where the file says nothing."""


def load_moderation(file: Path) -> Moderation:
    """The moderators' decisions.

    Raises:
        ProblemsError: something is wrong; nothing of the file is used.
    """
    content = read(file, file)
    if content.problems:
        raise ProblemsError(sorted(content.problems))
    moderation, problems = shaped(content, Moderation)
    if moderation is None:
        raise ProblemsError(sorted(problems))
    return moderation


def _typed(value: object) -> str:
    match value:
        case None | ():
            return "none"
        case bool():
            return "yes" if value else "no"
        case tuple():
            return "all" if value == COMMANDS else ", ".join(map(str, value))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] # any tuple prints
        case _:
            return str(value)
