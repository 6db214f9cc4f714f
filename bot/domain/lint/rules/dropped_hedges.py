from collections.abc import Iterator

from bot.domain.lint.overstatements import flat
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding


@rule(
    "V333",
    bad="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped, and 40 people lost their daily crossing.
""",
    good="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped, and about 40 people lost their daily crossing.
""",
)
def dropped_hedges(survey: Survey) -> Iterator[Finding]:
    """A claim keeps the hedge of its evidence where it says what was hedged.

    *About*, *reportedly* and *may* are a part of what was said. The words are those listed under `hedges` in
    wording.yaml, and any of them will do.
    """
    for hedge in survey.once(flat):
        if not hedge.is_excused:
            mend = f"keep the hedge, or say in wording_ok why '{hedge.word}' may go, naming it"
            yield Finding(hedge.sentence.spot, hedge.what, mend)
