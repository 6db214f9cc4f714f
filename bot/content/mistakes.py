"""What does not fit the models, in words for authors: what is wrong, where, and what to do."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from bot.content.codes import keys as codes
from bot.content.codes import moderation
from bot.content.keys import field_at, homes, model_at
from bot.content.yamlfile import Way, YamlFile
from bot.domain.date import NotADateError
from bot.domain.ids import NotAnIdError
from bot.domain.model.item import LANGUAGE_PATTERN
from bot.domain.problem import Explanation, Problem
from bot.domain.schedule import UnknownZoneError

_ALIKE = 60
_VERY_ALIKE = 80
_NEEDED = 10
"""Of a hundred: a key so much like one of its place was meant to be that one, wherever else it is known."""


_CURLY = re.compile("[\u2018\u201a\u201c\u201e].*[\u2018\u2019\u201c\u201d]", re.DOTALL)
_STRAIGHT = "type straight quotation marks in place of the curly ones, or none"


class MistakeError(ValueError):
    """What a validator objects to, with the rule that is broken; raised where the rule is the content's own."""

    def __init__(self, rule: Explanation, what: str, mend: str) -> None:
        super().__init__(f"{what}; {mend}")
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that does not fit, before its line is known."""

    rule: Explanation
    what: str
    mend: str


def mistakes(
    file: YamlFile, model: type[BaseModel], way: Way, value: Mapping[str, Any], error: ValidationError
) -> Iterator[Problem]:
    """Everything that does not fit, without what only follows from it: a key that was misspelt is not missing too."""
    every = error.errors(include_url=False)
    misspelt = {_home(model, details["loc"], value) for details in every if details["type"] == "extra_forbidden"}
    for details in every:
        is_counted_without_the_mistaken = details["type"] == "too_short" and bool(details["input"])
        if is_counted_without_the_mistaken or (details["type"] == "missing" and details["loc"] in misspelt):
            continue
        mistake = _in_words(details, model, value)
        mend = _STRAIGHT if _is_in_curly_marks(details) else mistake.mend
        yield file.problem(mistake.rule, (*way, *details["loc"]), mistake.what, mend)


def _is_in_curly_marks(details: ErrorDetails) -> bool:
    """Whether one word has marks around it that YAML takes for letters: phones and word processors make them."""
    given = details["input"]
    is_a_word = details["type"] not in {"extra_forbidden", "string_too_long"} and isinstance(given, str)
    return is_a_word and _CURLY.fullmatch(given) is not None


def meant(model: type[BaseModel], way: Way, given: Container[str]) -> str | None:
    """The key of its place that an unknown one was meant to be, of those not given already; None if no one can tell."""
    around, key = model_at(model, way[:-1]), str(way[-1])
    if around is None:
        return None
    free = {name: _likeness(key, name, field) for name, field in around.model_fields.items() if name not in given}
    best = max(free, key=lambda name: free[name], default="")
    return best if free.get(best, 0) >= (_VERY_ALIKE if homes(model, key) else _ALIKE) else None


def _likeness(key: str, name: str, field: FieldInfo) -> float:
    """Of a hundred, and above: a beginning counts as much, and a key that has to be there was more likely meant."""
    is_beginning = len(key) > 2 and (name.startswith(key) or key.startswith(name))  # noqa: PLR2004 - two letters begin too much
    return max(fuzz.ratio(key, name), _VERY_ALIKE if is_beginning else 0) + (_NEEDED if field.is_required() else 0)


def kind(value: object) -> str:
    """What stands somewhere, as authors call it."""
    match value:
        case None:
            return "nothing"
        case dict():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case _:
            return "text"


def _home(model: type[BaseModel], way: Way, value: Mapping[str, Any]) -> Way:
    """The way to the key that an unknown one was meant to be."""
    known = meant(model, way, _keys_around(value, way))
    return (*way[:-1], known or "")


def _keys_around(value: Any, way: Way) -> Container[str]:  # noqa: ANN401 - any part of a file
    for step in way[:-1]:
        value = value[step]
    return value


_CANNED: Mapping[str, tuple[Explanation, str, str]] = {
    "missing": (codes.MISSING_KEY, "'{name}' is missing", "add '{name}: …'"),
    "string_too_long": (
        codes.WRONG_LENGTH,
        "'{name}' has {length} characters",
        "shorten it to at most {max_length}",
    ),
    "string_too_short": (codes.WRONG_LENGTH, "'{name}' is an empty text", "write it, or remove the key"),
    "too_long": (codes.WRONG_LENGTH, "'{name}' has {actual_length} entries", "leave at most {max_length}"),
    "too_short": (codes.UNFILLED, "the list '{name}' is empty", "give at least one"),
    "int_parsing": (codes.NOT_A_NUMBER, "'{input}' is not a whole number", "write digits only, without separators"),
    "int_parsing_size": (
        codes.NOT_A_NUMBER,
        "the number has {length} characters",
        "write one that can be read, in digits only",
    ),
    "int_type": (codes.NOT_A_NUMBER, "{kind} stands where a whole number is expected", "write digits only"),
    "greater_than_equal": (codes.NOT_A_NUMBER, "{input} is too little", "write {ge} or more"),
    "less_than_equal": (codes.NOT_A_NUMBER, "{input} is too much", "write {le} or less"),
    "bool_parsing": (codes.UNKNOWN_WORD, "'{input}' is neither yes nor no", "write true or false"),
    "bool_type": (codes.UNKNOWN_WORD, "{kind} stands where yes or no is expected", "write true or false"),
    "literal_error": (codes.UNKNOWN_WORD, "'{input}' is none of the words that '{name}' knows", "write {expected}"),
    "string_type": (
        codes.WRONG_KIND,
        "{kind} stands where text is expected",
        "write text, in quotation marks if it begins oddly",
    ),
    "tuple_type": (
        codes.WRONG_KIND,
        "{kind} stands where a list is expected",
        "write a list: [one, two], or lines beginning with '- '",
    ),
    "dict_type": (codes.WRONG_KIND, "{kind} stands where keys are expected", "write 'key: value' lines"),
    "model_type": (codes.WRONG_KIND, "{kind} stands where keys are expected", "write 'key: value' lines"),
}


_OF_THE_DOMAIN: Mapping[type, Explanation] = {
    NotADateError: codes.NOT_A_DATE,
    NotAnIdError: moderation.NOT_AN_ID,
    UnknownZoneError: moderation.UNKNOWN_ZONE,
}
"""The rules that errors of the domain break, which knows no codes."""


def _in_words(details: ErrorDetails, model: type[BaseModel], value: Mapping[str, Any]) -> Mistake:
    way, given, context = details["loc"], details["input"], details.get("ctx", {})
    keys = [step for step in (way[:-2] if way[-1:] == ("[key]",) else way) if isinstance(step, str)]
    name = keys[-1] if keys else model.__name__
    match details["type"]:
        case "extra_forbidden":
            return _unknown_key(model, way, value)
        case "missing":
            return _canned(details, name)
        case _ if given is None:
            return _unfilled(model, way, name)
        case "string_pattern_mismatch":
            return _form(str(given), name, str(context["pattern"]))
        case "value_error":
            return _refused(context["error"])
        case _:
            return _canned(details, name)


def _canned(details: ErrorDetails, name: str) -> Mistake:
    given = details["input"]
    rule, what, mend = _CANNED.get(
        details["type"], (codes.CONTRADICTION, details["msg"].replace("{", "{{").replace("}", "}}"), "correct '{name}'")
    )
    words = {
        "expected": "",
        "max_length": "",
        **details.get("ctx", {}),
        "name": name,
        "input": given,
        "kind": kind(given),
        "length": len(str(given)),
    }
    return Mistake(rule, what.format(**words), mend.format(**words))


def _refused(error: object) -> Mistake:
    """What a validator of ours said."""
    what, _, mend = str(error).partition("; ")
    rule = _OF_THE_DOMAIN.get(type(error)) or getattr(error, "rule", codes.CONTRADICTION)
    return Mistake(rule, what, mend or "correct the entry")


def _unknown_key(model: type[BaseModel], way: Way, value: Mapping[str, Any]) -> Mistake:
    name = str(way[-1])
    known = meant(model, way, _keys_around(value, way))
    if known is not None:
        return Mistake(codes.UNKNOWN_KEY, f"'{name}' is not a key we know", f"did you mean '{known}'?")
    places = homes(model, name)
    if places:
        belongs = " or ".join(f"under {place}" if place else "at the top, not under another key" for place in places)
        return Mistake(codes.MISPLACED_KEY, f"'{name}' stands in the wrong place", f"it belongs {belongs}")
    around = model_at(model, way[:-1]) or model
    keys = ", ".join(key for key in around.model_fields if key != "id")
    return Mistake(codes.UNKNOWN_KEY, f"'{name}' is not a key we know", f"remove it, or use one of: {keys}")


def _unfilled(model: type[BaseModel], way: Way, name: str) -> Mistake:
    field = field_at(model, way)
    mend = "write it after the ':'" if field is None or field.is_required() else "write it, or remove the line"
    return Mistake(codes.UNFILLED, f"'{name}' is not filled in", mend)


def _form(given: str, name: str, pattern: str) -> Mistake:
    """What to write where a text does not fit its pattern."""
    words = re.fullmatch(r"\^\((\w+(?:\|\w+)*)\)\$", pattern)
    if words:
        nearest = process.extractOne(given, words[1].split("|"), score_cutoff=_ALIKE)
        mend = f"did you mean '{nearest[0]}'? There are " if nearest else "write one of "
        known = "languages of Discord's interface" if pattern == LANGUAGE_PATTERN else f"words that '{name}' knows"
        what = f"'{given}' is none of the {known}"
        return Mistake(codes.UNKNOWN_WORD, what, mend + words[1].replace("|", ", "))
    return Mistake(codes.WRONG_FORM, f"'{given}' does not have the form of '{name}'", _how(name, pattern))


def _how(name: str, pattern: str) -> str:
    if pattern.startswith("^https"):
        return "write the whole address, beginning with https://"
    if name == "file":
        return "write the bare name of a .txt file; a path that leaves the folder is not read"
    if name == "time":
        return "write hours and minutes, such as 09:00"
    if name == "sha256":
        return "write the 64 hexadecimal digits that 'sha256sum' prints for the file"
    if "a-z0-9" in pattern:
        return "use lower-case letters, digits and single hyphens"
    return f"it has to fit {pattern}"
