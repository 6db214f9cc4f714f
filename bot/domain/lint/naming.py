"""Every text of ours that may name somebody."""

from collections.abc import Iterator

from bot.domain.lint.prose import Prose
from bot.domain.lint.survey import Survey
from bot.domain.problem import Spot


def naming(survey: Survey) -> list[tuple[Spot, Prose]]:
    """Sentences, and who speaks, through whom and for whom."""
    return [(spot, survey.read(text)) for spot, text in _texts(survey)]


def _texts(survey: Survey) -> Iterator[tuple[Spot, str]]:
    for sentence in survey.sentences:
        yield sentence.spot, sentence.text
    for evidence in survey.library.evidence.values():
        for field, text in (
            ("speaker", evidence.speaker),
            ("role", evidence.role),
            ("actor", evidence.actor),
            ("via", evidence.via),
        ):
            if text:
                yield Spot("evidence", evidence.id, (field,)), text
    for brief in survey.library.briefs.values():
        for place, position in enumerate(brief.positions):
            yield Spot("brief", brief.id, ("positions", place, "actor")), position.actor
        for place, actor in enumerate(brief.accuses):
            yield Spot("brief", brief.id, ("accuses", place)), actor
