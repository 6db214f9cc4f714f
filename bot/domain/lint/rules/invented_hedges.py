from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.statements import stated
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding
from bot.domain.text.phrases import Phrases


@rule(
    "V342",
    bad="""
# briefs/figures.yaml
people-without-a-crossing:
  statements:
    - low: 40
      high: 40
      as_of: 2001-05
      counts: people who crossed daily
      holder: The harbour office
      hedge: at least
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
def invented_hedges(survey: Survey) -> Iterator[Finding]:
    """The hedge of a statement is the document's own word.

    *About* and *at least* are not the same, and it is not for the editors to choose between them.
    """
    for it in survey.once(stated):
        hedge = it.statement.hedge
        if hedge:
            sought = Phrases([hedge])
            if not any(sought.in_plain(text.plain) for text in it.ground.texts):
                what = f"'{hedge}' stands in nothing that this statement rests on"
                yield Finding(it.spot("hedge"), what, "copy the document's word")
