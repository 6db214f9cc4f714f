from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V402",
    bad="""
# briefs/timeline.yaml
ferry-stopped:
  date: 2001-06
  until: 2001-05
""",
    good="""
# briefs/timeline.yaml
ferry-stopped:
  date: 2001-05
  until: 2001-06
""",
)
def reversed_events(survey: Survey) -> Iterator[Finding]:
    """An event ends after it begins.

    The timeline is in the order of the first of the two dates.
    """
    for event in survey.library.events.values():
        if event.until and event.until.last_day < event.date.first_day:
            spot = Spot("event", event.id, ("until",))
            yield Finding(spot, "the event ends before it begins", "swap the two dates")
