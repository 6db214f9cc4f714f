"""Questions that are not answered."""

from typing import Annotated

from pydantic import Field, StringConstraints

from bot.domain.date import PartialDate
from bot.domain.model.item import Item, Language, Slug, Text


class Asked(Item):
    """A way of asking: at least one word or phrase of every group occurs in the question."""

    all_of: Annotated[tuple[Annotated[tuple[Text, ...], Field(min_length=1)], ...], Field(min_length=1)]
    """Groups of words and phrases; one of every group must occur."""
    none_of: tuple[Text, ...] = ()
    """Words and phrases none of which may occur."""


class Help(Item):
    """Where a person can turn; the date is that of what we know of the address."""

    name: Text
    """The name of the body."""
    text: Text
    """What it does, and for whom."""
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    """Where it is found."""
    as_of: PartialDate
    """When the address was last looked at."""


class Boundary(Item):
    """A question the bot will not answer, with its fixed reply by language."""

    id: Slug
    title: Annotated[Text, StringConstraints(max_length=90)]
    """What is not answered, in a few words."""
    asked_as: Annotated[tuple[Asked, ...], Field(min_length=1)]
    """The ways of asking for it."""
    reply: dict[Language, Text]
    """The fixed reply, by the language of the question: `en`, `ko`, `zh` …"""
    turn_to: tuple[Help, ...] = ()
    """Where a person can turn instead."""
    instead: tuple[Slug, ...] = ()
    """The ids of the nearest briefs."""
