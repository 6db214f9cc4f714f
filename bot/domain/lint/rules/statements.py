"""Statements of a figure: both bounds, the hedge, the date and the holder stand in what the statement rests on."""

from collections.abc import Iterator
from fractions import Fraction

from bot.domain.lint.ground import Ground
from bot.domain.lint.rules.dating import is_given
from bot.domain.lint.survey import Survey
from bot.domain.model import Statement
from bot.domain.problem import Finding, Spot
from bot.domain.text.numbers import values
from bot.domain.text.phrases import Phrases, undated


def unproved_statements(survey: Survey) -> Iterator[Finding]:
    """Whatever of a statement its evidence does not carry."""
    for figure in survey.library.figures.values():
        for place, statement in enumerate(figure.statements):
            ground = survey.grounds.of(statement.rests_on)
            if ground is not None:
                for field, what, mend in _faults(statement, ground, survey):
                    yield Finding(Spot("figure", figure.id, ("statements", place, field)), what, mend)


def _faults(statement: Statement, ground: Ground, survey: Survey) -> Iterator[tuple[str, str, str]]:
    for name, bound in (("low", statement.low), ("high", statement.high)):
        if (
            bound is not None
            and bound not in ground.values
            and Fraction(bound) not in values(statement.number_ok or "")
        ):
            mend = "take the value from the evidence, or explain it by name in number_ok"
            yield name, f"{bound} stands in nothing that this statement rests on", mend
    if statement.hedge and not Phrases([statement.hedge]).within("\n".join(ground.texts)):
        yield "hedge", f"'{statement.hedge}' stands in nothing that this statement rests on", "copy the document's word"
    hedges = survey.hedges.within(undated("\n".join(ground.texts)))
    if hedges and not statement.hedge:
        yield "counts", f"the evidence says '{hedges[0]}', and the statement has no hedge", f"add hedge: {hedges[0]}"
    if not is_given(statement.as_of, ground):
        yield "as_of", f"{statement.as_of} is no date of what this statement rests on", "correct the date"
    for name, text in (("holder", statement.holder), ("via", statement.via)):
        missing = survey.names.missing(text or "", ground.named)
        if missing:
            what = f"'{missing[0]}' is named neither in the evidence nor beside it in its document"
            yield name, what, "name who gives the figure as the document does"
