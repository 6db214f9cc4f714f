"""JSON Schemas of the YAML files, for editors: made from the models that `check` itself uses.

An editor's YAML parser turns what was typed into numbers, yes and no; here every scalar stays text. So the schemas
accept a number where text belongs, a year where a date does, and `yes` for true.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import core_schema

from bot.content.asked import KINDS
from bot.content.descriptions import descriptions
from bot.content.keys import models_in
from bot.content.moderation import Moderation
from bot.domain.law import Instrument
from bot.domain.library import Library
from bot.domain.model import (
    SLUG_LENGTH,
    SLUG_PATTERN,
    Boundary,
    Brief,
    Correction,
    DocumentEntry,
    Event,
    EvidenceEntry,
    Figure,
    Introduction,
    Note,
    Person,
    Term,
    Wording,
)
from bot.domain.search.entries import entries

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest that the usual language server for YAML reads in full."""

_AGREEING: Mapping[str, Schema] = {
    "EvidenceEntry": {
        "if": {"required": ["kind"], "properties": {"kind": {"const": "quotation"}}},
        "then": {"required": ["speaker"]},
    },
    "Help": {"anyOf": [{"not": {"anyOf": [{"required": ["url"]}, {"required": ["phone"]}]}}, {"required": ["as_of"]}]},
    "Statement": {"anyOf": [{"required": ["low"]}, {"required": ["high"]}]},
    "Position": {"anyOf": [{"required": ["text", "rests_on"]}, {"required": ["silent"]}]},
    "Article": {"anyOf": [{"required": ["paragraphs"]}, {"required": ["described", "not_stored"]}]},
}
"""Keys of a model that need one another, as its validator has it."""


def schemas(library: Library | None = None) -> dict[str, Schema]:
    """The schema of every file that people write, by the pattern of its path.

    With a library, its ids, labels and groups are the only ones that a key knows, so that an editor can offer them.
    """
    found = {
        "seeds/documents.yaml": _of_entries(DocumentEntry),
        "briefs/evidence/*.yaml": _of_entries(EvidenceEntry, "document"),
        "briefs/notes.yaml": _of_entries(Note),
        "briefs/people.yaml": _of_entries(Person),
        "briefs/figures.yaml": _of_entries(Figure),
        "briefs/timeline.yaml": _of_entries(Event),
        "briefs/glossary.yaml": _of_entries(Term),
        "briefs/boundaries.yaml": _of_entries(Boundary),
        "briefs/instruments/*.yaml": _of_file(Instrument, "id"),
        "briefs/topics/*.yaml": _of_file(Brief, "id"),
        "briefs/wording.yaml": _of_file(Wording),
        "briefs/asked/*.yaml": _of_asked(library),
        "briefs/library.yaml": _of_entries(Introduction),
        "briefs/corrections.yaml": {**_of_entries(Correction), "type": ["object", "null"]},  # there may have been none
        "moderation.yaml": _of_file(Moderation),
    }
    if library is not None:
        for schema in found.values():
            _name_ids(schema, _ids(library))
    return found


def name_of(pattern: str) -> str:
    """The file of a schema: `topics.schema.json` for `briefs/topics/*.yaml`."""
    path = Path(pattern)
    return f"{path.parent.name if '*' in path.name else path.stem}.schema.json"


def write_schemas(folder: Path, library: Library | None = None) -> Iterator[tuple[str, Path]]:
    """Write every schema into a folder; yields the pattern it is for and its file."""
    folder.mkdir(parents=True, exist_ok=True)
    for pattern, schema in schemas(library).items():
        file = folder / name_of(pattern)
        file.write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        yield pattern, file


class _AsTyped(GenerateJsonSchema):
    """What an editor may make of what authors type."""

    def generate(self, schema: core_schema.CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        return _plain(super().generate(schema, mode))

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        numbers = ["integer"] if "pattern" in schema else ["number", "boolean"]
        return {**super().str_schema(schema), "type": ["string", *numbers]}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return {**super().int_schema(schema), "type": ["integer", "string"], "pattern": r"^-?\d+$"}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        del schema
        return {"enum": [True, False, "yes", "no", "on", "off"]}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        if "enum" in inner:
            return {"enum": [*inner["enum"], None]}
        if "type" in inner:
            kinds: str | list[str] = inner["type"]
            return {**inner, "type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}
        return {"anyOf": [inner, {"type": "null"}]}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        found = super().dict_schema(schema)
        return {**found, "additionalProperties": False} if "patternProperties" in found else found


def _plain(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Without what only repeats the key's name or says that nothing is the default; pairs as the draft writes them."""
    if isinstance(schema, list):
        return [_plain(part) for part in schema]  # pyright: ignore[reportUnknownVariableType] # any list
    if not isinstance(schema, dict):
        return schema
    plain: Schema = {key: _plain(part) for key, part in schema.items()}  # pyright: ignore[reportUnknownVariableType] # any mapping
    if isinstance(plain.get("title"), str):
        del plain["title"]
    if plain.get("default", ...) in (None, [], {}):
        del plain["default"]
    if "prefixItems" in plain:
        plain["items"] = plain.pop("prefixItems")
    return plain


def _of_file(model: type[BaseModel], *decided: str) -> Schema:
    """The schema of a file that is one item, without the fields that its name decides."""
    schema = model.model_json_schema(schema_generator=_AsTyped)
    definitions = schema.get("$defs", {})
    for part in models_in(model):
        written = schema if part is model else definitions[part.__name__]
        for key, told in descriptions(part).items():
            if key in written["properties"]:
                written["properties"][key]["description"] = told
        written.update(_AGREEING.get(part.__name__, {}))
    for name in decided:
        del schema["properties"][name]
        schema["required"].remove(name)
    words = schema["properties"].get("words")
    if words is not None:  # one piece may stand alone
        schema["properties"]["words"] = {"description": words.pop("description"), "anyOf": [words["items"], words]}
    return {"$schema": _DRAFT, **schema}


def _of_entries(model: type[BaseModel], *decided: str) -> Schema:
    """The schema of a file with many items, each below its id."""
    entry = _of_file(model, "id", *decided)
    return {
        "$schema": entry.pop("$schema"),
        "$defs": entry.pop("$defs", {}),
        "type": "object",
        "propertyNames": {"pattern": SLUG_PATTERN, "maxLength": SLUG_LENGTH},
        "additionalProperties": entry,
    }


def _of_asked(library: Library | None) -> Schema:
    """The schema of a file of phrases below the items that they ask for."""
    keys = {"pattern": f"^({'|'.join(KINDS)}):{SLUG_PATTERN.strip('^$')}$"}
    phrases = {
        "type": "string",
        "pattern": r"\S",
        "description": "How people ask for it in everyday words, a phrase a line, of eight words at most.",
    }
    if library is not None:
        keys = {"enum": [f"{entry.kind}:{entry.id}" for entry in entries(library) if entry.kind in KINDS]}
    return {"$schema": _DRAFT, "type": "object", "propertyNames": keys, "additionalProperties": phrases}


def _ids(library: Library) -> Mapping[str, Sequence[str]]:
    """For each key that names something, what it may name."""
    articles, briefs = [*library.provisions, *library.former], [*library.briefs]
    support = [*library.evidence, *(f"article:{key}" for key in articles), *(f"note:{key}" for key in library.notes)]
    return {
        "rests_on": support,
        "used_in": support,
        "reported": [*library.evidence],
        "document": [*library.documents],
        "articles": articles,
        "compares": articles,
        "notes": [*library.notes],
        "figures": [*library.figures],
        "topics": briefs,
        "instead": briefs,
        "see_also": [*briefs, *library.terms],
        "hidden": briefs,
        "brief": briefs,
        "rotate": briefs,
        "label": [*library.wording.labels],
        "group": [*library.wording.groups],
    }


def _name_ids(schema: object, ids: Mapping[str, Sequence[str]]) -> None:
    """Put the ids that there are in place of their form, wherever a key names something."""
    if isinstance(schema, list):
        for part in cast("list[object]", schema):
            _name_ids(part, ids)
    elif isinstance(schema, dict):
        for key, part in cast("dict[str, object]", schema).items():
            form = cast("Schema", part).get("items", part) if isinstance(part, dict) else None
            if ids.get(key) and isinstance(form, dict) and "pattern" in form:
                _name(cast("Schema", form), ids[key])
            else:
                _name_ids(cast("object", part), ids)


def _name(form: Schema, ids: Sequence[str]) -> None:
    nothing = [None] if "null" in form["type"] else []
    for told in ("type", "pattern", "maxLength"):
        form.pop(told, None)
    form["enum"] = [*ids, *nothing]
