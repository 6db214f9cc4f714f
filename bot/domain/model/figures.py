from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from bot.domain.date import PartialDate
from bot.domain.model.item import Item, Reference, Slug, Text


class Statement(Item):
    """One holder's value for a disputed figure; a bound nobody gave is left out."""

    low: int | None = None
    """The lower bound; the same as `high` for a single number."""
    high: int | None = None
    """The upper bound."""
    beyond: bool = False
    """The one bound given is not reached: a lone `low` reads *more than*, a lone `high` *fewer than*."""
    as_of: PartialDate
    """The time for which it is stated."""
    counts: Text
    """What exactly is counted."""
    holder: Text
    """Whose number it is."""
    via: Text | None = None
    """Through whom the document has it."""
    hedge: Text | None = None
    """The holder's own word of doubt, such as `about`."""
    rests_on: Annotated[tuple[Reference, ...], Field(min_length=1)]
    """What proves it: ids of evidence, `article:ID` or `note:ID`."""
    number_ok: Text | None = None
    """Why a number that is not in the evidence is right; the number is then shown as inferred."""

    @model_validator(mode="after")
    def _has_a_value(self) -> Self:
        if self.low is None and self.high is None:
            raise ValueError("a statement needs low, high or both")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("low is above high")
        if self.beyond and self.low is not None and self.high is not None:
            raise ValueError("beyond is for a value with one bound")
        return self


class Figure(Item):
    """A number that is stated more than once: every statement, and why they differ. Never a sum, a mean or a winner."""

    id: Slug
    question: Annotated[Text, StringConstraints(max_length=90)]
    """What is asked, such as how many people."""
    unit: Text = "people"
    """What the numbers count, in the plural."""
    spread: bool = False
    """Each statement is a spread, as of ages, and no estimate of one number: a lone `low` reads *from*."""
    agree: bool = False
    """The statements agree: the figure is not called disputed, and `why_they_differ` says what they share."""
    why_they_differ: Text
    """Why the statements differ, or how far they agree, in the editors' words."""
    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]
    """Everybody's value, side by side."""
    notes: tuple[Slug, ...] = ()
    """The ids of editors' notes that belong to it."""
    aliases: tuple[Text, ...] = ()
    """How people ask for it."""
