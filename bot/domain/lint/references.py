"""References: every id that an item names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.domain.law import Instrument
from bot.domain.library import Library
from bot.domain.lint.survey import Survey
from bot.domain.model import Brief, Evidence, Figure
from bot.domain.problem import Section, Spot


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that an item names, where it does, and of what kind it must be; `support` is what `rests_on` may hold."""

    spot: Spot
    id: str
    kind: str


def referring(survey: Survey) -> list[Reference]:
    """Every id that an item of the library under examination names."""
    return list(references(survey.library))


def references(library: Library) -> Iterator[Reference]:
    """Every id that an item names."""
    for brief in library.briefs.values():
        yield from _of_brief(brief)
    for figure in library.figures.values():
        yield from _of_figure(figure)
    for event in library.events.values():
        yield from _list("event", event.id, ("rests_on",), event.rests_on, "support")
        yield from _list("event", event.id, ("topics",), event.topics, "brief")
    for term in library.terms.values():
        yield from _list("term", term.id, ("used_in",), term.used_in, "support")
        yield from _list("term", term.id, ("see_also",), term.see_also, "brief or term")
    for boundary in library.boundaries.values():
        yield from _list("boundary", boundary.id, ("instead",), boundary.instead, "brief")
    for evidence in library.evidence.values():
        yield from _of_evidence(evidence)
    for document in library.documents.values():
        yield Reference(Spot("document", document.id, ("label",)), document.label, "label")
    for instrument in library.instruments.values():
        yield from _of_instrument(instrument)


def _of_brief(brief: Brief) -> Iterator[Reference]:
    yield Reference(Spot("brief", brief.id, ("group",)), brief.group, "group")
    yield from _list("brief", brief.id, ("answer", "rests_on"), brief.answer.rests_on, "support")
    for name, sentences in (("claims", brief.claims), ("positions", brief.positions)):
        for place, sentence in enumerate(sentences):
            yield from _list("brief", brief.id, (name, place, "rests_on"), sentence.rests_on, "support")
    yield from _list("brief", brief.id, ("figures",), brief.figures, "figure")
    yield from _list("brief", brief.id, ("articles",), brief.articles, "article")
    yield from _list("brief", brief.id, ("notes",), brief.notes, "note")
    yield from _list("brief", brief.id, ("see_also",), brief.see_also, "brief")


def _of_figure(figure: Figure) -> Iterator[Reference]:
    for place, statement in enumerate(figure.statements):
        yield from _list("figure", figure.id, ("statements", place, "rests_on"), statement.rests_on, "support")
    yield from _list("figure", figure.id, ("notes",), figure.notes, "note")


def _of_evidence(evidence: Evidence) -> Iterator[Reference]:
    if evidence.compares:
        yield Reference(Spot("evidence", evidence.id, ("compares",)), evidence.compares, "article")
    if evidence.label:
        yield Reference(Spot("evidence", evidence.id, ("label",)), evidence.label, "label")


def _of_instrument(instrument: Instrument) -> Iterator[Reference]:
    yield from _list("instrument", instrument.id, ("reported",), instrument.reported, "evidence")
    yield from _list("instrument", instrument.id, ("notes",), instrument.notes, "note")
    for place, article in enumerate(instrument.articles):
        yield from _list("instrument", instrument.id, ("articles", place, "notes"), article.notes, "note")


def _list(
    section: Section, key: str, path: tuple[str | int, ...], ids: Iterable[str], kind: str
) -> Iterator[Reference]:
    for place, named in enumerate(ids):
        yield Reference(Spot(section, key, (*path, place)), named, kind)
