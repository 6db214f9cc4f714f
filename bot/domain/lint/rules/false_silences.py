from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.speaking import heard
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V524",
    bad="""
# briefs/topics/ferry.yaml
positions:
  - actor: Harbour office
    silent: true
""",
    good="""
# briefs/topics/ferry.yaml
positions:
  - actor: Harbour office
    text: About 40 people lost their daily crossing, the office said.
    rests_on: [harbour-forty-people]
""",
)
def false_silences(survey: Survey) -> Iterator[Finding]:
    """A position is silent only where no evidence has words of the actor.

    Readers are told that no document quotes the actor, so that has to be true of all evidence.
    """
    for brief in survey.library.briefs.values():
        for place, position in enumerate(brief.positions):
            speaking = survey.once(heard).get(position.actor.casefold(), []) if position.silent else []
            if speaking:
                spot = Spot("brief", brief.id, ("positions", place, "silent"))
                what = f"'{position.actor}' is not silent: '{speaking[0].id}' has its words"
                listed = ", ".join(evidence.id for evidence in speaking)
                yield Finding(spot, what, f"write its position, resting on {listed}")
