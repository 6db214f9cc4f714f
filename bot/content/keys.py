"""Which keys a model knows, where in a file, and where a key that stands elsewhere would belong."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.content.yamlfile import Way

_CALLED = {
    "articles": "an article",
    "also_in": "a document of 'also_in'",
    "asked_as": "a way of asking, in 'asked_as'",
    "channels": "a channel",
    "claims": "a claim",
    "paragraphs": "a paragraph",
    "parties": "a party",
    "positions": "a position",
    "reservations": "a reservation",
    "servers": "a server",
    "statements": "a statement",
    "texts": "a text of 'texts'",
    "turn_to": "a body of 'turn_to'",
}
"""What one entry is called of a list or mapping that holds many."""


def model_at(model: type[BaseModel], way: Way) -> type[BaseModel] | None:
    """The model of the part of a file at `way`; None where that is no mapping with keys of ours."""
    found: type[BaseModel] | None = model
    place = list(way)
    while place and found is not None:
        field = found.model_fields.get(str(place.pop(0)))
        found, is_many = (None, False) if field is None else _inside(field.annotation)
        if is_many and place:
            place.pop(0)
        elif is_many:
            return None
    return found


def field_at(model: type[BaseModel], way: Way) -> FieldInfo | None:
    """The field whose value stands at `way`; None where that is a part of a field's value, or unknown."""
    around = model_at(model, way[:-1]) if way else None
    return around.model_fields.get(str(way[-1])) if around is not None else None


def homes(model: type[BaseModel], key: str) -> list[str]:
    """Where a key belongs, in words: `'answer'`, `a claim`; empty where no place knows it."""
    return list(dict.fromkeys(place for place, there in _places(model, "") if key in there.model_fields))


def models_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and every model inside it."""
    yield from dict.fromkeys(there for _, there in _places(model, ""))


def _places(model: type[BaseModel], called: str) -> Iterator[tuple[str, type[BaseModel]]]:
    """Every mapping with keys of ours, with what it is called."""
    yield called, model
    for name, field in model.model_fields.items():
        inside, is_many = _inside(field.annotation)
        if inside is not None:
            yield from _places(inside, _CALLED.get(name, f"an entry of '{name}'") if is_many else f"'{name}'")


def _inside(annotation: Any) -> tuple[type[BaseModel] | None, bool]:  # noqa: ANN401 - any annotation of a field
    """The model that a field's values have, and whether there are many of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    is_many = get_origin(annotation) in {tuple, dict, list}
    if is_many or get_origin(annotation) in {Union, UnionType, Annotated}:
        for part in get_args(annotation):
            inside, is_inner = _inside(part)
            if inside is not None:
                return inside, is_many or is_inner
    return None, False
