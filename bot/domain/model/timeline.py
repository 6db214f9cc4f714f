from typing import Annotated

from pydantic import Field

from bot.domain.date import PartialDate
from bot.domain.model.item import Sentence, Slug, Text


class Event(Sentence):
    """A dated entry of the timeline; what it rests on besides evidence is shown as from outside the documents."""

    id: Slug
    date: PartialDate
    """When it happened, or began."""
    until: PartialDate | None = None
    """When it ended."""
    shown_as: Text | None = None
    """Words to print in place of the date, such as `early 2002`."""
    inferred: bool = False
    """The date's year or day is the editors' reading, not printed in the document."""
    topics: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """The ids of the briefs in whose timelines it stands."""
