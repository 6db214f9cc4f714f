from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V523",
    bad="""
# briefs/topics/ferry.yaml
accuses: [Harbour office]
positions:
  - actor: Islanders
    text: Nobody asked them, the shopkeeper said.
    rests_on: [harbour-nobody-asked]
  - actor: Harbour office
    text: About 40 people lost their daily crossing, the office said.
    rests_on: [harbour-forty-people]
""",
    good="""
# briefs/topics/ferry.yaml
accuses: [Harbour office]
positions:
  - actor: Harbour office
    text: About 40 people lost their daily crossing, the office said.
    rests_on: [harbour-forty-people]
  - actor: Islanders
    text: Nobody asked them, the shopkeeper said.
    rests_on: [harbour-nobody-asked]
""",
)
def late_positions(survey: Survey) -> Iterator[Finding]:
    """Those whom a brief accuses speak first.

    On the screen of a telephone the first position is the one that is read.
    """
    for brief in survey.library.briefs.values():
        if brief.accuses and brief.positions and brief.positions[0].actor not in brief.accuses:
            spot = Spot("brief", brief.id, ("positions", 0, "actor"))
            accused = " and ".join(f"'{actor}'" for actor in brief.accuses)
            what = f"the position of '{brief.positions[0].actor}' comes before that of {accused}"
            yield Finding(spot, what, "let those whom the brief accuses speak first")
