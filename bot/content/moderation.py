"""What the moderators decide: their YAML file as one frozen `Moderation`."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from rapidfuzz import process

from bot.content.codes import moderation as codes
from bot.content.mistakes import MistakeError
from bot.content.read import read
from bot.content.shape import shaped
from bot.content.toomany import first_of
from bot.content.yamlfile import YamlFile, is_all_comments
from bot.domain.ids import Id
from bot.domain.model import Slug, Text, by_language
from bot.domain.policy import (
    COMMANDS,
    SHIPPED,
    ContentNotes,
    Length,
    Log,
    Policy,
    Posting,
    PublicLanguage,
    Scope,
    Visibility,
)
from bot.domain.problem import Problem, ProblemsError
from bot.domain.schedule import MOST_SCHEDULES, Schedule

_MEND = "add moderator_roles, or write manage_server: yes"

LONGEST_TEXT = 300
"""Characters of `contact` and `support`, which have to fit below a card."""


def _written_out(value: object) -> object:
    return COMMANDS if value == "all" else value


def _known(command: str) -> str:
    if command not in COMMANDS:
        nearest, *_ = process.extractOne(command.removeprefix("/"), COMMANDS)
        raise MistakeError(codes.UNKNOWN_COMMAND, f"there is no command '{command}'", f"did you mean '{nearest}'?")
    return command


Commands = Annotated[
    tuple[Annotated[str, AfterValidator(_known)], ...],
    BeforeValidator(_written_out),
    WithJsonSchema({"anyOf": [{"const": "all"}, {"type": "array", "items": {"enum": list(COMMANDS)}}]}),
]
ShortText = Annotated[Text, Field(max_length=LONGEST_TEXT)]
_Texts = dict[Literal["en", "ko", "zh", "ja"], ShortText]
ShortTexts = Annotated[
    _Texts, Field(min_length=1), BeforeValidator(by_language, json_schema_input_type=ShortText | _Texts)
]
"""A text, or one for each language; alone it is shown to everyone."""


class ChannelRules(BaseModel):
    """What can be set for a channel; a key that is left out is as in the wider place."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    commands: Commands | None = None
    """The commands that are on, or `all`."""
    length: Length | None = None
    """How much `/brief` answers with when its asker did not say `length:`: one screen, or everything."""
    visibility: Visibility | None = None
    """Who sees an answer when its asker did not say `public:`."""
    posting: Posting | None = None
    """Who may have answers shown to everyone in the channel."""
    content_notes: ContentNotes | None = None
    """How distressing parts are covered: behind a button, or as a spoiler in the text."""
    cooldown: Annotated[int, Field(ge=0, le=3600)] | None = None
    """Seconds before the same member may use the same command again; 0 for none."""
    language: PublicLanguage | None = None
    """The language of what everyone sees: that of the server in Discord (`server`), or one of the interface's."""


class ServerRules(ChannelRules):
    """What can be set for a server."""

    hidden: tuple[Slug, ...] | None = None
    """The ids of briefings that are not shown: in no list, suggestion, search, link or schedule."""
    manage_server: bool | None = None
    """Whether everyone who has Manage Server is a moderator."""
    moderator_roles: tuple[Id, ...] | None = None
    """Roles whose members are moderators too."""
    contact: ShortText | None = None
    """Whom to write to about a mistake, where no reports channel is set."""
    support: ShortTexts | None = None
    """Where a reader can turn who is distressed or in danger; a text, or one for each language."""
    reports_channel: Id | None = None
    """Where reports of problems go."""
    corrections_channel: Id | None = None
    """Where corrections of the library are announced."""
    schedules: Annotated[dict[Slug, Schedule], Field(max_length=MOST_SCHEDULES)] | None = None
    """Briefings that are posted again and again, each below a name of your own."""
    channels: dict[Id, ChannelRules] | None = None
    """What is different in a channel, by its id; a thread is as its channel."""


class Moderation(ChannelRules):
    """The whole file: what holds everywhere, then each server."""

    hidden: tuple[Slug, ...] | None = None
    """The ids of briefings that are not shown: in no list, suggestion, search, link or schedule."""
    manage_server: bool | None = None
    """Whether everyone who has Manage Server is a moderator."""
    contact: ShortText | None = None
    """Whom to write to about a mistake, where no reports channel is set."""
    support: ShortTexts | None = None
    """Where a reader can turn who is distressed or in danger; a text, or one for each language."""
    operators_server: Id | None = None
    """The server whose moderators alone may reload and see paths; where it is empty, any moderator may."""
    settings_from_discord: bool | None = None
    """Whether a server's part can be replaced from Discord, with `/desk settings`."""
    log: Log | None = None
    """What is kept of use, and for how long."""
    servers: dict[Id, ServerRules] | None = None
    """What is different in a server, by its id."""

    def in_force(
        self, server: str | None = None, channels: Sequence[str] = (), uploaded: ServerRules | None = None
    ) -> "Policy":
        """How the bot behaves in a place; without a server, in a direct message.

        Args:
            server: the server's id.
            channels: the channel's id; for a thread its own and then its parent's.
            uploaded: what stands in the place of the server's part of the file.
        """
        part = self.part_of(server) if uploaded is None else uploaded
        values: dict[str, Any] = dict(SHIPPED)
        sources: dict[str, tuple[Scope, str]] = dict.fromkeys(SHIPPED, ("shipped", ""))
        for scope, where, rules in reversed(list(self._most_specific_first(server, channels, part))):
            for name in SHIPPED.keys() & type(rules).model_fields.keys():
                value = getattr(rules, name)
                if value is not None:
                    values[name] = value
                    sources[name] = (scope, where)
        return Policy(**values, sources=MappingProxyType(sources))

    def part_of(self, server: str | None) -> ServerRules | None:
        """A server's own part of the file; None where it has none."""
        return (self.servers or {}).get(server or "")

    def _most_specific_first(
        self, server: str | None, channels: Sequence[str], there: ServerRules | None
    ) -> Iterator[tuple[Scope, str, ChannelRules]]:
        if server and there:
            for channel in channels:
                if rules := (there.channels or {}).get(channel):
                    yield "channel", channel, rules
            yield "server", server, there
        yield "file", "", self


def load_moderation(file: Path) -> Moderation:
    """The moderators' decisions.

    Raises:
        ProblemsError: something is wrong; nothing of the file is used.
    """
    return read_moderation(file)[1]


def read_moderation(file: Path) -> tuple[YamlFile, Moderation]:
    """The same, with the file that they stand in."""
    content = read(file, file)
    if content.value is None and is_all_comments(content.text):
        content = YamlFile(content.path, {}, content.lines, (), content.text)
    if content.value is None:
        raise ProblemsError(content.problems)
    found = shaped(content, Moderation)
    problems = [*content.problems, *found.problems]
    if found.item is not None and not problems:
        problems += first_of(lock_outs(content, found.item))
    if problems or found.item is None:
        raise ProblemsError(sorted(problems))
    return content, found.item


def lock_outs(file: YamlFile, moderation: Moderation) -> Iterator[Problem]:
    """A problem for every place in which nobody could reload.

    Those who may are the moderators of `operators_server`, where one is named; else those of any server.
    """
    operators, servers = moderation.operators_server, moderation.servers or {}
    if operators is not None:
        if not _has_moderators(moderation, operators):
            way = ("servers", operators, "manage_server") if operators in servers else ("manage_server",)
            yield file.problem(
                codes.NOBODY_MODERATES, way, "nobody in the operators' server would be a moderator, or reload", _MEND
            )
        return
    without = [server for server in servers if not _has_moderators(moderation, server)]
    for server in without:
        way = ("servers", server, "manage_server")
        yield file.problem(codes.NOBODY_MODERATES, way, "nobody in this server would be a moderator, or reload", _MEND)
    if moderation.manage_server is False and not servers:
        what = "nobody anywhere would be a moderator, or reload"
        mend = "give a server moderator_roles, or write manage_server: yes"
        yield file.problem(codes.NOBODY_MODERATES, ("manage_server",), what, mend)


def lock_out(file: YamlFile, moderation: Moderation, server: str, uploaded: ServerRules) -> Iterator[Problem]:
    """The same of what is to stand in the place of one server's part."""
    if not _has_moderators(moderation, server, uploaded):
        what = "nobody in this server would be a moderator"
        yield file.problem(codes.NOBODY_MODERATES, ("manage_server",), what, _MEND)


def _has_moderators(moderation: Moderation, server: str, uploaded: ServerRules | None = None) -> bool:
    policy = moderation.in_force(server, uploaded=uploaded)
    return policy.manage_server or bool(policy.moderator_roles)


def changed_keys(before: ChannelRules, after: ChannelRules) -> tuple[str, ...]:
    """The keys in which two files differ, without the ids that stand around them: `posting`, `servers.…visibility`."""
    found: dict[str, None] = {}
    for key in type(after).model_fields:
        old, new = getattr(before, key), getattr(after, key)
        if key in _PLACES:
            olds: dict[str, ChannelRules] = old or {}
            news: dict[str, ChannelRules] = new or {}
            kind = _PLACES[key]
            for place in dict.fromkeys((*olds, *news)):
                inside = changed_keys(olds.get(place, kind()), news.get(place, kind()))
                found.update(dict.fromkeys(f"{key}.…{name}" for name in inside))
        elif old != new:
            found[key] = None
    return tuple(found)


_PLACES: Mapping[str, type[ChannelRules]] = {"servers": ServerRules, "channels": ChannelRules}
