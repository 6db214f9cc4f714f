from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from bot.domain.date import PartialDate
from bot.domain.model.item import Item, Reference, Sentence, Slug, Text


class Claim(Sentence):
    """One sentence of a brief."""


class Position(Item):
    """What one actor says, in the same form for every actor."""

    actor: Text
    """The state or body, as its evidence names it in `actor`."""
    text: Text | None = None
    """What it says, as the predicate of its name, `says that …`; where and when it was reported is added."""
    rests_on: tuple[Reference, ...] = ()
    """What proves it: ids of evidence, `article:ID` or `note:ID`."""
    number_ok: Text | None = None
    """Why a number that is not in the evidence is right; the number is then shown as inferred."""
    wording_ok: Text | None = None
    """Why wording that is stronger or more loaded than the evidence is fair."""
    silent: bool = False
    """No document has words of this actor; rendered as one fixed sentence."""

    @model_validator(mode="after")
    def _speaks_or_is_silent(self) -> Self:
        if self.silent and (self.text or self.rests_on):
            raise ValueError("a silent position has no text and rests on nothing")
        if not self.silent and not (self.text and self.rests_on):
            raise ValueError("a position needs text and rests_on, or silent: true")
        return self


class Brief(Item):
    """One topic."""

    id: Slug
    title: Annotated[Text, StringConstraints(max_length=90)]
    """The question, as a member would ask it."""
    group: Slug
    """Under which heading of `/topics` it stands; the headings are in `wording.yaml`."""
    answer: Claim
    """The answer: its first line answers the title."""
    content_note: Text | None = None
    """What distressing things it tells; shown before them."""
    aliases: tuple[Text, ...] = ()
    """How people ask for it: whole questions and phrases, in every language they use."""
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    """What is claimed, by whom and when, one sentence each."""
    positions: tuple[Position, ...] = ()
    """What each actor says of it, in the same form for every actor."""
    accuses: tuple[Text, ...] = ()
    """Actors that the brief says something against: each needs a position."""
    figures: tuple[Slug, ...] = ()
    """The ids of disputed figures that belong to it."""
    articles: tuple[Slug, ...] = ()
    """The ids of treaty articles that belong to it."""
    notes: tuple[Slug, ...] = ()
    """The ids of editors' notes that belong to it."""
    see_also: tuple[Slug, ...] = ()
    """The ids of briefs that a reader may want next."""
    as_of: PartialDate
    """The date of the newest evidence."""
    reviewed: PartialDate
    """The day each claim was compared with its passage."""
    reviewed_by: Text | None = None
    """Who compared them."""
    review_by: PartialDate
    """The day by which they are to be compared again."""
