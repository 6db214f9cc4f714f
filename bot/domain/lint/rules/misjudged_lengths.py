from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot
from bot.domain.text.phrases import spaced_words

FEWEST_WORDS = 60
MOST_WORDS = 140
"""In answer and claims together; positions and notes are not counted."""


@rule(
    "V208",
    bad="""
# briefs/topics/ferry.yaml
claims:
  - {text: The shopkeeper Mara Lind said that “Nobody asked the islanders”., rests_on: [harbour-nobody-asked]}
  - {text: The rule of the ports asks for a month of notice., rests_on: [article:ports-rule-2]}
  - {text: About 40 people crossed daily., rests_on: [harbour-forty-people]}
""",
    good="""
# briefs/topics/ferry.yaml
claims:
  - text: >-
      The shopkeeper Mara Lind said that “Nobody asked the islanders” before the crossing ended, and that they read of
      it on a poster.
    rests_on: [harbour-nobody-asked]
  - text: A rule of the ports, in the words of the paper, asks every port office for a month of notice.
    rests_on: [harbour-month-of-notice]
  - text: The rule itself says the same.
    rests_on: [article:ports-rule-2]
""",
)
def misjudged_lengths(survey: Survey) -> Iterator[Finding]:
    """The answer and the claims of a brief have 60 to 140 words together.

    A brief is read in the middle of a conversation: it has to fit on the screen of a telephone, and say enough to be
    worth the press of a button.
    """
    for brief in survey.library.briefs.values():
        texts = [brief.answer.text, *(claim.text for claim in brief.claims)]
        length = sum(1 for text in texts for _ in spaced_words(text))
        if not FEWEST_WORDS <= length <= MOST_WORDS:
            yield Finding(
                Spot("brief", brief.id, ("answer",)),
                f"answer and claims have {length} words together",
                f"a brief has {FEWEST_WORDS} to {MOST_WORDS}; {'say more' if length < FEWEST_WORDS else 'say less'}",
            )
