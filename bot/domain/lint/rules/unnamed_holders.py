from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.statements import stated
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding


@rule(
    "V345",
    bad="""
# briefs/figures.yaml
people-without-a-crossing:
  statements:
    - low: 40
      high: 40
      as_of: 2001-05
      counts: people who crossed daily
      holder: The Ports Rule
      hedge: about
      rests_on: [harbour-forty-people]
""",
    good="""
# briefs/figures.yaml
people-without-a-crossing:
  statements:
    - low: 40
      high: 40
      as_of: 2001-05
      counts: people who crossed daily
      holder: The harbour office
      hedge: about
      rests_on: [harbour-forty-people]
""",
)
def unnamed_holders(survey: Survey) -> Iterator[Finding]:
    """Whoever holds a statement, and through whom it is heard, is named by the evidence or beside it.

    A number given to the wrong body is as wrong as a wrong number. Only words with a capital are looked for.
    """
    if survey.is_broken("person"):
        return
    for it in survey.once(stated):
        for name, text in (("holder", it.statement.holder), ("via", it.statement.via)):
            missing = survey.names.missing(text or "", survey.names.spelt(it.ground.named))
            if missing:
                what = f"'{missing[0]}' is named neither in the evidence nor beside it in its document"
                yield Finding(it.spot(name), what, "name who gives the figure as the document does")
