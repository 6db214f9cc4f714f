from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V633",
    bad="""
# briefs/instruments/ports-rule.yaml
parties:
  - state: Northern Isles
    standing: Bound by the rule.
    bound_since: 1982-09-24
""",
    good="""
# briefs/instruments/ports-rule.yaml
parties:
  - state: Northern Isles
    standing: Bound by the rule.
    bound_since: 1982-09-24
    source: {title: List of ports, publisher: Port library, date: 2001}
""",
)
def unsourced_parties(survey: Survey) -> Iterator[Finding]:
    """A source says since when a state is bound.

    Whether a state is bound is what an argument turns on. Without a source the date is left out, and the state is shown
    as not verified.
    """
    for instrument in survey.library.instruments.values():
        for place, party in enumerate(instrument.parties):
            if party.source is not None:
                continue
            if party.bound_since:
                spot = Spot("instrument", instrument.id, ("parties", place, "bound_since"))
                what = f"{party.state} is bound since {party.bound_since}, and no source says so"
            elif party.dates or party.absent:
                spot = Spot("instrument", instrument.id, ("parties", place))
                what = f"what is told of {party.state} has no source"
            else:
                continue
            mend = "name the source, or leave the date out: it is then shown as not verified"
            yield Finding(spot, what, mend)
