from collections.abc import Iterator

from rapidfuzz import process

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V521",
    bad="""
# briefs/topics/ferry.yaml
accuses: [Harbour office, Islanders]
""",
    good="""
# briefs/topics/ferry.yaml
accuses: [Harbour office, Islanders]
positions:
  - actor: Harbour office
    text: About 40 people lost their daily crossing, the office said.
    rests_on: [harbour-forty-people]
  - actor: Islanders
    text: Nobody asked them, the shopkeeper said.
    rests_on: [harbour-nobody-asked]
""",
)
def missing_positions(survey: Survey) -> Iterator[Finding]:
    """Whoever a brief accuses has a position in it.

    Nobody is spoken of without being heard. Where no document has the actor's words, the position says `silent: true`,
    and readers are told so.
    """
    for brief in survey.library.briefs.values():
        actors = [position.actor for position in brief.positions]
        for place, accused in enumerate(brief.accuses):
            if accused not in actors:
                near = process.extractOne(accused, actors, score_cutoff=80)
                yield Finding(
                    Spot("brief", brief.id, ("accuses", place)),
                    f"the brief accuses '{accused}', which has no position",
                    f"did you mean '{near[0]}'?" if near else "add its position, or silent: true if it has no words",
                )
