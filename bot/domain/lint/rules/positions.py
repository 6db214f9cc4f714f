"""Positions: who is accused answers, in their own reported words or by proved silence, and before the others."""

from collections.abc import Iterator

from rapidfuzz import process

from bot.domain.library import Library
from bot.domain.lint.survey import Survey
from bot.domain.model import Brief, Evidence, Position
from bot.domain.problem import Finding, Spot


def missing_positions(survey: Survey) -> Iterator[Finding]:
    """Accused actors without a position, or with theirs after those of others; actors with two."""
    for brief in survey.library.briefs.values():
        actors = [position.actor for position in brief.positions]
        for place, accused in enumerate(brief.accuses):
            if accused not in actors:
                near = process.extractOne(accused, actors, score_cutoff=80)
                yield Finding(
                    Spot("brief", brief.id, ("accuses", place)),
                    f"the brief accuses '{accused}', which has no position",
                    f"did you mean '{near[0]}'?" if near else "add its position, or silent: true if it has no words",
                )
        for place, actor in enumerate(actors):
            if actor in actors[:place]:
                spot = Spot("brief", brief.id, ("positions", place, "actor"))
                yield Finding(spot, f"'{actor}' has two positions", "join them into one")
        if brief.accuses and actors and actors[0] not in brief.accuses:
            spot = Spot("brief", brief.id, ("positions", 0, "actor"))
            what = f"the position of '{actors[0]}' comes before that of {_one_of(brief)}"
            yield Finding(spot, what, "let those whom the brief accuses speak first")


def unfounded_positions(survey: Survey) -> Iterator[Finding]:
    """Positions that rest on nobody's words but others', and silence that is not true."""
    for brief in survey.library.briefs.values():
        for place, position in enumerate(brief.positions):
            spot = Spot("brief", brief.id, ("positions", place, "silent" if position.silent else "rests_on"))
            yield from _faults(spot, position, survey)


def _faults(spot: Spot, position: Position, survey: Survey) -> Iterator[Finding]:
    if position.silent:
        speaking = [evidence.id for evidence in survey.library.evidence.values() if speaks(evidence, position.actor)]
        if speaking:
            what = f"'{position.actor}' is not silent: '{speaking[0]}' has its words"
            yield Finding(spot, what, f"write its position, resting on {', '.join(speaking)}")
    elif not any(speaks(evidence, position.actor) for evidence in _evidence(survey.library, position)):
        what = f"nothing that this rests on has '{position.actor}' as its actor"
        yield Finding(spot, what, "add evidence of what this actor says, or give that evidence its actor:")


def speaks(evidence: Evidence, actor: str) -> bool:
    """Whether the evidence is the actor's words, or reports them."""
    return actor.casefold() in {(evidence.actor or "").casefold(), (evidence.speaker or "").casefold()}


def _evidence(library: Library, position: Position) -> list[Evidence]:
    return [library.evidence[reference] for reference in position.rests_on if reference in library.evidence]


def _one_of(brief: Brief) -> str:
    return " and ".join(f"'{actor}'" for actor in brief.accuses)
