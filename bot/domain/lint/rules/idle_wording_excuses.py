from collections.abc import Iterator

from bot.domain.lint.overstatements import flat, loaded, surer
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding


@rule(
    "V334",
    bad="""
# briefs/timeline.yaml
ferry-stopped:
  text: The ferry stopped, and about 40 people lost a crossing.
  wording_ok: scandalous is what the whole island called it
""",
    good="""
# briefs/timeline.yaml
ferry-stopped:
  text: The scandalous poster said that the ferry stopped, and about 40 people lost a crossing.
  wording_ok: scandalous is what the whole island called it
""",
)
def idle_wording_excuses(survey: Survey) -> Iterator[Finding]:
    """`wording_ok` names a word that would be refused without it.

    An excuse that nobody needs would excuse the next loaded word.
    """
    words = [*survey.once(loaded), *survey.once(surer), *survey.once(flat)]
    excusing = {word.sentence.spot for word in words if word.is_excused}
    for sentence in survey.sentences:
        if sentence.wording_ok and sentence.spot not in excusing and survey.ground(sentence) is not None:
            what = "wording_ok excuses no word here: nothing is loaded or surer than the evidence, or it is not named"
            yield Finding(sentence.spot, what, "name in wording_ok the word that it excuses, or remove it")
