from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot
from bot.domain.text.phrases import spaced_words

FEWEST_NARRATED = 3


@rule(
    "V612",
    bad="""
# briefs/evidence/harbour-2001.yaml
harbour-month-of-notice:
  words: of notice
""",
    good="""
# briefs/evidence/harbour-2001.yaml
harbour-month-of-notice:
  words: no office may end a crossing without a month of notice
""",
)
def empty_narrations(survey: Survey) -> Iterator[Finding]:
    """A narration has three words at the least.

    A word or two of a document's own prose stand in many places and prove nothing. A speaker may say so little.
    """
    for evidence in survey.library.evidence.values():
        if evidence.kind == "narration" and sum(1 for _ in spaced_words(evidence.text)) < FEWEST_NARRATED:
            what = f"'{evidence.text}' alone says nothing"
            yield Finding(Spot("evidence", evidence.id, ("words",)), what, "take in the sentence around it")
