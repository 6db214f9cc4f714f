"""The sources outside the documents, with where they are named."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.library import Library
from bot.domain.lint.survey import Survey
from bot.domain.model import Source
from bot.domain.problem import Section, Spot


@dataclass(frozen=True, slots=True)
class Sourced:
    """A source, and where it is named."""

    spot: Spot
    source: Source

    def at(self, field: str) -> Spot:
        """Where a field of it is written."""
        return Spot(self.spot.section, self.spot.id, (*self.spot.path, field))


def sources(survey: Survey) -> list[Sourced]:
    """Every source of a note, of a quotation's original and of a state's standing."""
    return [Sourced(Spot(section, key, path), source) for section, key, path, source in _all(survey.library)]


def _all(library: Library) -> Iterator[tuple[Section, str, tuple[str | int, ...], Source]]:
    for note in library.notes.values():
        yield "note", note.id, ("source",), note.source
    for evidence in library.evidence.values():
        if evidence.departs and evidence.departs.source:
            yield "evidence", evidence.id, ("departs", "source"), evidence.departs.source
    for instrument in library.instruments.values():
        for place, party in enumerate(instrument.parties):
            if party.source:
                yield "instrument", instrument.id, ("parties", place, "source"), party.source
            for which, reservation in enumerate(party.reservations):
                if reservation.source:
                    path = ("parties", place, "reservations", which, "source")
                    yield "instrument", instrument.id, path, reservation.source
