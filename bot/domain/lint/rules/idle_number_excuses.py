from collections.abc import Iterator

from bot.domain.lint.naked import naked
from bot.domain.lint.rule import rule
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding, Spot


@rule(
    "V312",
    bad="""
# briefs/timeline.yaml
ferry-ran-again:
  text: The ferry ran again.
  number_ok: four months lie between May and September
""",
    good="""
# briefs/timeline.yaml
ferry-ran-again:
  text: The ferry ran again after four months.
  number_ok: four months lie between May and September
""",
)
def idle_number_excuses(survey: Survey) -> Iterator[Finding]:
    """`number_ok` names a number of the sentence that the evidence does not have.

    An excuse that nobody needs would excuse the next slip. In a figure it may be for the bounds of the statement, which
    V341 sees to.
    """
    excusing: dict[Spot, bool] = {}
    for sentence in survey.sentences:
        if sentence.number_ok and sentence.spot.section != "figure" and survey.ground(sentence) is not None:
            excusing[_excuse(sentence.spot)] = False
    for bare in survey.once(naked):
        if bare.is_excused:
            excusing[_excuse(bare.sentence.spot)] = True
    for excuse, is_needed in excusing.items():
        if not is_needed:
            what = "number_ok excuses no number here: each stands in the evidence, or is not named in it"
            yield Finding(excuse, what, "name in number_ok the number that it excuses, or remove it")


def _excuse(spot: Spot) -> Spot:
    return Spot(spot.section, spot.id, (*spot.path[:-1], "number_ok"))
