"""What the moderators decide: their YAML file as one frozen `Moderation`."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from rapidfuzz import process

from bot.content.codes import moderation as codes
from bot.content.mistakes import MistakeError
from bot.content.read import read
from bot.content.shape import shaped
from bot.domain.model import Text, by_language
from bot.domain.policy import COMMANDS, SHIPPED, ContentNotes, Length, Policy, Posting, Scope, Visibility
from bot.domain.problem import ProblemsError

LONGEST_TEXT = 300
"""Characters of `contact` and `support`, which have to fit below a card."""


def _written_out(value: object) -> object:
    return COMMANDS if value == "all" else value


def _known(command: str) -> str:
    if command not in COMMANDS:
        nearest, *_ = process.extractOne(command.removeprefix("/"), COMMANDS)
        raise MistakeError(codes.UNKNOWN_COMMAND, f"there is no command '{command}'", f"did you mean '{nearest}'?")
    return command


def _an_id(text: str) -> str:
    if not (text.isascii() and text.isdigit() and len(text) <= 20):  # noqa: PLR2004 - the digits of 2^64
        mend = "in Discord turn on Developer Mode, then right-click and Copy ID"
        raise MistakeError(codes.NOT_AN_ID, f"'{text}' is not an id", mend)
    return text


Id = Annotated[str, AfterValidator(_an_id), WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{1,20}$"})]
"""The number Discord gives a server, a channel or a role; it is text here, as Discord sends it."""

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


class ServerRules(ChannelRules):
    """What can be set for a server."""

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
    channels: dict[Id, ChannelRules] | None = None
    """What is different in a channel, by its id; a thread is as its channel."""


class Moderation(ChannelRules):
    """The whole file: what holds everywhere, then each server."""

    manage_server: bool | None = None
    """Whether everyone who has Manage Server is a moderator."""
    contact: ShortText | None = None
    """Whom to write to about a mistake, where no reports channel is set."""
    support: ShortTexts | None = None
    """Where a reader can turn who is distressed or in danger; a text, or one for each language."""
    servers: dict[Id, ServerRules] | None = None
    """What is different in a server, by its id."""

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


def load_moderation(file: Path) -> Moderation:
    """The moderators' decisions.

    Raises:
        ProblemsError: something is wrong; nothing of the file is used.
    """
    content = read(file, file)
    if content.value is None:
        raise ProblemsError(content.problems)
    found = shaped(content, Moderation)
    problems = sorted([*content.problems, *found.problems])
    if problems or found.item is None:
        raise ProblemsError(problems)
    return found.item
