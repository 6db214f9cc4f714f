"""What is wrong with text that is not YAML, in words for authors: the parser's own speak of tokens and nodes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import yaml

_QUOTED = "put the text in quotation marks, or on lines of its own below 'key: >-'"
_INDENTED = "write a space after ':', and indent lines that belong together alike"
_CLOSING = {"]": "[", "}": "{"}
_FULL_WIDTH_COLON = "\uff1a"
_WIDE, _TYPE_IT = "a full-width colon stands after the key", "type ':' and a space"
_KEY_AND_WIDE = re.compile(rf"\s*[\w\"'-]+{_FULL_WIDTH_COLON}")
_HIDDEN = re.compile(r"[\[{][^#\[\]{}]*(?<=[\[{,\s])(?P<comment>#[^\]}]{0,200}[\]}])")
"""A bracket that is closed within what YAML takes for a comment."""
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |$)")


@dataclass(frozen=True, slots=True)
class _Trouble:
    """Where the parser stopped, and where what it was reading began."""

    said: str
    line: int
    column: int
    began: int
    lines: list[str]

    def typed(self, line: int) -> str:
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    @property
    def before(self) -> str:
        return self.typed(self.line)[: self.column]

    @property
    def after(self) -> str:
        return self.typed(self.line)[self.column :]


_Told = tuple[int, str, str]
"""The line to look at, what is wrong there, and what to do."""


def in_words(error: yaml.MarkedYAMLError, text: str) -> _Told:
    """The line to look at, what is wrong there, and what to do."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column) if mark else (1, 0)
    began = error.context_mark.line + 1 if error.context_mark else line
    trouble = _Trouble(error.problem or error.context or "", line, column, began, text.splitlines())
    told = _conflict(trouble) or _fence(trouble) or _full_width_colon(trouble) or _comment_in_brackets(trouble)
    line, what, mend = told or _KNOWN.get(trouble.said, _unknown)(trouble)
    return line, f"this is not YAML: {what}", mend


def full_width_colon(text: str) -> _Told | None:
    """The same of a text that is YAML, but for its first colon no more than words."""
    first, typed = next(((number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()), (1, ""))
    return (first, f"this is not YAML: {_WIDE}", _TYPE_IT) if _KEY_AND_WIDE.match(typed) else None


def _full_width_colon(trouble: _Trouble) -> _Told | None:
    for line in (trouble.began, trouble.line, trouble.line - 1):
        if _FULL_WIDTH_COLON in trouble.typed(line) and ": " not in trouble.typed(line):
            return line, _WIDE, _TYPE_IT
    return None


def _comment_in_brackets(trouble: _Trouble) -> _Told | None:
    for line in (trouble.began, trouble.line, trouble.line - 1):
        if (cut := _HIDDEN.search(trouble.typed(line))) and trouble.said in _UNENDED:
            return (
                line,
                f"{_cited(cut['comment'])} is taken for a comment, and closes nothing",
                "put it in quotation marks",
            )
    return None


def _conflict(trouble: _Trouble) -> _Told | None:
    for line in (trouble.began, trouble.line):
        if _CONFLICT.match(trouble.typed(line)):
            what = f"{_cited(trouble.typed(line))} is a mark that git leaves where two versions of a file differ"
            return line, what, "keep one of the two, and delete the marks around them"
    return None


def _fence(trouble: _Trouble) -> _Told | None:
    for line in (trouble.began, trouble.line):
        if trouble.typed(line).lstrip().startswith("```"):
            return line, "'```' stands around an example and is no part of it", "delete the line"
    return None


def _stray_colon(trouble: _Trouble) -> _Told:
    before = trouble.before
    if ": " in before or before.lstrip().startswith("- "):
        return trouble.line, f"the ':' after {_cited(before)} makes it a second key", _QUOTED
    return trouble.line, f"the key {_cited(before)} stands where the text above it goes on", _INDENTED


def _no_colon(trouble: _Trouble) -> _Told:
    return trouble.began, f"{_cited(trouble.typed(trouble.began))} is no 'key: value'", _INDENTED


def _no_key(trouble: _Trouble) -> _Told:
    return trouble.line, f"{_cited(trouble.typed(trouble.line))} stands below a text without a key", _INDENTED


def _odd_beginning(trouble: _Trouble) -> _Told:
    is_past = trouble.said == "did not find expected alphabetic or numeric character"
    character = trouble.before[-1:] if is_past else trouble.after[:1]
    if not character:
        last = max((line for line, typed in enumerate(trouble.lines, start=1) if typed.strip()), default=1)
        return last, f"{_cited(trouble.typed(last))} is not brought to its end", "close what it opens"
    return trouble.line, f"a text cannot begin with '{character}'", _QUOTED


def _never_closed(trouble: _Trouble) -> _Told:
    return trouble.began, "a quotation mark is opened here and never closed", "close it"


def _open_bracket(trouble: _Trouble) -> _Told:
    end = trouble.said[-2]
    return trouble.began, f"the '{_CLOSING[end]}' that is opened here is not closed", f"close it with '{end}'"


def _does_not_fit(trouble: _Trouble) -> _Told:
    if trouble.before.rstrip().endswith(("'", '"')):
        mend = "close it at the text's end, and see that those above are closed; an apostrophe inside '…' is doubled"
        return trouble.line, f"{_cited(trouble.after)} follows a closed quotation mark", mend
    mend = "indent it as its neighbours are, and see that quotation marks above it are closed"
    return trouble.line, f"{_cited(trouble.typed(trouble.line))} does not fit the lines above it", mend


def _odd_escape(trouble: _Trouble) -> _Told:
    what = f"'{trouble.after[:2]}' means nothing between double quotation marks"
    return trouble.line, what, "put the text in single ones, or double the '\\'"


def _beside_block(trouble: _Trouble) -> _Told:
    return trouble.line, f"{_cited(trouble.after)} stands beside '|' or '>'", "begin the text in the line below"


def _unknown(trouble: _Trouble) -> _Told:
    return trouble.line, trouble.said, "look at the line and the one above"


_KNOWN: Mapping[str, Callable[[_Trouble], _Told]] = {
    "mapping values are not allowed in this context": _stray_colon,
    "mapping values are not allowed here": _stray_colon,
    "could not find expected ':'": _no_colon,
    "found unexpected end of stream": _never_closed,
    "found character that cannot start any token": _odd_beginning,
    "did not find expected alphabetic or numeric character": _odd_beginning,
    "did not find expected node content": _odd_beginning,
    "found unknown escape character": _odd_escape,
    "did not find expected comment or line break": _beside_block,
    "did not find expected <document start>": _no_key,
    "did not find expected ',' or ']'": _open_bracket,
    "did not find expected ',' or '}'": _open_bracket,
    "did not find expected key": _does_not_fit,
    "did not find expected '-' indicator": _does_not_fit,
}
"""By what the parser says; of its two forms, the Python one differs in the second."""
_UNENDED = {said for said, told in _KNOWN.items() if told in {_odd_beginning, _open_bracket}}


def _cited(text: str) -> str:
    """The beginning of a line, as a message shows it."""
    words, longest = text.strip(), 40
    return f"'{words if len(words) <= longest else words[:longest].rstrip() + ' …'}'"
