"""What a library is about, said where nobody can know it yet."""

from typing import Annotated

from pydantic import Field, StringConstraints

from bot.domain.model.item import Item, Language, Text

SHORT = 80
"""Characters of an example: Discord prints 100 of what it says below a field."""


class Introduction(Item):
    """What the library is about, in one language; English is what readers of a language without one are shown."""

    id: Language
    subject: Annotated[Text, StringConstraints(max_length=200)]
    """What the library is about, in one sentence."""
    drawn_from: Annotated[Text, StringConstraints(max_length=200)]
    """What it is drawn from, as it goes on after "Drawn from"; the years of the documents are added."""
    questions: Annotated[tuple[Annotated[Text, StringConstraints(max_length=SHORT)], ...], Field(max_length=3)] = ()
    """Three questions that it answers, as people ask them; the first stands below the field of `/brief`."""
    references: Annotated[tuple[Annotated[Text, StringConstraints(max_length=30)], ...], Field(max_length=3)] = ()
    """References that `/treaty` takes, as people type them; as many as have room stand below its field."""
