"""Every sentence of our own, with where it is written and what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.domain.law import Instrument
from bot.domain.library import Library, brief_references
from bot.domain.model import (
    ENGLISH,
    Boundary,
    Brief,
    Claim,
    Document,
    Event,
    Evidence,
    Figure,
    Person,
    Position,
    Statement,
    Term,
)
from bot.domain.problem import Section, Spot

Voice = Literal["claim", "heading", "remark", "note"]
"""How far a sentence has to be proved.

A *claim* is proved by its own `rests_on`. A *heading* (title, question, content note) is proved by what the sentences
under it rest on. A *remark* is signed by the editors as theirs (definitions, the register) and is held against
everything that the library stores. A *note* rests on a source outside: its figures cannot be checked, its quotation
marks and names can.
"""


@dataclass(frozen=True, slots=True)
class Own:
    """One sentence, or a few that stand together."""

    spot: Spot
    text: str
    voice: Voice
    rests_on: tuple[str, ...] = ()
    """References; a remark rests on everything stored besides."""
    number_ok: str | None = None
    wording_ok: str | None = None


def sentences(library: Library) -> list[Own]:
    """Every sentence of ours that a reader may meet."""
    return [
        *(own for brief in library.briefs.values() for own in _of_brief(brief, library)),
        *(own for figure in library.figures.values() for own in _of_figure(figure)),
        *(own for event in library.events.values() for own in _of_event(event)),
        *(Own(Spot("note", note.id, ("text",)), note.text, "note") for note in library.notes.values()),
        *(own for evidence in library.evidence.values() for own in _of_evidence(evidence)),
        *(own for instrument in library.instruments.values() for own in _of_instrument(instrument)),
        *(own for document in library.documents.values() for own in _of_document(document)),
        *(own for term in library.terms.values() for own in _of_term(term)),
        *(own for person in library.people.values() for own in _of_person(person)),
        *(own for boundary in library.boundaries.values() for own in _of_boundary(boundary)),
    ]


def shown_by(brief: Brief, library: Library) -> tuple[str, ...]:
    """All that a brief rests on, with what its figures rest on in their place; a figure that is missing stays named."""
    references: dict[str, None] = {}
    for reference in brief_references(brief):
        figure = library.figures.get(reference.removeprefix("figure:")) if reference.startswith("figure:") else None
        references.update(dict.fromkeys(_of_statements(figure) if figure else [reference]))
    return tuple(references)


def _of_brief(brief: Brief, library: Library) -> Iterator[Own]:
    told = tuple(dict.fromkeys(key for sentence in (brief.answer, *brief.claims) for key in sentence.rests_on))
    yield Own(Spot("brief", brief.id, ("title",)), brief.title, "heading", told)
    if brief.content_note:
        spot = Spot("brief", brief.id, ("content_note",))
        yield Own(spot, brief.content_note, "heading", shown_by(brief, library))
    yield _proved(Spot("brief", brief.id, ("answer",)), brief.answer)
    for place, claim in enumerate(brief.claims):
        yield _proved(Spot("brief", brief.id, ("claims", place)), claim)
    for place, position in enumerate(brief.positions):
        if position.text:
            yield _proved(Spot("brief", brief.id, ("positions", place)), position)


def _proved(spot: Spot, sentence: Claim | Position) -> Own:
    return Own(
        Spot(spot.section, spot.id, (*spot.path, "text")),
        sentence.text or "",
        "claim",
        sentence.rests_on,
        sentence.number_ok,
        sentence.wording_ok,
    )


def _of_figure(figure: Figure) -> Iterator[Own]:
    below = tuple(_of_statements(figure))
    yield Own(Spot("figure", figure.id, ("question",)), figure.question, "heading", below)
    yield Own(Spot("figure", figure.id, ("why_they_differ",)), figure.why_they_differ, "heading", below)
    for place, statement in enumerate(figure.statements):
        for name, text in _told(statement):
            spot = Spot("figure", figure.id, ("statements", place, name))
            yield Own(spot, text, "claim", statement.rests_on, statement.number_ok)


def _of_statements(figure: Figure) -> Iterator[str]:
    for statement in figure.statements:
        yield from statement.rests_on
    yield from (f"note:{key}" for key in figure.notes)


def _told(statement: Statement) -> Iterator[tuple[str, str]]:
    for name, text in (("counts", statement.counts), ("holder", statement.holder), ("via", statement.via)):
        if text:
            yield name, text


def _of_event(event: Event) -> Iterator[Own]:
    yield Own(
        Spot("event", event.id, ("text",)), event.text, "claim", event.rests_on, event.number_ok, event.wording_ok
    )
    if event.shown_as:
        spot = Spot("event", event.id, ("shown_as",))
        yield Own(spot, event.shown_as, "claim", event.rests_on, event.number_ok)


def _of_evidence(evidence: Evidence) -> Iterator[Own]:
    if evidence.context:
        yield Own(Spot("evidence", evidence.id, ("context",)), evidence.context, "remark")
    if evidence.departs:
        yield Own(Spot("evidence", evidence.id, ("departs", "note")), evidence.departs.note, "note")


def _of_instrument(instrument: Instrument) -> Iterator[Own]:
    for place, article in enumerate(instrument.articles):
        for name, text in (
            ("described", article.described),
            ("not_stored", article.not_stored),
            ("compared", article.compared),
        ):
            if text:
                yield Own(Spot("instrument", instrument.id, ("articles", place, name)), text, "note")
    for place, party in enumerate(instrument.parties):
        if party.standing:
            yield Own(Spot("instrument", instrument.id, ("parties", place, "standing")), party.standing, "note")
        for which, reservation in enumerate(party.reservations):
            if reservation.text:
                path = ("parties", place, "reservations", which, "text")
                yield Own(Spot("instrument", instrument.id, path), reservation.text, "note")


def _of_document(document: Document) -> Iterator[Own]:
    remarks = {"stance": document.stance, "kind": document.kind, "publisher_note": document.publisher_note}
    yield from _remarks("document", document.id, remarks)
    for place, defect in enumerate(document.defects):
        yield Own(Spot("document", document.id, ("defects", place)), defect, "remark")
    if document.date.because:
        yield Own(Spot("document", document.id, ("date", "because")), document.date.because, "remark")


def _of_term(term: Term) -> Iterator[Own]:
    remarks = {"definition": term.definition, "remark": term.remark}
    return _remarks("term", term.id, remarks, term.used_in)


def _of_person(person: Person) -> Iterator[Own]:
    return _remarks("person", person.id, {"role": person.role, "basis": person.basis})


def _of_boundary(boundary: Boundary) -> Iterator[Own]:
    yield from _remarks("boundary", boundary.id, {"title": boundary.title.get(ENGLISH)})
    if ENGLISH in boundary.reply:
        spot = Spot("boundary", boundary.id, ("reply", ENGLISH))
        yield Own(spot, boundary.reply[ENGLISH], "remark")
    for place, help_ in enumerate(boundary.turn_to):
        if text := help_.text.get(ENGLISH):
            yield Own(Spot("boundary", boundary.id, ("turn_to", place, "text")), text, "remark")


def _remarks(section: Section, key: str, texts: dict[str, str | None], rests_on: tuple[str, ...] = ()) -> Iterator[Own]:
    for name, text in texts.items():
        if text:
            yield Own(Spot(section, key, (name,)), text, "remark", rests_on)
