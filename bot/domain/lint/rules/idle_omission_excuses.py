from collections.abc import Iterator

from bot.domain.lint.omissions import omissions
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V615",
    bad="""
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  omission_ok: the rest is of something else
""",
    good="""
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  words: [Nobody asked the islanders, We read it]
  omission_ok: the rest is of something else
""",
)
def idle_omission_excuses(survey: Survey) -> Iterator[Finding]:
    """`omission_ok` stands only where something is left out that needs it.

    An excuse that nobody needs would excuse the next omission.
    """
    for omission in survey.once(omissions):
        if omission.evidence.omission_ok and not omission.turning and not omission.cut_off:
            spot = Spot("evidence", omission.evidence.id, ("omission_ok",))
            yield Finding(spot, "nothing that needs an excuse is left out here", "remove omission_ok")
