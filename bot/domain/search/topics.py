"""Which entries are of one topic: a brief, and what it speaks of or rests on."""

from collections.abc import Iterator, Mapping, Sequence

from bot.domain.library import Library, brief_references
from bot.domain.model import Brief, Kind
from bot.domain.search.entries import Entry


class Topics:
    """Built once for the entries of a library."""

    def __init__(self, library: Library, entries: Sequence[Entry]) -> None:
        numbers = {(entry.kind, entry.id): number for number, entry in enumerate(entries)}
        self._parts: Mapping[int, frozenset[int]] = {
            numbers["brief", brief.id]: frozenset(
                numbers[part] for part in _parts_of(brief, library) if part in numbers
            )
            for brief in library.briefs.values()
        }

    def are_one(self, one: int, other: int) -> bool:
        """Whether two entries, by their numbers, are a brief and a part of its topic."""
        return other in self._parts.get(one, ()) or one in self._parts.get(other, ())


def _parts_of(brief: Brief, library: Library) -> Iterator[tuple[Kind, str]]:
    for reference in brief_references(brief):
        kind, _, key = reference.rpartition(":")
        if kind == "figure":
            yield "figure", key
        elif kind == "article":
            yield "article", key
        elif key in library.evidence and not kind:
            yield "quotation", key
            yield "document", library.evidence[key].document
    for term in library.terms.values():
        if brief.id in term.see_also:
            yield "term", term.id
