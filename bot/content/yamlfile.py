"""YAML as authors mean it: every scalar stays the text they typed, and every part knows its line.

PyYAML's own loader turns `1.10` into 1.1 and `NO` into False, lets a repeated key win silently and follows aliases that
explode. So the parser's events are read here directly: no tags, no anchors, bounds on size and depth, repeated keys
refused. Only an unquoted `null`, `~` or nothing at all is read as no value.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.domain.problem import Problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 20

Value = str | None | list["Value"] | dict[str, "Value"]
Way = tuple[str | int, ...]
"""The way to a part of a file: keys and positions, from the outside in."""

# The parser of libyaml is ten times as fast; PyYAML is also shipped without it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class YamlFile:
    """What a file says; `path` is as problems name it, `lines` gives the line of every part."""

    path: str
    value: Value
    lines: Mapping[Way, int]
    problems: tuple[Problem, ...] = ()

    def line(self, way: Way) -> int:
        """The line of a part, or of the nearest part around it that the file has."""
        while way and way not in self.lines:
            way = way[:-1]
        return self.lines.get(way, 1)

    def problem(self, way: Way, what: str, mend: str) -> Problem:
        """A problem at a part of the file."""
        return Problem(self.path, self.line(way), what, mend)


def read(file: Path, root: Path) -> YamlFile:
    """Read a file below `root`; never raises for what the file says: its problems are in the result."""
    path = f"{root.name}/{file.relative_to(root).as_posix()}" if file != root else file.name

    def refused(what: str, mend: str, line: int = 1) -> YamlFile:
        return YamlFile(path, None, {}, (Problem(path, line, what, mend),))

    inside = root if root.is_dir() else root.parent
    if not file.resolve().is_relative_to(inside.resolve()):
        return refused("the file is a link that leaves its folder", "put the file itself into the folder")
    try:
        raw = file.read_bytes()
    except OSError as error:
        return refused(f"the file cannot be read ({error.strerror})", "create it, or correct its permissions")
    if len(raw) > MAX_BYTES:
        return refused(f"the file has {len(raw):,} bytes", f"split it: a file may have {MAX_BYTES:,}")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return refused("the file is not UTF-8 text", "save it as UTF-8", line)
    return parse(text, path)


def parse(text: str, path: str) -> YamlFile:
    """Read YAML text; never raises for what it says."""
    reader = _Reader(path)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            reader.take(event)
            if reader.gave_up:
                break
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = error.problem or error.context or "this is not YAML"
        reader.problem(mark.line + 1 if mark else 1, f"this is not YAML: {what}", "look at the line and the one above")
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        reader.problem(line, "there is a character that YAML does not allow", "delete the invisible character")
    if not reader.problems and reader.result is None:
        reader.problem(1, "the file is empty", "write its content, or delete the file")
    return YamlFile(path, reader.result, reader.lines, tuple(reader.problems))


@dataclass
class _Open:
    """A list or mapping whose end has not come yet."""

    value: list[Value] | dict[str, Value]
    way: Way
    key: str | None = None
    seen: dict[str, int] = field(default_factory=dict[str, int])


class _Reader:
    """Builds the value from the parser's events."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.lines: dict[Way, int] = {}
        self.result: Value = None
        self.began = False
        self.gave_up = False
        self._open: list[_Open] = []

    def problem(self, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(self.path, line, what, mend))

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        match event:
            case yaml.ScalarEvent():
                self._scalar(event, line)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._start(event, line)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
            case yaml.AliasEvent():
                self._give_up(line, "'*' refers to another place (a YAML alias)", "write the text out")
            case yaml.DocumentStartEvent() if self.began:
                self._give_up(line, "a second document begins here", "a file holds one document: remove the '---'")
            case _:
                pass

    def _give_up(self, line: int, what: str, mend: str) -> None:
        """Report what leaves nothing sensible to read after it."""
        self.problem(line, what, mend)
        self.gave_up = True

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        self._refuse_marks(event.anchor, event.tag, line)
        if self._awaits_key():
            self._key(event.value, line)
        else:
            is_nothing = not event.style and event.value in {"", "~", "null", "Null", "NULL"}
            self._put(None if is_nothing else event.value, line)

    def _start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent, line: int) -> None:
        self._refuse_marks(event.anchor, event.tag, line)
        if self._awaits_key():
            self._give_up(line, "a key is a list or a mapping", "write a word before the ':'")
            return
        if len(self._open) >= MAX_DEPTH:
            self._give_up(line, f"the file is nested more than {MAX_DEPTH} deep", "make it flatter")
            return
        value: list[Value] | dict[str, Value] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        self._open.append(_Open(value, self._put(value, line)))

    def _refuse_marks(self, anchor: str | None, tag: str | None, line: int) -> None:
        if anchor is not None:
            self.problem(line, f"'&{anchor}' names a place (a YAML anchor)", "remove it; anchors are not read")
        if tag is not None and tag != "!":
            self.problem(line, f"'{tag}' is a YAML tag", "remove it; every value is read as text")

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._open[-1].key is None

    def _key(self, key: str, line: int) -> None:
        around = self._open[-1]
        if key in around.seen:
            self.problem(line, f"'{key}' is given twice, first in line {around.seen[key]}", "keep one of the two")
        around.seen.setdefault(key, line)
        around.key = key
        self.lines[(*around.way, key)] = line

    def _put(self, value: Value, line: int) -> Way:
        if not self._open:
            self.began = True
            self.result = value
            self.lines[()] = line
            return ()
        around = self._open[-1]
        if isinstance(around.value, dict):
            key = around.key or ""
            around.key = None
            around.value[key] = value
            return (*around.way, key)
        around.value.append(value)
        way = (*around.way, len(around.value) - 1)
        self.lines[way] = line
        return way
