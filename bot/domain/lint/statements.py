"""The statements of figures, each with what it rests on."""

from dataclasses import dataclass

from bot.domain.lint.ground import Ground
from bot.domain.lint.survey import Survey
from bot.domain.model import Statement
from bot.domain.problem import Spot


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement, where it is written, and its ground."""

    figure: str
    place: int
    statement: Statement
    ground: Ground

    def spot(self, field: str) -> Spot:
        """Where a field of it is written."""
        return Spot("figure", self.figure, ("statements", self.place, field))


def stated(survey: Survey) -> list[Stated]:
    """Every statement whose references all stand for something."""
    grounds = [
        (figure.id, place, statement, survey.grounds.of(statement.rests_on))
        for figure in survey.library.figures.values()
        for place, statement in enumerate(figure.statements)
    ]
    return [Stated(key, place, statement, ground) for key, place, statement, ground in grounds if ground is not None]
