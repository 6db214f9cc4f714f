"""What all items have in common: texts, ids, references, and sentences with what they rest on."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from bot.domain.date import PartialDate

ENGLISH = "en"
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SLUG_LENGTH = 60
"""Characters; an id has to fit into a button's custom id with its view and page."""

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=SLUG_LENGTH)]
Reference = Annotated[str, StringConstraints(pattern=r"^((article|note):)?[a-z0-9]+(-[a-z0-9]+)*$")]
"""What a sentence may rest on: the id of a piece of evidence, or `article:ID`, or `note:ID`."""

Kind = Literal["brief", "quotation", "article", "instrument", "figure", "term", "document", "person", "boundary"]
"""What a search can offer. Ids are unique within a kind."""

Answered = Kind | Literal["timeline"]
"""What has an answer of its own, and so a receipt; a timeline has the id of its briefing."""

LANGUAGE_PATTERN = "^(bg|cs|da|de|el|en|es|fi|fr|hi|hr|hu|id|it|ja|ko|lt|nl|no|pl|pt|ro|ru|sv|th|tr|uk|vi|zh)$"
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
"""One of those of Discord's interface, without its region: `zh` for `zh-CN` and `zh-TW`."""


def by_language(value: object) -> object:
    """A text alone is one in English."""
    return {ENGLISH: value} if isinstance(value, str) else value


Translated = Annotated[
    dict[Language, Text],
    Field(min_length=1),
    BeforeValidator(by_language, json_schema_input_type=Text | dict[Language, Text]),
]
"""A text, or one for each language; alone it is in English."""


def in_language(texts: Mapping[str, str], language: str) -> str:
    """The text in a language, else in English, else in the first that there is."""
    return texts.get(language) or texts.get(ENGLISH) or next(iter(texts.values()))


class Item(BaseModel):
    """The base of everything an author writes: immutable, and a key nobody knows is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Item):
    """Where something from outside the documents was published."""

    title: Text
    """What was published, by its own title."""
    publisher: Text
    """Who published it."""
    date: PartialDate | None = None
    """When it was published."""
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$", max_length=512)] | None = None
    """Where it can be read."""


class Sentence(Item):
    """Something the bot says in our words, and what it rests on."""

    text: Text
    """The sentence, in our own words; words in double quotation marks stand exactly in what it rests on."""
    rests_on: Annotated[tuple[Reference, ...], Field(min_length=1)]
    """What proves it: ids of evidence, `article:ID` or `note:ID`."""
    number_ok: Text | None = None
    """Why a number that is not in the evidence is right; the number is then shown as inferred."""
    wording_ok: Text | None = None
    """Why wording that is stronger or more loaded than the evidence is fair."""
