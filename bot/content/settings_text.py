"""Writes a server's settings as YAML, and changes one of them in a text that somebody else wrote, with its comments."""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from textwrap import indent
from typing import Any, cast

import yaml

from bot.content.descriptions import descriptions
from bot.content.moderation import ServerRules
from bot.content.parse import parse
from bot.content.shape import shaped
from bot.content.upload import NAME
from bot.content.yamlfile import Way, YamlFile
from bot.domain.policy import COMMANDS, Policy
from bot.domain.schedule import WEEKDAYS

Plain = dict[str, Any]

_HEAD = """\
# The settings of this server. Change what you need, save, and give the file back with /desk settings file:
# A line that begins with "# " says nothing to the bot. To set a key, remove the "# " before it.
# What is left out is as the host of the bot has it: the value that stands here.
"""

_EXAMPLES: Mapping[str, str] = {
    "schedules": """\
schedules:
  every-monday:
    brief: the-id-of-a-briefing
    days: monday
    time: "09:00"
    zone: Asia/Seoul
    channel: "100000000000000003"
""",
    "channels": """\
channels:
  "100000000000000004":
    visibility: public
    cooldown: 10
""",
}


class _Dumper(yaml.SafeDumper):
    """Writes lists below their keys with two more spaces, and a value twice where it stands twice."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)


_YES_OR_NO = {True: "yes", False: "no"}
_Dumper.add_representer(
    bool,
    lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:bool", _YES_OR_NO[value]),  # pyright: ignore[reportUnknownMemberType] # its stubs leave a part open
)


def written(rules: ServerRules, otherwise: Policy) -> str:
    """A whole file: each key with what it is for, and as a comment, with what holds without it, where it is not set."""
    told, values = descriptions(ServerRules), plain(rules)
    parts = [_HEAD]
    for key in ServerRules.model_fields:
        lines = _dumped({key: values[key]}) if key in values else indent(_unset(key, otherwise), "# ")
        parts.append(f"# {told[key]}\n{lines}")
    return "\n".join(parts)


def plain(rules: ServerRules) -> Plain:
    """What rules set, as it would be typed."""
    values: Plain = rules.model_dump(mode="json", exclude_defaults=True)
    for place in (values, *values.get("channels", {}).values()):
        if place.get("commands") == list(COMMANDS):
            place["commands"] = "all"
    for schedule in values.get("schedules", {}).values():
        if schedule["days"] == list(WEEKDAYS):
            schedule["days"] = "all"
    return values


def changed(text: str, way: Sequence[str], value: object, otherwise: Policy) -> str:
    """The text with another value at a key, `("hidden",)`, or an entry of one, `("schedules", "every-monday")`.

    `value` is what `yaml` would read: texts, numbers, lists and mappings; None takes the key or the entry away. All
    other lines stay as they are, comments too, where the text is written with a key a line; else it is written anew.
    """
    file = parse(text, NAME)
    before: Plain = cast("Plain", deepcopy(file.value)) if isinstance(file.value, dict) else {}
    after = _with(before, way, value)
    wanted = ServerRules.model_validate(after)
    if _means(rewritten := _rewritten(text, file, way, after), wanted):
        return rewritten
    return written(wanted, otherwise)


def _with(values: Plain, way: Sequence[str], value: object) -> Plain:
    """The values with one of them changed; a mapping that is empty then is left out."""
    key, *inside = way
    inner = _with(values.get(key) or {}, inside, value) or None if inside else value
    return {name: one for name, one in {**values, key: inner}.items() if name != key or inner is not None}


def _means(text: str, rules: ServerRules) -> bool:
    file = parse(text, NAME)
    if not isinstance(file.value, dict):
        return rules == ServerRules()
    found = shaped(file, ServerRules)
    return not (file.problems or found.problems) and found.item == rules


def _rewritten(text: str, file: YamlFile, way: Sequence[str], after: Plain) -> str:
    """The text with the lines of one key, or of one entry of it, written anew."""
    lines = [line if line.endswith("\n") else f"{line}\n" for line in text.splitlines(keepends=True)]
    key, *inside = way
    if inside and (key, inside[0]) in file.lines and inside[0] in after.get(key, {}):
        place, block = (key, inside[0]), after[key][inside[0]]
    elif inside and (key,) in file.lines and inside[0] in after.get(key, {}):
        begin, end = _lines_of(lines, file, (key,))
        margin = _margin(lines, file, key)
        return "".join([*lines[:end], indent(_dumped({inside[0]: after[key][inside[0]]}), margin), *lines[end:]])
    elif inside and (key, inside[0]) in file.lines and key in after:
        begin, end = _lines_of(lines, file, (key, inside[0]))
        return "".join([*lines[:begin], *lines[end:]])
    else:
        place, block = (key,), after.get(key)
    begin, end = _lines_of(lines, file, place) if place in file.lines else _where_it_was_offered(lines, key)
    margin = _margin(lines, file, key) if len(place) > 1 else ""
    new = "" if block is None else indent(_dumped({place[-1]: block}), margin)
    return "".join([*lines[:begin], new, *lines[end:]])


def _lines_of(lines: Sequence[str], file: YamlFile, way: Way) -> tuple[int, int]:
    """From which line to before which line a part stands, without the comments before what follows it."""
    begin = file.line(way) - 1
    later = [
        line - 1
        for other, line in file.lines.items()
        if len(other) <= len(way) and other != way[: len(other)] and line - 1 > begin
    ]
    end = min(later, default=len(lines))
    margin = len(lines[begin]) - len(lines[begin].lstrip(" "))
    while end - 1 > begin and re.match(rf" {{0,{margin}}}(#|$)", lines[end - 1].rstrip("\n")):
        end -= 1
    return begin, end


def _margin(lines: Sequence[str], file: YamlFile, key: str) -> str:
    """The spaces before the entries of a key."""
    first = next((line for way, line in file.lines.items() if len(way) == 2 and way[0] == key), None)  # noqa: PLR2004 - a key and its entry
    if first is None:
        return "  "
    line = lines[first - 1]
    return line[: len(line) - len(line.lstrip(" "))]


def _where_it_was_offered(lines: Sequence[str], key: str) -> tuple[int, int]:
    """The line in which a key stands as a comment; else the end."""
    offered = re.compile(rf"# {re.escape(key)}:")
    place = next((number for number, line in enumerate(lines) if offered.match(line)), None)
    return (len(lines), len(lines)) if place is None else (place, place + 1)


def _unset(key: str, otherwise: Policy) -> str:
    if key in _EXAMPLES:
        return _EXAMPLES[key]
    value = getattr(otherwise, key)
    return _dumped({key: plain(ServerRules.model_validate({key: value if value not in ((), None) else None})).get(key)})


def _dumped(values: Plain) -> str:
    """YAML with a key a line; nothing is written as nothing."""
    text = yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
    return re.sub(r"(?m): null$", ":", text)
