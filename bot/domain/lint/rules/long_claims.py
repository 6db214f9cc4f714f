from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot

WORDS = 24
"""Of a claim at most: three lines of a phone."""


@rule(
    "V902",
    bad="""
# briefs/topics/ferry.yaml
claims:
  - text: >-
      The shopkeeper Mara Lind said that “Nobody asked the islanders” before the crossing ended, and that they read of
      it later, as everybody else, on a poster.
    rests_on: [harbour-nobody-asked]
  - text: >-
      A rule of the ports, in the words of the paper, says that no office may end a crossing without a month of notice.
    rests_on: [harbour-month-of-notice]
  - text: The rule itself says the same of every port office.
    rests_on: [article:ports-rule-2]
""",
    good="""
# briefs/topics/ferry.yaml
claims:
  - text: The shopkeeper Mara Lind said that “Nobody asked the islanders” before the crossing ended.
    rests_on: [harbour-nobody-asked]
  - text: >-
      A rule of the ports, in the words of the paper, says that no office may end a crossing without a month of notice.
    rests_on: [harbour-month-of-notice]
  - text: The rule itself says the same of every port office.
    rests_on: [article:ports-rule-2]
""",
)
def long_claims(survey: Survey) -> Iterator[Finding]:
    """A claim has at most 24 words.

    One claim says one thing. Two of them in one sentence share their proof, and nobody can tell which number belongs to
    which half. This is only a warning.
    """
    for brief in survey.library.briefs.values():
        for place, claim in enumerate(brief.claims):
            words = len(claim.text.split())
            if words > WORDS:
                yield Finding(
                    Spot("brief", brief.id, ("claims", place, "text")),
                    f"the claim has {words} words, more than {WORDS}",
                    "say one thing, or make two claims of it",
                    warning=True,
                )
