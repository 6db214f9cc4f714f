"""Support: what a sentence of a brief rests on is in the library, and is enough."""

from collections.abc import Iterator

from bot.domain.library import Library
from bot.domain.lint.survey import Survey
from bot.domain.model import Evidence
from bot.domain.problem import Finding, Spot


def only_notes(survey: Survey) -> Iterator[Finding]:
    """Sentences of a brief that rest on editor's notes alone: they are notes, and must be labelled as such."""
    for sentence in survey.sentences:
        if sentence.spot.section != "brief" or sentence.voice != "claim":
            continue
        if all(reference.startswith("note:") for reference in sentence.rests_on):
            yield Finding(
                Spot("brief", sentence.spot.id, (*sentence.spot.path[:-1], "rests_on")),
                "this rests on editor's notes alone, so no document or article says it",
                "list the notes under the brief's notes: instead, or add evidence",
            )


def lonely_evidence(survey: Survey) -> Iterator[Finding]:
    """Evidence flagged never-alone that is all the evidence of a sentence."""
    for sentence in survey.sentences:
        if sentence.voice != "claim":
            continue
        known = _evidence(survey.library, sentence.rests_on)
        if known and all("never-alone" in evidence.flags for evidence in known):
            yield Finding(
                Spot(sentence.spot.section, sentence.spot.id, (*sentence.spot.path[:-1], "rests_on")),
                f"'{known[0].id}' must never stand alone, and nothing stands beside it",
                "add the narration that it was taken from",
            )


def _evidence(library: Library, references: tuple[str, ...]) -> list[Evidence]:
    return [library.evidence[reference] for reference in references if reference in library.evidence]
