"""JSON Schemas of the YAML files, for editors: made from the models that `check` itself uses."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from bot.content.moderation import Moderation
from bot.domain.law import Instrument
from bot.domain.model import Boundary, Brief, DocumentEntry, Event, EvidenceEntry, Figure, Note, Person, Term, Wording

Schema = dict[str, Any]


def schemas() -> dict[str, Schema]:
    """The schema of every content file, by the pattern of its path."""
    return {
        "seeds/documents.yaml": _of_entries(DocumentEntry, "id"),
        "briefs/evidence/*.yaml": _of_entries(EvidenceEntry, "id", "document"),
        "briefs/notes.yaml": _of_entries(Note, "id"),
        "briefs/people.yaml": _of_entries(Person, "id"),
        "briefs/figures.yaml": _of_entries(Figure, "id"),
        "briefs/timeline.yaml": _of_entries(Event, "id"),
        "briefs/glossary.yaml": _of_entries(Term, "id"),
        "briefs/boundaries.yaml": _of_entries(Boundary, "id"),
        "briefs/instruments/*.yaml": _as_typed(Instrument, "id"),
        "briefs/topics/*.yaml": _as_typed(Brief, "id"),
        "briefs/wording.yaml": _as_typed(Wording),
    }


def write_schemas(folder: Path) -> Iterator[tuple[str, Path]]:
    """Write each schema into a folder; yields the pattern it is for and its file."""
    folder.mkdir(parents=True, exist_ok=True)
    for pattern, content in {**schemas(), "moderation.yaml": Moderation.model_json_schema()}.items():
        name = Path(pattern).parent.name if "*" in pattern else Path(pattern).stem
        target = folder / f"{name}.schema.json"
        target.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        yield pattern, target


def _as_typed(model: type[BaseModel], *decided_elsewhere: str) -> Schema:
    """The model's schema without the fields that a file's name or an entry's key decides."""
    schema = model.model_json_schema()
    for name in decided_elsewhere:
        del schema["properties"][name]
        schema["required"].remove(name)
    return schema


def _of_entries(model: type[BaseModel], *decided_elsewhere: str) -> Schema:
    entry = _as_typed(model, *decided_elsewhere)
    definitions = entry.pop("$defs", {})
    return {"type": "object", "additionalProperties": entry, "$defs": definitions}
