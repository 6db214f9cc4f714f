"""YAML as authors mean it: every scalar stays the text they typed, and every part knows its line.

PyYAML's own loader turns `1.10` into 1.1 and `NO` into False, lets a repeated key win silently and follows aliases that
explode. So the parser's events are read here directly: no tags, no anchors, bounds on depth, repeated keys refused, and
a comment that cuts a text short. Only an unquoted `null`, `~` or nothing at all is read as no value.
"""

import re
from dataclasses import dataclass, field

import yaml

from bot.bounds import DEEPEST, MOST_PARTS, MOST_PROBLEMS
from bot.content import invisible
from bot.content.codes import files
from bot.content.syntax import full_width_colon, in_words
from bot.content.yamlfile import Value, Way, YamlFile
from bot.domain.problem import Explanation, Problem

# The parser of libyaml is ten times as fast; PyYAML is also shipped without it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"[ \t]*#(?P<close>\S)?.*")
_BREAK = re.compile("\r\n?|[\n\x85\u2028\u2029]")
"""What ends a line in YAML."""
_TABS = (2, 4, 8)
"""How many spaces a tab may have been meant for."""


def parse(text: str, path: str) -> YamlFile:
    """Read YAML text; never raises for what it says.

    A text with invisible characters before its keys is read as it was meant, so that nothing else is said of them.
    """
    unseen = invisible.before_keys(text) if invisible.are_in(text) else []
    if not unseen:
        return _parsed(text, path)
    meant = [_parsed(invisible.put_right(text, tab), path) for tab in _TABS]
    best = next((file for file in meant if file.value is not None), meant[0])
    first, *more = unseen
    what = first.what + (f", and in {len(more)} more line{'s' * (len(more) > 1)}" if more else "")
    problem = Problem(path, first.line, what, first.mend, code=files.INVISIBLE.code)
    others: tuple[Problem, ...] = () if best.value is None else best.problems
    return YamlFile(path, best.value, best.lines, (problem, *others), text)


def _parsed(text: str, path: str) -> YamlFile:
    reader = _Reader(path, text)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            reader.take(event)
            if reader.gave_up:
                break
    except yaml.MarkedYAMLError as error:
        line, what, mend = in_words(error, text)
        reader.give_up(files.NOT_YAML, line, what, mend)
    except (yaml.reader.ReaderError, UnicodeEncodeError) as error:
        before = _before(error, text)
        what = f"there is {invisible.name(text[len(before)])}, which YAML does not allow"
        reader.give_up(files.INVISIBLE, len(_BREAK.findall(before)) + 1, what, "delete it; it is invisible")
    if isinstance(reader.result, str) and (told := full_width_colon(text)):
        reader.give_up(files.NOT_YAML, *told)
    if not reader.problems and reader.result is None:
        reader.give_up(files.EMPTY, 1, "the file is empty", "write its content, or delete the file")
    return YamlFile(path, None if reader.gave_up else reader.result, reader.lines, tuple(reader.problems), text)


def _before(error: yaml.reader.ReaderError | UnicodeEncodeError, text: str) -> str:
    """What stands before a character that cannot be in YAML; the parser of libyaml counts bytes."""
    if isinstance(error, UnicodeEncodeError):
        return text[: error.start]
    if _LOADER is yaml.SafeLoader:
        return text[: error.position]
    return text.encode()[: error.position].decode(errors="ignore")


@dataclass
class _Open:
    """A list or mapping whose end has not come yet."""

    value: list[Value] | dict[str, Value]
    way: Way
    key: str | None = None
    seen: dict[str, int] = field(default_factory=dict[str, int])


class _Reader:
    """Builds the value from the parser's events."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.lines: dict[Way, int] = {}
        self.result: Value = None
        self.began = False
        self.gave_up = False
        self._typed = text.splitlines()
        self._may_hide = invisible.are_in(text)
        self._open: list[_Open] = []

    def problem(self, rule: Explanation, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(self.path, line, what, mend, code=rule.code))
        if len(self.problems) >= MOST_PROBLEMS and not self.gave_up:
            self.gave_up = True
            what = f"there are more than {MOST_PROBLEMS:,} problems in this file"
            self.problem(files.TOO_WRONG, line, what, "mend those above first; it was not read on")

    def give_up(self, rule: Explanation, line: int, what: str, mend: str) -> None:
        """Report what leaves nothing sensible to read; a text cut short just above is then the cause of it."""
        self.gave_up = True
        if not any(cut.code == files.CUT_SHORT.code and line - 1 <= cut.line <= line for cut in self.problems):
            self.problem(rule, line, what, mend)

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if len(self.lines) > MOST_PARTS:
            what = f"the file has more than {MOST_PARTS:,} keys and entries"
            self.give_up(files.TOO_MANY_PARTS, line, what, "split it")
            return
        match event:
            case yaml.ScalarEvent():
                self._scalar(event, line)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._start(event, line)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
            case yaml.AliasEvent():
                what = f"'*{event.anchor}' refers to another place (a YAML alias)"
                self.give_up(files.ONLY_TEXT, line, what, "write the text out, or put it in quotation marks")
            case yaml.DocumentStartEvent() if self.began:
                mend = "a file holds one document: remove the '---'"
                self.give_up(files.SECOND_DOCUMENT, line, "a second document begins here", mend)
            case _:
                pass

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        self._refuse_marks(event.anchor, event.tag, line)
        word = self._visible(event.value, line) if self._may_hide and not event.style else event.value
        if self._awaits_key():
            self._key(word, line)
            return
        if not event.style:
            self._refuse_a_cut(event)
        is_nothing = not event.style and word in {"", "~", "null", "Null", "NULL"}
        self._put(None if is_nothing else word, line)

    def _visible(self, word: str, line: int) -> str:
        """The word without what nobody sees in it, where it is a key, an id or another single word."""
        character = invisible.within_id(word)
        if character is None:
            return word
        plain = invisible.without(word)
        self.problem(files.INVISIBLE, line, f"there is {invisible.name(character)} in '{plain}'", "type it again")
        return plain

    def _refuse_a_cut(self, event: yaml.ScalarEvent) -> None:
        """A text that goes on after ` #`, which YAML takes for a comment.

        What follows one word or nothing, and has a space after its `#`, is left to be a comment.
        """
        end = event.end_mark
        if end is None or end.line >= len(self._typed):
            return
        cut = _COMMENT.match(self._typed[end.line], end.column)
        if cut and (cut["close"] or " " in event.value):
            what = f"the text is cut short: YAML takes '{cut.group().strip()}' for a comment"
            mend = "put the whole text in quotation marks, or the comment on a line of its own"
            self.problem(files.CUT_SHORT, end.line + 1, what, mend)

    def _start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent, line: int) -> None:
        self._refuse_marks(event.anchor, event.tag, line)
        if self._awaits_key():
            self.give_up(files.ODD_KEY, line, "a key is a list or a mapping", "write a word before the ':'")
            return
        if len(self._open) >= DEEPEST:
            self.give_up(files.TOO_DEEP, line, f"the file is nested more than {DEEPEST} deep", "make it flatter")
            return
        value: list[Value] | dict[str, Value] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        self._open.append(_Open(value, self._put(value, line)))

    def _refuse_marks(self, anchor: str | None, tag: str | None, line: int) -> None:
        if anchor is not None:
            mend = "remove it, or put the text in quotation marks; anchors are not read"
            self.problem(files.ONLY_TEXT, line, f"'&{anchor}' names a place (a YAML anchor)", mend)
        if tag is not None and tag != "!":
            mend = "remove it, or put the text in quotation marks; every value is read as text"
            self.problem(files.ONLY_TEXT, line, f"'{tag}' is a YAML tag", mend)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._open[-1].key is None

    def _key(self, key: str, line: int) -> None:
        around = self._open[-1]
        if key in around.seen:
            what = f"'{key}' is given twice, first in line {around.seen[key]}"
            self.problem(files.GIVEN_TWICE, line, what, "keep one of the two")
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
