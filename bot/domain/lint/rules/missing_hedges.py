from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.statements import stated
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding


@rule(
    "V343",
    bad="""
# briefs/figures.yaml
people-without-a-crossing:
  statements:
    - low: 40
      high: 40
      as_of: 2001-05
      counts: people who crossed daily
      holder: The harbour office
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
def missing_hedges(survey: Survey) -> Iterator[Finding]:
    """A statement has a hedge where its evidence has one.

    A number that was given as an estimate would otherwise be shown as a count.
    """
    for it in survey.once(stated):
        if it.statement.hedge:
            continue
        texts = (survey.read(text.undated) for text in it.ground.texts)
        hedges = [hedge for text in texts for hedge in survey.hedges.in_plain(text.plain)]
        if hedges:
            what = f"the evidence says '{hedges[0]}', and the statement has no hedge"
            yield Finding(it.spot("counts"), what, f"add hedge: {hedges[0]}")
