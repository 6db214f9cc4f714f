"""References: every id that an item names must be the id of something."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import process

from bot.domain.law import Instrument
from bot.domain.library import Library
from bot.domain.lint.survey import Survey
from bot.domain.model import Brief, Evidence, Figure
from bot.domain.problem import Finding, Section, Spot


@dataclass(frozen=True, slots=True)
class Named:
    """An id that an item names, where it does, and of what kind it must be; `support` is what `rests_on` may hold."""

    spot: Spot
    id: str
    kind: str


def dangling_references(survey: Survey) -> Iterator[Finding]:
    """Ids that nothing has, and ids named twice in one list."""
    known = _known(survey.library)
    seen: set[tuple[Spot, str]] = set()
    for named in references(survey.library):
        around = Spot(named.spot.section, named.spot.id, named.spot.path[:-1])
        if named.spot.path and isinstance(named.spot.path[-1], int):
            if (around, named.id) in seen:
                yield Finding(named.spot, f"'{named.id}' is in this list twice", "remove one of the two")
            seen.add((around, named.id))
        if named.id not in known[named.kind] and not _is_broken(named, survey):
            yield Finding(named.spot, f"there is no {_word(named)} '{named.id}'", _mend(named, known))
        elif named.id == named.spot.id and named.spot.path[0] == "see_also":
            yield Finding(named.spot, f"'{named.id}' names itself", "remove it")


def references(library: Library) -> Iterator[Named]:
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
        yield Named(Spot("document", document.id, ("label",)), document.label, "label")
    for instrument in library.instruments.values():
        yield from _of_instrument(instrument)


def _of_brief(brief: Brief) -> Iterator[Named]:
    yield Named(Spot("brief", brief.id, ("group",)), brief.group, "group")
    yield from _list("brief", brief.id, ("answer", "rests_on"), brief.answer.rests_on, "support")
    for name, sentences in (("claims", brief.claims), ("positions", brief.positions)):
        for place, sentence in enumerate(sentences):
            yield from _list("brief", brief.id, (name, place, "rests_on"), sentence.rests_on, "support")
    yield from _list("brief", brief.id, ("figures",), brief.figures, "figure")
    yield from _list("brief", brief.id, ("articles",), brief.articles, "article")
    yield from _list("brief", brief.id, ("notes",), brief.notes, "note")
    yield from _list("brief", brief.id, ("see_also",), brief.see_also, "brief")


def _of_figure(figure: Figure) -> Iterator[Named]:
    for place, statement in enumerate(figure.statements):
        yield from _list("figure", figure.id, ("statements", place, "rests_on"), statement.rests_on, "support")
    yield from _list("figure", figure.id, ("notes",), figure.notes, "note")


def _of_evidence(evidence: Evidence) -> Iterator[Named]:
    if evidence.compares:
        yield Named(Spot("evidence", evidence.id, ("compares",)), evidence.compares, "article")
    if evidence.label:
        yield Named(Spot("evidence", evidence.id, ("label",)), evidence.label, "label")


def _of_instrument(instrument: Instrument) -> Iterator[Named]:
    yield from _list("instrument", instrument.id, ("reported",), instrument.reported, "evidence")
    yield from _list("instrument", instrument.id, ("notes",), instrument.notes, "note")
    for place, article in enumerate(instrument.articles):
        yield from _list("instrument", instrument.id, ("articles", place, "notes"), article.notes, "note")


def _list(section: Section, key: str, path: tuple[str | int, ...], ids: Iterable[str], kind: str) -> Iterator[Named]:
    for place, named in enumerate(ids):
        yield Named(Spot(section, key, (*path, place)), named, kind)


def _known(library: Library) -> Mapping[str, set[str]]:
    support = {*library.evidence, *(f"article:{key}" for key in library.provisions)}
    return {
        "support": support | {f"note:{key}" for key in library.notes},
        "evidence": {*library.evidence},
        "article": {*library.provisions},
        "note": {*library.notes},
        "figure": {*library.figures},
        "brief": {*library.briefs},
        "brief or term": {*library.briefs, *library.terms},
        "label": {*library.wording.labels},
        "group": {*library.wording.groups},
    }


def _is_broken(named: Named, survey: Survey) -> bool:
    """Whether it names an item that could not be read: the content layer has said why."""
    kind, _, key = named.id.rpartition(":")
    sections = {section for section, broken in survey.broken if broken == key}
    if (kind or named.kind) == "article":
        return any(section == "instrument" and key.startswith(broken) for section, broken in survey.broken)
    wanted = {kind} if kind else {"evidence"} if named.kind == "support" else set(named.kind.split(" or "))
    return not sections.isdisjoint(wanted)


def _word(named: Named) -> str:
    kind, _, _ = named.id.rpartition(":")
    if named.kind == "support":
        return kind or "evidence"
    return f"{named.kind} of wording.yaml" if named.kind in {"label", "group"} else named.kind


def _mend(named: Named, known: Mapping[str, set[str]]) -> str:
    if named.kind == "support":
        for kind in ("note", "article"):
            if named.id in known[kind]:
                return f"write {kind}:{named.id}"
        bare = named.id.rpartition(":")[2]
        if bare in known["evidence"]:
            return f"write {bare}: evidence is named without a kind"
    nearest = process.extractOne(named.id, sorted(known[named.kind]), score_cutoff=60)
    return f"did you mean '{nearest[0]}'?" if nearest else "correct the id, or write what it should name"
