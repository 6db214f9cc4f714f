from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot

CLAIMS = 4
"""Of a brief at most."""


@rule(
    "V903",
    bad="""
# briefs/topics/ferry.yaml
claims:
  - {text: The shopkeeper Mara Lind said that “Nobody asked the islanders”., rests_on: [harbour-nobody-asked]}
  - {text: Mara Lind told that islanders were not asked., rests_on: [harbour-nobody-asked]}
  - {text: The rule of the ports asks for a month of notice., rests_on: [article:ports-rule-2]}
  - {text: "A month of notice is due, in the words of the paper.", rests_on: [harbour-month-of-notice]}
  - {text: About 40 people crossed daily., rests_on: [harbour-forty-people]}
""",
    good="""
# briefs/topics/ferry.yaml
claims:
  - {text: The shopkeeper Mara Lind said that “Nobody asked the islanders”., rests_on: [harbour-nobody-asked]}
  - {text: "A month of notice is due, in the words of the paper.", rests_on: [harbour-month-of-notice]}
  - {text: The rule of the ports asks for a month of notice., rests_on: [article:ports-rule-2]}
  - {text: About 40 people crossed daily., rests_on: [harbour-forty-people]}
""",
)
def many_claims(survey: Survey) -> Iterator[Finding]:
    """A brief has at most four claims.

    They stand under the answer on one screen of a phone, the most important first, and who reads five reads none. This
    is only a warning.
    """
    for brief in survey.library.briefs.values():
        if len(brief.claims) > CLAIMS:
            yield Finding(
                Spot("brief", brief.id, ("claims",)),
                f"the brief has {len(brief.claims)} claims, more than {CLAIMS}",
                "keep the most important, or make a second brief of the rest",
                warning=True,
            )
