from collections.abc import Iterator
from fractions import Fraction

from bot.domain.lint.rule import rule
from bot.domain.lint.statements import stated
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding
from bot.domain.text.numbers import values


@rule(
    "V341",
    bad="""
# briefs/figures.yaml
people-without-a-crossing:
  statements:
    - low: 40
      high: 45
      as_of: 2001-05
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
def unproved_bounds(survey: Survey) -> Iterator[Finding]:
    """Both bounds of a statement stand in what the statement rests on.

    A figure is shown as a chart, and a chart is believed. Where a bound is worked out, `number_ok` names it and says
    how.
    """
    for it in survey.once(stated):
        excused = values(it.statement.number_ok or "")
        for name, bound in (("low", it.statement.low), ("high", it.statement.high)):
            if bound is not None and bound not in it.ground.values and Fraction(bound) not in excused:
                what = f"{bound} stands in nothing that this statement rests on"
                mend = "take the value from the evidence, or explain it by name in number_ok"
                yield Finding(it.spot(name), what, mend)
