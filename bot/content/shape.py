"""Checks what a file says against the models, and puts what does not fit into words for authors."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from bot.content.yamlfile import Value, Way, YamlFile
from bot.domain.problem import Problem

Shape = TypeVar("Shape", bound=BaseModel)


def shaped(
    file: YamlFile, model: type[Shape], given: Mapping[str, object] | None = None, way: Way = ()
) -> tuple[Shape | None, list[Problem]]:
    """The part of a file at `way` as a model, or the problems with it.

    `given` are fields that the file's name or the part's key decides, not the author.
    """
    value = _part(file, way)
    if not isinstance(value, dict):
        problem = file.problem(way, f"{_kind(value)} stands where keys are expected", "write 'key: value' lines")
        return None, [problem]
    twice = [key for key in given or {} if key in value]
    if twice:
        return None, [
            file.problem((*way, key), f"'{key}' is decided by the file's name or the entry's id", "remove the line")
            for key in twice
        ]
    try:
        return model.model_validate({**value, **(given or {})}), []
    except ValidationError as error:
        return None, list(_problems(file, model, way, error))


def _part(file: YamlFile, way: Way) -> Value:
    value = file.value
    for step in way:
        if isinstance(value, dict):
            value = value[str(step)]
        elif isinstance(value, list):
            value = value[int(step)]
    return value


def _problems(file: YamlFile, model: type[BaseModel], way: Way, error: ValidationError) -> Iterator[Problem]:
    for details in error.errors(include_url=False):
        what, mend = _in_words(details, model)
        yield file.problem((*way, *details["loc"]), what, mend)


_CANNED: Mapping[str, tuple[str, str]] = {
    "missing": ("'{name}' is missing", "add '{name}: …'"),
    "string_too_long": ("'{name}' has {length} characters", "shorten it to at most {max_length}"),
    "int_parsing": ("'{input}' is not a whole number", "write digits only, without separators"),
    "int_type": ("{kind} stands where a whole number is expected", "write digits only"),
    "greater_than_equal": ("{input} is too little", "write {ge} or more"),
    "less_than_equal": ("{input} is too much", "write {le} or less"),
    "bool_parsing": ("'{input}' is neither yes nor no", "write true or false"),
    "bool_type": ("{kind} stands where yes or no is expected", "write true or false"),
    "string_type": ("{kind} stands where text is expected", "write text, in quotation marks if it begins oddly"),
    "tuple_type": ("{kind} stands where a list is expected", "write a list: [one, two], or lines beginning with '- '"),
    "dict_type": ("{kind} stands where keys are expected", "write 'key: value' lines"),
    "model_type": ("{kind} stands where keys are expected", "write 'key: value' lines"),
    "string_too_short": ("the text is empty", "write it, or remove the key"),
    "too_short": ("the list is empty", "give at least one, or remove the key"),
    "literal_error": ("'{input}' is none of the words this key knows", "write one of: {expected}"),
}


def _in_words(details: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    name = str(details["loc"][-1]) if details["loc"] else model.__name__
    given = details["input"]
    context = {"expected": "", "max_length": "", **details.get("ctx", {})}
    match details["type"]:
        case "extra_forbidden":
            known = process.extractOne(name, _field_names(model), score_cutoff=60)
            mend = f"did you mean '{known[0]}'?" if known else "remove it, or see the schema for the keys there are"
            return f"'{name}' is not a key we know", mend
        case "string_pattern_mismatch":
            return f"'{given}' does not have the form of '{name}'", _form(name, str(context["pattern"]))
        case "value_error":
            what, _, mend = str(context["error"]).partition("; ")
            return what, mend or "correct the entry"
        case kind:
            what, mend = _CANNED.get(kind, (details["msg"], "correct '{name}'"))
            words = {**context, "name": name, "input": given, "kind": _kind(given), "length": len(str(given))}
            return what.format(**words), mend.format(**words)


def _form(name: str, pattern: str) -> str:
    """What to write where a text does not fit its pattern."""
    if pattern.startswith("^https"):
        return "write the whole address, beginning with https://"
    if name == "file":
        return "write the bare name of a .txt file; a path that leaves the folder is not read"
    if name == "sha256":
        return "write the 64 hexadecimal digits that 'sha256sum' prints for the file"
    if "a-z0-9" in pattern:
        return "use lower-case letters, digits and single hyphens"
    return f"it has to fit {pattern}"


def _field_names(model: type[BaseModel]) -> set[str]:
    """Every key the model or a model inside it knows."""
    names: set[str] = set()
    schema = model.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        names.update(part.get("properties", {}))
    return names


def _kind(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case dict():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case _:
            return "text"
