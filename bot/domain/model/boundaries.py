"""Questions that are not answered."""

from itertools import combinations
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from bot.domain.date import PartialDate
from bot.domain.model.item import ENGLISH, Item, Language, Slug, Text, Translated, in_language

Group = Annotated[tuple[Text, ...], Field(min_length=1)]


class Asked(Item):
    """A way of asking: at least one word or phrase of every group of `all_of` occurs in the question."""

    all_of: Annotated[tuple[Group, ...], Field(min_length=1)]
    """Groups of words and phrases; one of every group must occur."""
    some_of: Annotated[tuple[Group, ...], Field(min_length=3)] = ()
    """Further groups; one of at least two of them must occur, whichever they are."""
    none_of: tuple[Text, ...] = ()
    """Words and phrases none of which may occur."""
    where_nothing_fits: bool = False
    """Whether it counts only where nothing in the library surely fits the question.

    That of an urgent boundary comes before boundaries that are not.
    """

    @model_validator(mode="after")
    def _in_one_group(self) -> Self:
        for first, second in combinations(self.some_of, 2):
            if both := sorted({*first} & {*second}):
                raise ValueError(f"'{both[0]}' stands in two groups of 'some_of', and would do for both")
        return self


class Help(Item):
    """Where a person can turn."""

    name: Translated
    """The name of the body; a text, or one for each language."""
    text: Translated
    """What it does, and for whom; a text, or one for each language."""
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    """Where it is found."""
    phone: Annotated[str, StringConstraints(pattern=r"^[0-9+][0-9 -]{1,19}$")] | None = None
    """Its telephone number, as the body itself or an official document gives it."""
    as_of: PartialDate | None = None
    """When the address and the number were last looked at; needed where there is one."""

    @model_validator(mode="after")
    def _with_its_date(self) -> Self:
        if self.as_of is None and (self.url or self.phone):
            raise ValueError("an address or a telephone number needs 'as_of', the date when it was last looked at")
        return self


class Boundary(Item):
    """A question the bot will not answer, with its fixed reply by language."""

    id: Slug
    title: Translated
    """What is not answered, in a few words; a text, or one for each language."""
    asked_as: Annotated[tuple[Asked, ...], Field(min_length=1)]
    """The ways of asking for it."""
    reply: dict[Language, Text]
    """The fixed reply, by the language of the question: `en`, `ko`, `zh` …"""
    urgent: bool = False
    """Whoever asks may be in danger: it comes before every other answer, shows the server's own support first, has
    neither a menu nor a button, and is counted without the server."""
    personal: bool = False
    """Whoever asks tells something of themself: it is counted without the server."""
    turn_to: tuple[Help, ...] = ()
    """Where a person can turn instead."""
    instead: tuple[Slug, ...] = ()
    """The ids of the nearest briefs."""

    @property
    def name(self) -> str:
        """The title by which it is listed."""
        return in_language(self.title, ENGLISH)
