"""Treaties and laws with their articles, as frozen models; they are file formats as those in `model` are."""

import hashlib
import re
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from bot.domain.date import PartialDate
from bot.domain.model import Item, Slug, Source, Text


class Paragraph(Item):
    """A numbered paragraph of an article; the number is empty where the article has only one."""

    number: Annotated[str, StringConstraints(pattern=r"^(\d+|[a-z])?$")] = ""
    """Its number or letter; left out where the article has only one."""
    text: Text
    """Its words, as the official text prints them."""


class Respelling(Item):
    """Words that another edition of the same official text prints in another spelling."""

    words: Text
    """The words as they are stored, in as many as name one place."""
    printed: Text
    """The same words in the other edition."""
    edition: Text
    """Which edition that is."""


class Article(Item):
    """A provision of an instrument, whole; or, where its text is not stored, described in our words."""

    number: Annotated[str, StringConstraints(pattern=r"^[0-9IVX]+[A-Z]?(\(\w+\))*$")]
    """Its number as it is printed, in quotation marks: `"33"`, `"1A(2)"`, `"II"`."""
    heading: Text | None = None
    """Its heading, where the official text has one."""
    paragraphs: tuple[Paragraph, ...] = ()
    """Its text, whole."""
    described: Text | None = None
    """What it says, in our words, where its text is not stored."""
    not_stored: Text | None = None
    """What of the article is left out, said on its card."""
    compared: Text
    """In which copies the wording was compared."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    """The digest of its text, written down when that was compared: no word of a treaty changes unnoticed."""
    also_printed: Annotated[tuple[Respelling, ...], Field(exclude=True)] = ()
    """How other editions of the official text spell some of its words: those are exact as well."""  # in no receipt
    notes: tuple[Slug, ...] = ()
    """The ids of editors' notes that belong to it."""
    aliases: tuple[Text, ...] = ()
    """How people ask for it."""

    @property
    def digest(self) -> str:
        """The sha256 of the number, the heading and the paragraphs, a line each."""
        lines = [self.number, self.heading or "", *(f"{part.number} {part.text}" for part in self.paragraphs)]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    @model_validator(mode="after")
    def _has_text_or_says_why_not(self) -> Self:
        if not self.paragraphs and not (self.described and self.not_stored):
            raise ValueError("an article without text needs described and not_stored")
        for other in self.also_printed:
            if not any(other.words in part.text for part in self.paragraphs):
                raise ValueError(f"also_printed names words that do not stand in the article: {other.words}")
        return self


class Party(Item):
    """Whether a state is bound; without a source it is shown as not verified."""

    state: Text
    """The state."""
    standing: Text
    """How it stands to the instrument, such as `acceded`."""
    bound_since: PartialDate | None = None
    """Since when it is bound."""
    computed: Text | None = None
    """How `bound_since` was computed, where no source prints it."""
    source: Source | None = None
    """Where that was published."""


class Instrument(Item):
    """A treaty, a declaration or a law."""

    id: Slug
    title: Text
    """Its full title."""
    short: Annotated[Text, StringConstraints(max_length=60)]
    """What we call it in running text."""
    kind: Literal["treaty", "declaration", "law", "agreement"]
    """What it is."""
    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    """How people refer to it; the citation parser reads these."""
    adopted: PartialDate | None = None
    """When it was adopted or signed."""
    adopted_at: Text | None = None
    """Where it was adopted or signed."""
    in_force: PartialDate | None = None
    """Since when it is in force."""
    series: Text | None = None
    """Where it is printed, such as a volume of the UN Treaty Series."""
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    """Where its official text can be read."""
    status_url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    """Where it can be read who is bound."""
    parties: tuple[Party, ...] = ()
    """Whether the states concerned are bound."""
    articles: tuple[Article, ...] = ()
    """The articles that are stored or described."""
    reported: tuple[Slug, ...] = ()
    """For law that the documents only report: the evidence that reports it."""
    notes: tuple[Slug, ...] = ()
    """The ids of editors' notes that belong to it."""
    aliases: tuple[Text, ...] = ()
    """Other words with which people look for it."""

    def article_id(self, article: Article) -> str:
        """The article's id: the instrument's and the number in lower case, `refugee-convention-1a-2`."""
        return f"{self.id}-" + "-".join(re.findall(r"\w+", article.number.lower()))
