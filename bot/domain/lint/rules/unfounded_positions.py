from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.speaking import speaks
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V525",
    bad="""
# briefs/topics/ferry.yaml
positions:
  - actor: Harbour office
    text: Nobody asked the people of the island.
    rests_on: [harbour-nobody-asked]
""",
    good="""
# briefs/topics/ferry.yaml
positions:
  - actor: Harbour office
    text: About 40 people lost their daily crossing, the office said.
    rests_on: [harbour-forty-people]
""",
)
def unfounded_positions(survey: Survey) -> Iterator[Finding]:
    """A position rests on words of the actor, or on a report of them.

    What others say of an actor is no position of it. Evidence is an actor's where its `actor` or its `speaker` is named
    as the position names them.
    """
    known = survey.library.evidence
    for brief in survey.library.briefs.values():
        for place, position in enumerate(brief.positions):
            if position.silent or survey.grounds.of(position.rests_on) is None:
                continue
            evidence = [known[reference] for reference in position.rests_on if reference in known]
            if not any(speaks(each, position.actor) for each in evidence):
                spot = Spot("brief", brief.id, ("positions", place, "rests_on"))
                what = f"nothing that this rests on has '{position.actor}' as its actor"
                mend = "add evidence of what this actor says, or give that evidence its actor:"
                yield Finding(spot, what, mend)
