from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V611",
    bad="""
# briefs/evidence/harbour-2001.yaml
harbour-notice-again:
  kind: narration
  words: no office may end a crossing without a month of notice
  paragraph: 7
  compares: ports-rule-2
""",
    good="""
# briefs/evidence/harbour-2001.yaml
harbour-month-of-notice:
  kind: narration
  words: no office may end a crossing without a month of notice
  paragraph: 7
  compares: ports-rule-2
""",
)
def repeated_evidence(survey: Survey) -> Iterator[Finding]:
    """No passage is registered twice, neither under two ids nor as its own second document.

    Two ids for the same words look like two proofs.
    """
    first: dict[tuple[tuple[str, int, int, int], ...], str] = {}
    for evidence in survey.library.evidence.values():
        for passages in (evidence.passages, *evidence.also_passages):
            places = tuple((place.document, place.paragraph, place.start, place.end) for place in passages)
            if places in first:
                what = f"the same words of the same place are '{first[places]}' already"
                yield Finding(Spot("evidence", evidence.id, ("words",)), what, "keep one of the two")
            first.setdefault(places, evidence.id)
