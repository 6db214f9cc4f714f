"""What a new library has that the old one had not: told to the desk after a reload."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from bot.domain.library import Library
from bot.domain.model import Item
from bot.domain.problem import Section


@dataclass(frozen=True, slots=True)
class Changed:
    """An item that both libraries have, and how many entries of which of its fields differ: `(("claims", 1),)`."""

    section: Section
    id: str
    fields: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference of two libraries, item by item; false where there is none."""

    added: tuple[tuple[Section, str], ...]
    removed: tuple[tuple[Section, str], ...]
    changed: tuple[Changed, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def changes(old: Library, new: Library) -> Changes:
    """Compare two libraries; items are the same when their section and id are."""
    before, after = items_of(old), items_of(new)
    asked_before, asked_after = asked_for(old), asked_for(new)
    return Changes(
        added=tuple(place for place in after if place not in before),
        removed=tuple(place for place in before if place not in after),
        changed=tuple(
            Changed(*place, fields)
            for place, item in after.items()
            if place in before
            and (
                fields := (
                    *_fields(before[place], item),
                    *_asked(asked_before.get(place, ()), asked_after.get(place, ())),
                )
            )
        ),
    )


def items_of(library: Library) -> dict[tuple[Section, str], Item]:
    """Everything in a library, by its section and id."""
    return {(section, key): item for section, items in _sections(library).items() for key, item in items.items()}


def _sections(library: Library) -> dict[Section, Mapping[str, Item]]:
    return {
        "brief": library.briefs,
        "document": library.documents,
        "evidence": library.evidence,
        "instrument": library.instruments,
        "note": library.notes,
        "figure": library.figures,
        "event": library.events,
        "term": library.terms,
        "person": library.people,
        "boundary": library.boundaries,
        "introduction": library.introductions,
        "correction": library.corrections,
        "wording": {"wording": library.wording},
    }


def _fields(old: Item, new: Item) -> tuple[tuple[str, int], ...]:
    if old == new:
        return ()
    pairs = {name: (getattr(old, name), getattr(new, name)) for name in type(new).model_fields}
    return tuple((name, _entries(*pair)) for name, pair in pairs.items() if pair[0] != pair[1])


def asked_for(library: Library) -> dict[tuple[str, str], tuple[str, ...]]:
    """How people ask for each item that authors write, for articles with their law."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for (kind, key), phrases in library.asked.items():
        place = ("instrument", library.provisions[key].instrument.id) if kind == "article" else (kind, key)
        found[place] = (*found.get(place, ()), *phrases)
    return found


def _asked(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """The phrases that differ, as a field of the item that they stand for in a file of their own."""
    return (("asked", _entries(old, new)),) if old != new else ()


def _entries(old: object, new: object) -> int:
    """How many entries of a list differ; a field that is no list, and a mere change of order, count as one."""
    if not (isinstance(old, tuple) and isinstance(new, tuple)):
        return 1
    before, after = cast("Sequence[object]", old), cast("Sequence[object]", new)
    return max(sum(entry not in before for entry in after), sum(entry not in after for entry in before), 1)
