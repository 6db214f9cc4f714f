"""What changed between two libraries, in words and line by line, and whose receipts changed with it."""

from collections.abc import Iterator, Mapping
from typing import cast

from bot.domain import receipts
from bot.domain.changes import Changes, asked_for, changes, items_of
from bot.domain.difference import differences
from bot.domain.library import Library
from bot.domain.model import Item
from bot.domain.problem import Section

_MINUS = "\N{MINUS SIGN}"
_ANSWERED: frozenset[Section] = frozenset(("brief", "boundary", "document", "figure", "person", "term"))
"""The sections whose items are answers of their own, of a kind that is called the same."""

Texts = dict[tuple[str | int, ...], str]


def retold(old: Library, new: Library) -> Iterator[str]:
    """What was added, removed and changed, as lines of plain text; nothing where the libraries say the same."""
    found = changes(old, new)
    for section, key in found.added:
        yield f"+ {section} {key}"
    for section, key in found.removed:
        yield f"{_MINUS} {section} {key}"
    before, after = _values(old), _values(new)
    for change in found.changed:
        place = (change.section, change.id)
        yield f"{change.section} {change.id}:"
        for name, _ in change.fields:
            yield from _field(name, before[place].get(name), after[place].get(name))


def receipts_changed(old: Library, new: Library) -> dict[str, tuple[str, str | None]]:
    """The answers of the old library that have another receipt now, or none: `brief:ferry` with both."""
    found: dict[str, tuple[str, str | None]] = {}
    for item in _answers(old):
        was, now = receipts.of_item(old, item), receipts.of_item(new, item)
        if was is not None and was != now:
            found[item] = (was, now)
    return found


def answers_changed(old: Library, new: Library) -> list[str]:
    """The answers in which something was itself changed; of what only is part of one, those that rest on it."""
    found = changes(old, new)
    changed = receipts_changed(old, new)
    named = (item for section, key in _touched(found) for item in _of(old, section, key))
    return [item for item in dict.fromkeys(named) if item in changed]


def _touched(found: Changes) -> Iterator[tuple[Section, str]]:
    for change in found.changed:
        yield change.section, change.id
    yield from found.removed


def _of(library: Library, section: Section, key: str) -> Iterator[str]:
    match section:
        case "evidence" if key in library.quotations:
            yield f"quotation:{key}"
        case "evidence":
            yield from (f"brief:{brief}" for brief in library.briefs_using.get(key, ()))
        case "note":
            yield from (f"brief:{brief}" for brief in library.briefs_using.get(f"note:{key}", ()))
        case "event":
            yield from (f"timeline:{brief}" for brief in library.events[key].topics if brief in library.briefs)
        case "instrument":
            yield f"{section}:{key}"
            yield from (f"article:{each.id}" for each in library.provisions.values() if each.instrument.id == key)
        case _ if section in _ANSWERED:
            yield f"{section}:{key}"
        case _:
            pass


def _answers(library: Library) -> Iterator[str]:
    """Everything that has a receipt, as kind and id."""
    kinds: Mapping[str, Mapping[str, object]] = {
        "brief": library.briefs,
        "quotation": library.quotations,
        "article": library.provisions,
        "instrument": library.instruments,
        "figure": library.figures,
        "term": library.terms,
        "document": library.documents,
        "person": library.people,
        "timeline": library.events_on,
        "boundary": library.boundaries,
    }
    yield from (f"{kind}:{key}" for kind, items in kinds.items() for key in items)


def _values(library: Library) -> dict[tuple[Section, str], Mapping[str, object]]:
    """What stands in every item, and how people ask for it, by the names of the fields."""
    asked = asked_for(library)
    return {place: {**item.__dict__, "asked": asked.get(place)} for place, item in items_of(library).items()}


def _field(name: str, old: object, new: object) -> Iterator[str]:
    """The texts in a field that differ: word by word where both have one at a place, else the whole."""
    before, after = _texts(old), _texts(new)
    moved = set(before.values()) & set(after.values())
    for way in dict.fromkeys([*before, *after]):
        was, now = before.get(way), after.get(way)
        if was == now:
            continue
        where = ".".join(map(str, (name, *(step + 1 if isinstance(step, int) else step for step in way))))
        if was is not None and now is not None and not {was, now} & moved:
            yield f"  {where}: {_marked(was, now)}"
            continue
        if was is not None and was not in moved:
            yield f"  {where}: [{_MINUS}{was}]"
        if now is not None and now not in moved:
            yield f"  {where}: [+{now}]"
    if before != after and sorted(before.values()) == sorted(after.values()):
        yield f"  {name}: in another order"


def _texts(value: object) -> Texts:
    """Every text and number in a value, by the way to it."""
    if isinstance(value, Item):
        parts: Iterator[tuple[str | int, object]] = iter(value.__dict__.items())
    elif isinstance(value, dict):
        parts = iter(cast("dict[str, object]", value).items())
    elif isinstance(value, tuple | list):
        parts = iter(enumerate(cast("tuple[object, ...]", value)))
    else:
        return {} if value is None else {(): str(value)}
    return {(step, *way): text for step, part in parts for way, text in _texts(part).items()}


def _marked(old: str, new: str) -> str:
    pieces = differences(old, new)
    parts: list[str] = []
    for piece in pieces:
        if piece.kind == "same":
            parts.append(piece.other.strip())
            continue
        if piece.original.strip():
            parts.append(f"[{_MINUS}{piece.original.strip()}]")
        if piece.other.strip():
            parts.append(f"[+{piece.other.strip()}]")
    return " ".join(parts)
