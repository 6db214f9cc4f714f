from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot

FEWEST, MOST = 3, 4
"""Claims of a brief."""


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
def counted_claims(survey: Survey) -> Iterator[Finding]:
    """A brief has three or four claims.

    They stand under the answer on one screen of a phone, the most important first. Who reads five reads none, and
    one or two seldom say what is claimed on either side. This is only a warning.
    """
    for brief in survey.library.briefs.values():
        if not FEWEST <= len(brief.claims) <= MOST:
            yield Finding(
                Spot("brief", brief.id, ("claims",)),
                f"the brief has {len(brief.claims)} claim{'s' * (len(brief.claims) > 1)}, not {FEWEST} or {MOST}",
                "keep the most important, or say what else is claimed",
                warning=True,
            )
