from collections.abc import Iterator
from datetime import timedelta

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot

_A_YEAR = timedelta(days=365)


@rule(
    "V214",
    bad="""
# briefs/boundaries.yaml
secret-landing:
  turn_to:
    - name: The harbour office
      text: It answers questions about the ferry.
      as_of: 2024-05
""",
    good="""
# briefs/boundaries.yaml
secret-landing:
  turn_to:
    - name: The harbour office
      text: It answers questions about the ferry.
      as_of: 2026-05
""",
)
def old_addresses(survey: Survey) -> Iterator[Finding]:
    """Where a person can turn was looked at within the last twelve months.

    A helpline that has closed, or a number that has changed, fails the person who needed it most. It is only a warning:
    an old address may still be right, and a bot should not stop at midnight.
    """
    for boundary in survey.library.boundaries.values():
        for place, each in enumerate(boundary.turn_to):
            if each.as_of and each.as_of.last_day < survey.today - _A_YEAR:
                spot = Spot("boundary", boundary.id, ("turn_to", place, "as_of"))
                what = f"where to turn was last looked at more than twelve months ago ({each.as_of})"
                yield Finding(spot, what, "look whether it is still so, and set as_of anew", warning=True)
