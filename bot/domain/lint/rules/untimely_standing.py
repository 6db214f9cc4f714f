from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V423",
    bad="""
# briefs/instruments/ports-rule.yaml
parties:
  - state: Northern Isles
    standing: Left the rule in 2003.
    source: {title: List of ports, publisher: Port library, date: 2001}
""",
    good="""
# briefs/instruments/ports-rule.yaml
parties:
  - state: Northern Isles
    standing: Left the rule in 2000.
    source: {title: List of ports, publisher: Port library, date: 2001}
""",
)
def untimely_standing(survey: Survey) -> Iterator[Finding]:
    """What a state is said to have done, it did before the source that says so appeared.

    A list of 2001 knows nothing of 2003.
    """
    for instrument in survey.library.instruments.values():
        for place, party in enumerate(instrument.parties):
            if party.source is None or party.source.date is None:
                continue
            told = max(survey.read(party.standing).years, default=0)
            if told > party.source.date.year:
                spot = Spot("instrument", instrument.id, ("parties", place, "standing"))
                what = f"it tells of {told}, and its source is of {party.source.date}"
                yield Finding(spot, what, "correct one of the two, or name a later source")
