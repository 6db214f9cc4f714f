"""Checks what a file says against the models, and keeps as much of what does not fit as can still be looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from bot.bounds import MOST_PROBLEMS
from bot.content.codes import files
from bot.content.codes import keys as codes
from bot.content.mending import Mended, mended
from bot.content.mistakes import kind, mistakes
from bot.content.yamlfile import Way, YamlFile
from bot.domain.problem import Problem

Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True)
class Shaped(Generic[Shape]):
    """A part of a file as a model, and what is wrong with it.

    Where something is wrong, `item` is what could be made of the rest, or None; it is for looking at what refers to it.
    `invented` are the ways, within the part, to what had to be made up.
    """

    item: Shape | None
    problems: list[Problem] = field(default_factory=list[Problem])
    invented: tuple[Way, ...] = ()


def shaped(
    file: YamlFile, model: type[Shape], given: Mapping[str, object] | None = None, way: Way = ()
) -> Shaped[Shape]:
    """The part of a file at `way` as a model.

    `given` are fields that the file's name or the part's key decides, not the author.
    """
    value, decided = file.part(way), given or {}
    if not isinstance(value, dict):
        what = f"{kind(value)} stands where keys are expected"
        return Shaped(None, [file.problem(codes.WRONG_KIND, way, what, "write 'key: value' lines")])
    problems = [
        file.problem(
            codes.DECIDED_ELSEWHERE,
            (*way, key),
            f"'{key}' is decided by the file's name or the entry's id",
            "remove the line",
        )
        for key in decided
        if key in value
    ]
    whole = {**value, **decided}
    try:
        return Shaped(model.model_validate(whole), problems)
    except ValidationError as error:
        if error.error_count() > MOST_PROBLEMS:
            what = f"there are {error.error_count():,} problems here"
            mend = "see first that everything stands where it belongs; they are not told one by one"
            return Shaped(None, [*problems, file.problem(files.TOO_WRONG, way, what, mend)])
        problems += mistakes(file, model, way, whole, error)
        made: Mended[Shape] = mended(model, whole, error)
        return Shaped(made.item, problems, made.invented)
