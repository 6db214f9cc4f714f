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
            said = survey.read(party.standing).years if party.standing else ()
            told = max([*said, *(date.year for date in party.dates)], default=0)
            if told > party.source.date.year:
                path = ("parties", place, "standing") if told in said else ("parties", place)
                spot = Spot("instrument", instrument.id, path)
                what = f"it tells of {told}, and its source is of {party.source.date}"
                yield Finding(spot, what, "correct one of the two, or name a later source")
