"""Treaties and laws with their articles, as frozen models; they are file formats as those in `model` are."""

import hashlib
import re
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from bot.domain.date import PartialDate
from bot.domain.model import Item, Language, Slug, Source, Text

Number = Annotated[str, StringConstraints(pattern=r"^[0-9IVX]+[A-Z]?(\(\w+\))*$")]
"""The number of an article as it is printed: `33`, `1A(2)`, `II`."""

_PARTS = re.compile(r"\d+|[IVX]+|[A-Za-z]")


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


class OfficialText(Item):
    """The article in another language in which the instrument is official."""

    heading: Text | None = None
    """Its heading in that language."""
    paragraphs: Annotated[tuple[Paragraph, ...], Field(min_length=1)]
    """Its text in that language, whole."""
    compared: Text
    """In which copies its wording was compared."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    """The digest of its text, as that of the article's own."""

    def digest(self, number: str) -> str:
        """The sha256 of the article's number, the heading and the paragraphs, a line each."""
        return _digest(number, self.heading, self.paragraphs)


class Article(Item):
    """A provision of an instrument, whole; or, where its text is not stored, described in our words."""

    number: Number
    """Its number as it is printed, in quotation marks: `"33"`, `"1A(2)"`, `"II"`."""
    formerly: tuple[Number, ...] = ()
    """Numbers under which parts of it were stored before: what leads to those leads to it, old buttons too."""
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
    texts: dict[Language, OfficialText] = {}  # noqa: RUF012 - pydantic gives each its own
    """Its official text in other languages, by language: readers of one see it first, the English one press away."""
    notes: tuple[Slug, ...] = ()
    """The ids of editors' notes that belong to it."""
    aliases: tuple[Text, ...] = ()
    """How people ask for it."""

    def numbered(self, number: str) -> str:
        """A paragraph's number: `1.`; `(2)` as a treaty prints letters, and what it counts inside an article's part."""
        inside = number.isalpha() or self.number[-1:].isalpha() or self.number.endswith(f"({number})")
        return f"({number})" if inside else f"{number}."

    @property
    def digest(self) -> str:
        """The sha256 of the number, the heading and the paragraphs, a line each."""
        return _digest(self.number, self.heading, self.paragraphs)

    @model_validator(mode="after")
    def _has_text_or_says_why_not(self) -> Self:
        if not self.paragraphs and not (self.described and self.not_stored):
            raise ValueError("an article without text needs described and not_stored")
        for other in self.also_printed:
            if not any(other.words in part.text for part in self.paragraphs):
                raise ValueError(f"also_printed names words that do not stand in the article: {other.words}")
        return self


class Reservation(Item):
    """An article that a state has excepted for itself, whole or in part."""

    article: Number
    """Its number as the instrument prints it."""
    text: Text | None = None
    """What of it, or what it is about."""
    source: Source | None = None
    """Where that was published, where it is not the party's own source."""

    def touches(self, number: str) -> bool:
        """Whether an article with this number holds what is excepted, or is a part of it."""
        ours, asked = _PARTS.findall(self.article), _PARTS.findall(number)
        shorter = min(len(ours), len(asked))
        return ours[:shorter] == asked[:shorter]


class Party(Item):
    """Whether a state is bound; without a source it is shown as not verified."""

    state: Text
    """The state."""
    standing: Text | None = None
    """How it stands to the instrument, in our words, where the dates below do not say it all."""
    signed: PartialDate | None = None
    """When it signed, which alone does not bind it."""
    ratified: PartialDate | None = None
    """When it bound itself after it had signed."""
    acceded: PartialDate | None = None
    """When it bound itself without having signed."""
    absent: bool = False
    """Whether the source is a list of the parties that does not name it."""
    bound_since: PartialDate | None = None
    """Since when it is bound."""
    computed: Text | None = None
    """How `bound_since` was computed, where no source prints it."""
    reservations: tuple[Reservation, ...] = ()
    """What it has excepted for itself; shown where the article stands as well."""
    as_of: PartialDate | None = None
    """Up to when the source tells, where that is not the day on which it was published."""
    source: Source | None = None
    """Where that was published."""

    @property
    def joined(self) -> PartialDate | None:
        """When it bound itself, as far as that is told by a date."""
        return self.ratified or self.acceded

    @property
    def dates(self) -> tuple[PartialDate, ...]:
        """Every date that is told of it."""
        told = (self.signed, self.ratified, self.acceded, self.bound_since)
        return tuple(date for date in told if date is not None)

    @model_validator(mode="after")
    def _says_how_it_stands(self) -> Self:
        joined = self.signed or self.joined
        if not (self.standing or joined or self.absent):
            raise ValueError("a party needs standing, or signed, ratified, acceded, or absent: true")
        if self.absent and joined:
            raise ValueError("a state that is absent from the list has neither signed nor joined")
        if self.ratified and self.acceded:
            raise ValueError("a state ratifies what it has signed or accedes without; not both")
        return self


class Instrument(Item):
    """A treaty, a declaration or a law."""

    id: Slug
    title: Text
    """Its full title."""
    short: Annotated[Text, StringConstraints(max_length=60)]
    """What we call it in running text."""
    tag: Annotated[Text, StringConstraints(max_length=20)] | None = None
    """What the table of who is bound calls it, where many stand in a line."""
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

    @model_validator(mode="after")
    def _renames_no_article_that_is_there(self) -> Self:
        taken = {self.article_id(article): article.number for article in self.articles}
        for article in self.articles:
            for number in article.formerly:
                if other := taken.get(self.id_of(number)):
                    what = f"article {article.number} was formerly {number}, but article {other} is stored here"
                    raise ValueError(f"{what}; take {number} out of 'formerly'")
        return self

    def article_id(self, article: Article) -> str:
        """The article's id: the instrument's and the number in lower case, `refugee-convention-1a-2`."""
        return self.id_of(article.number)

    def id_of(self, number: str) -> str:
        """The id that an article with this number has."""
        return f"{self.id}-" + "-".join(re.findall(r"\w+", number.lower()))


def _digest(number: str, heading: str | None, paragraphs: tuple[Paragraph, ...]) -> str:
    lines = [number, heading or "", *(f"{part.number} {part.text}" for part in paragraphs)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
