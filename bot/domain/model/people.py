from typing import Annotated

from pydantic import Field

from bot.domain.model.item import Item, Slug, Text


class Person(Item):
    """A private or public person whom the documents name, and why we do."""

    id: Slug
    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The name as we print it first, then other spellings and short forms."""
    role: Text
    """Who the person is, or was at the time."""
    basis: Text
    """Why we name the person."""
