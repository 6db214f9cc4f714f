"""Makes what can be made of an entry with mistakes in it, so that they hide nothing else and accuse nobody else.

What comes out is never shown to anybody: a library with a problem is not used. It stands in for the entry while the
rest of the library is looked at: a person whose `basis` is missing is still somebody we know.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar, cast

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from bot.content.keys import field_at, model_at
from bot.content.mistakes import meant
from bot.content.yamlfile import Way

Shape = TypeVar("Shape", bound=BaseModel)

_TRIES = 3
_FILLERS: tuple[object, ...] = (
    "x",
    "2000",
    "0",
    (),
    ("x",),
    (("x",),),
    {},
    {"x": "x"},
    "x.txt",
    "0" * 64,
    "https://example.org",
)
"""One of them fits almost every field that has to be filled."""


@dataclass(frozen=True)
class Mended(Generic[Shape]):
    """What could be made of an entry, and the ways to what had to be made up."""

    item: Shape | None
    invented: tuple[Way, ...]


def mended(model: type[Shape], value: dict[str, Any], error: ValidationError) -> Mended[Shape]:
    """Rename misspelt keys, leave out unknown ones, and fill in what is missing or does not fit."""
    value = deepcopy(value)
    invented: list[Way] = []
    for _ in range(_TRIES):
        unknown_first = sorted(
            error.errors(include_url=False), key=lambda details: details["type"] != "extra_forbidden"
        )
        for details in unknown_first:
            invented += _mend(model, value, details)
        try:
            return Mended(model.model_validate(value), tuple(invented))
        except ValidationError as again:
            error = again
    return Mended(None, tuple(invented))


def _mend(model: type[BaseModel], value: dict[str, Any], details: ErrorDetails) -> Iterator[Way]:
    """Put one mistake right in `value`; gives the way to what had to be made up for it."""
    way: Way = details["loc"]
    around = _around(value, way)
    if details["type"] == "missing" and around is not None and way[-1] in around:
        return  # it was misspelt
    if details["type"] == "extra_forbidden" and around is not None:
        known = meant(model, way, around)
        content = around.pop(str(way[-1]))
        if known is not None and known not in around:
            around[known] = content
        return
    while way and (field_at(model, way) is None or _around(value, way) is None):
        way = way[:-1]
    around, field = _around(value, way), field_at(model, way)
    if around is None or field is None:
        return
    around.pop(str(way[-1]), None)
    if field.is_required():
        around[str(way[-1])] = _filler(model, way, field)
    yield way


def _around(value: dict[str, Any], way: Way) -> dict[str, Any] | None:
    """The mapping in which the last step of a way is a key."""
    part: Any = value
    try:
        for step in way[:-1]:
            part = part[step]
    except (KeyError, IndexError, TypeError):
        return None
    return cast("dict[str, Any]", part) if way and isinstance(part, dict) else None


def _filler(model: type[BaseModel], way: Way, field: FieldInfo) -> object:
    """Something that fits a field."""
    inside = model_at(model, way)
    if inside is not None:
        return {
            name: _filler(inside, (name,), part) for name, part in inside.model_fields.items() if part.is_required()
        }
    return _fitting(field.rebuild_annotation())


@lru_cache(maxsize=256)
def _fitting(annotation: Any) -> object:  # noqa: ANN401 - any annotation of a field
    """Something that fits an annotation; which, takes some milliseconds to find."""
    fits: TypeAdapter[Any] = TypeAdapter(annotation)
    for filler in (*_words(fits), *_FILLERS):
        try:
            fits.validate_python(filler)
        except ValidationError:
            continue
        return filler
    return None


def _words(fits: TypeAdapter[Any]) -> tuple[str, ...]:
    """The words of a field that knows only some."""
    return tuple(fits.json_schema().get("enum", ()))
