from collections.abc import Iterator

from bot.domain.lint.overstatements import surer
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding


@rule(
    "V332",
    bad="""
# briefs/timeline.yaml
ferry-stopped:
  text: It is proved that the ferry stopped, and that about 40 people lost a crossing.
""",
    good="""
# briefs/timeline.yaml
ferry-stopped:
  text: The office said that the ferry stopped, and that about 40 people lost a crossing.
""",
)
def surer_words(survey: Survey) -> Iterator[Finding]:
    """No sentence of ours is surer than what it rests on.

    What somebody says is not thereby confirmed. The words are those listed under `certainty` in wording.yaml; one that
    the evidence has itself may be used.
    """
    for word in survey.once(surer):
        if not word.is_excused:
            mend = "say it as the evidence does, or say in wording_ok why the word is fair, naming it"
            yield Finding(word.sentence.spot, word.what, mend)
