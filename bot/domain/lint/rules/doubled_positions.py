from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V522",
    bad="""
# briefs/topics/ferry.yaml
positions:
  - actor: Harbour office
    text: About 40 people lost their daily crossing, the office said.
    rests_on: [harbour-forty-people]
  - actor: Harbour office
    text: The ferry stopped in May 2001, the office said.
    rests_on: [harbour-forty-people]
""",
    good="""
# briefs/topics/ferry.yaml
positions:
  - actor: Harbour office
    text: The ferry stopped in May 2001, and about 40 people lost their daily crossing, the office said.
    rests_on: [harbour-forty-people]
""",
)
def doubled_positions(survey: Survey) -> Iterator[Finding]:
    """An actor has one position in a brief.

    Everybody is heard in the same form, and nobody twice.
    """
    for brief in survey.library.briefs.values():
        actors = [position.actor for position in brief.positions]
        for place, actor in enumerate(actors):
            if actor in actors[:place]:
                spot = Spot("brief", brief.id, ("positions", place, "actor"))
                yield Finding(spot, f"'{actor}' has two positions", "join them into one")
