"""Who speaks: whose words or reports the evidence is."""

from collections import defaultdict
from collections.abc import Mapping

from bot.domain.lint.survey import Survey
from bot.domain.model import Evidence


def heard(survey: Survey) -> Mapping[str, list[Evidence]]:
    """For each speaker and actor, in small letters, the evidence that is their words or reports them."""
    by_name = defaultdict[str, list[Evidence]](list)
    for evidence in survey.library.evidence.values():
        for name in {(evidence.actor or "").casefold(), (evidence.speaker or "").casefold()}:
            by_name[name].append(evidence)
    return dict(by_name)
