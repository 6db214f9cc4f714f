"""A server's settings as its moderators give them: the same YAML as that server's part of the moderators' file."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bot.content.codes import files
from bot.content.codes import moderation as codes
from bot.content.moderation import Moderation, ServerRules, lock_out
from bot.content.named import channels_in, unknown_briefs
from bot.content.parse import parse
from bot.content.shape import shaped
from bot.content.yamlfile import Way, YamlFile
from bot.domain.problem import Problem, ProblemsError

NAME = "settings.yaml"
"""What the file is called when it is given out, and in what is said of it."""

LARGEST = 64 * 1024
"""Bytes that it may have."""

MOST_CHANNELS = 100
"""Channels that it may name: each is looked up."""

_HOSTS = tuple(key for key in Moderation.model_fields if key not in ServerRules.model_fields)


@dataclass(frozen=True)
class UploadedSettings:
    """What was given, and what it says; it fits the models."""

    rules: ServerRules
    file: YamlFile

    @property
    def text(self) -> str:
        """The text as it was typed, with its comments."""
        return self.file.text

    @property
    def channels(self) -> tuple[tuple[Way, str], ...]:
        """The channels that it names, each where it stands first."""
        first: dict[str, Way] = {}
        for way, channel in channels_in(self.rules):
            first.setdefault(channel, way)
        return tuple((way, channel) for channel, way in first.items())

    def foreign(self, way: Way, what: str, mend: str) -> Problem:
        """A problem with a channel that is named at `way`."""
        return self.file.problem(codes.FOREIGN_CHANNEL, way, what, mend)


def settings_in(text: str, host: Moderation, server: str, briefs: Collection[str] | None = None) -> UploadedSettings:
    """What a text would set for a server in the place of the host's part; comments alone set nothing.

    With `briefs`, those of the library, every briefing that is named has to be one of them.

    Raises:
        ProblemsError: it does not fit, sets what is the host's alone, or would leave the server without moderators.
    """
    file = parse(text, NAME)
    problems = [problem for problem in file.problems if problem.code != files.EMPTY.code]
    if file.value is None:
        if problems:
            raise ProblemsError(problems)
        file = YamlFile(NAME, {}, file.lines, (), text)
    problems += _of_the_host(file)
    value = file.value
    own = {key: part for key, part in value.items() if key not in _HOSTS} if isinstance(value, dict) else value
    found = shaped(YamlFile(NAME, own, file.lines, (), text), ServerRules)
    problems += found.problems
    if found.item is not None and not problems:
        problems += lock_out(file, host, server, found.item)
        if briefs is not None:
            problems += unknown_briefs(file, found.item, briefs, warning=False)
        if len({channel for _, channel in channels_in(found.item)}) > MOST_CHANNELS:
            what = f"more than {MOST_CHANNELS} channels are named"
            problems.append(file.problem(codes.FOREIGN_CHANNEL, ("channels",), what, "set the most for the server"))
    if problems or found.item is None:
        raise ProblemsError(sorted(problems))
    return UploadedSettings(found.item, file)


def _of_the_host(file: YamlFile) -> Iterator[Problem]:
    if isinstance(file.value, dict):
        for key in _HOSTS:
            if key in file.value:
                what = f"'{key}' is for the host of the bot alone to set"
                mend = (
                    "write the keys of this server at the beginning of their lines" if key == "servers" else "remove it"
                )
                yield file.problem(codes.HOSTS_ALONE, (key,), what, mend)
