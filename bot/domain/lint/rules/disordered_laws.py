from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V632",
    bad="""
# briefs/instruments/ports-rule.yaml
adopted: 1970-01-02
in_force: 1969-07-01
""",
    good="""
# briefs/instruments/ports-rule.yaml
adopted: 1970-01-02
in_force: 1970-07-01
""",
)
def disordered_laws(survey: Survey) -> Iterator[Finding]:
    """A law is in force after its adoption, and a state is bound after it too.

    Dates that contradict each other leave a reader with none.
    """
    for instrument in survey.library.instruments.values():
        adopted = instrument.adopted
        if adopted is None:
            continue
        if instrument.in_force and instrument.in_force < adopted:
            what = f"it is in force from {instrument.in_force}, before its adoption on {adopted}"
            yield Finding(Spot("instrument", instrument.id, ("in_force",)), what, "correct one of the two dates")
        for place, party in enumerate(instrument.parties):
            if party.bound_since and party.bound_since < adopted:
                spot = Spot("instrument", instrument.id, ("parties", place, "bound_since"))
                what = f"{party.state} is bound since {party.bound_since}, before the adoption on {adopted}"
                yield Finding(spot, what, "correct one of the two dates")
