"""Files that stand in the folder of another kind: told by what they say, once, and not read as what they are not."""

from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from pydantic import BaseModel

from bot.content.codes.files import UNKNOWN_FILE
from bot.content.yamlfile import Value, YamlFile
from bot.domain.law import Instrument
from bot.domain.model import Boundary, Brief, DocumentEntry, Event, EvidenceEntry, Figure, Note, Person, Term
from bot.domain.problem import Problem, Section

_ENOUGH: Final = 0.75


class _Place(NamedTuple):
    """What stands in a place, and what it is called."""

    section: Section
    model: type[BaseModel]
    called: str


_ITEMS: Final[Mapping[str, _Place]] = {
    "topics/": _Place("brief", Brief, "a briefing"),
    "instruments/": _Place("instrument", Instrument, "a treaty or law"),
}
"""Where each file is one item."""
_ENTRIES: Final[Mapping[str, _Place]] = {
    "evidence/": _Place("evidence", EvidenceEntry, "evidence"),
    "figures.yaml": _Place("figure", Figure, "figures"),
    "timeline.yaml": _Place("event", Event, "events"),
    "glossary.yaml": _Place("term", Term, "terms of the glossary"),
    "notes.yaml": _Place("note", Note, "editor's notes"),
    "people.yaml": _Place("person", Person, "people"),
    "boundaries.yaml": _Place("boundary", Boundary, "boundaries"),
    "documents.yaml": _Place("document", DocumentEntry, "a register of documents"),
}
"""Where each key of a file is one."""
_DECIDED: Final = {"id", "document"}
"""Keys that the place of an entry decides."""


class Misplaced(NamedTuple):
    """What to say of a file, and the items that it would have."""

    problem: Problem
    items: tuple[tuple[Section, str], ...]


def misplaced(file: YamlFile, stem: str, folder: str) -> Misplaced | None:
    """A file that says what belongs elsewhere; None where it may stand in its folder.

    Only what fits another place well, and its own badly, is taken for misplaced: anything else has mistakes in it.
    """
    if not isinstance(file.value, dict) or not file.value:
        return None
    fits = {place: _fit(file.value, of.model) for place, of in _ITEMS.items()}
    fits |= {place: _fit_of_all(file.value.values(), of.model) for place, of in _ENTRIES.items()}
    best = max(fits, key=lambda place: fits[place])
    if fits[best] < _ENOUGH or fits.get(folder, 0) > 1 - _ENOUGH:
        return None
    section, _, called = _ITEMS.get(best) or _ENTRIES[best]
    mend = f"move it to {best}" if best.endswith("/") else f"move what it says to {best}"
    problem = file.problem(UNKNOWN_FILE, (), f"this looks like {called}, which {folder} is not for", mend)
    return Misplaced(problem, tuple((section, key) for key in ([stem] if best in _ITEMS else file.value)))


def _fit(keys: Collection[str], model: type[BaseModel]) -> float:
    """How much of what has to stand in an item does, and how much of what does is known."""
    fields = {name: field.is_required() for name, field in model.model_fields.items() if name not in _DECIDED}
    required = [name for name, is_required in fields.items() if is_required]
    known = sum(key in fields for key in keys) / max(1, len(keys))
    return known * sum(name in keys for name in required) / max(1, len(required))


def _fit_of_all(entries: Collection[Value], model: type[BaseModel]) -> float:
    return sum(_fit(entry, model) if isinstance(entry, dict) else 0 for entry in entries) / len(entries)
