from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.statements import stated
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding


@rule(
    "V344",
    bad="""
# briefs/figures.yaml
people-without-a-crossing:
  statements:
    - low: 40
      high: 40
      as_of: 2002-05
      counts: people who crossed daily
      holder: The harbour office
      hedge: about
      rests_on: [harbour-forty-people]
""",
    good="""
# briefs/figures.yaml
people-without-a-crossing:
  statements:
    - low: 40
      high: 40
      as_of: 2001-05
      counts: people who crossed daily
      holder: The harbour office
      hedge: about
      rests_on: [harbour-forty-people]
""",
)
def undated_statements(survey: Survey) -> Iterator[Finding]:
    """The date of a statement is one that its evidence or its document gives.

    A number is true of a time. Two that differ may both be right, if they are of different years.
    """
    for it in survey.once(stated):
        if not it.ground.gives(it.statement.as_of):
            what = f"{it.statement.as_of} is no date of what this statement rests on"
            yield Finding(it.spot("as_of"), what, "correct the date")
