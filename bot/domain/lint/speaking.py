"""Who speaks: whose words or reports the evidence is."""

from collections import defaultdict
from collections.abc import Mapping

from bot.domain.lint.survey import Survey
from bot.domain.model import Evidence


def speaks(evidence: Evidence, actor: str) -> bool:
    """Whether the evidence is the actor's words, or reports them."""
    return actor.casefold() in _speaking(evidence)


def heard(survey: Survey) -> Mapping[str, list[Evidence]]:
    """For each speaker and actor, in small letters, the evidence that is their words or reports them."""
    by_name = defaultdict[str, list[Evidence]](list)
    for evidence in survey.library.evidence.values():
        for name in _speaking(evidence):
            by_name[name].append(evidence)
    return dict(by_name)


def _speaking(evidence: Evidence) -> set[str]:
    return {name.casefold() for name in (evidence.actor, evidence.speaker) if name}
