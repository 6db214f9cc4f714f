from collections.abc import Iterator

from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding


@rule(
    "V405",
    bad="""
# briefs/notes.yaml
ferry-came-back:
  text: The ferry ran again from the autumn of 2091.
""",
    good="""
# briefs/notes.yaml
ferry-came-back:
  text: The ferry ran again from the autumn of 2001.
""",
)
def years_to_come(survey: Survey) -> Iterator[Finding]:
    """No sentence of ours speaks of a year that has not been yet.

    The bot tells what was, and digits that have changed places make years to come. Notes, whose numbers nothing here
    proves, are read too.
    """
    for sentence in survey.sentences:
        for year in sorted(year for year in survey.read(sentence.text).years if year > survey.today.year):
            yield Finding(sentence.spot, f"{year} has not been yet", "correct the year")
