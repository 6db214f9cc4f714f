from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V407",
    bad="""
# briefs/corrections.yaml
ferry-passengers:
  day: 2091-02-04
  item: brief:ferry
  was: ferry@3f9c2afa
  wrong: It said that the ferry stopped for good.
  now: It says when the ferry ran again.
  why: We had read one document only.
""",
    good="""
# briefs/corrections.yaml
ferry-passengers:
  day: 2026-02-04
  item: brief:ferry
  was: ferry@3f9c2afa
  wrong: It said that the ferry stopped for good.
  now: It says when the ferry ran again.
  why: We had read one document only.
""",
)
def corrections_to_come(survey: Survey) -> Iterator[Finding]:
    """A correction is of a day that has been.

    It is announced as soon as it is read.
    """
    for key, correction in survey.library.corrections.items():
        if correction.day.first_day > survey.today:
            spot = Spot("correction", key, ("day",))
            yield Finding(spot, f"{correction.day} has not been yet", "write the day on which it was corrected")
