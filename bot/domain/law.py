"""Treaties and laws with their articles, as frozen models; they are file formats as those in `model.py` are."""

import hashlib
import re
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from bot.domain.date import PartialDate
from bot.domain.model import Item, Slug, Source, Text


class Paragraph(Item):
    """A numbered paragraph of an article; the number is empty where the article has only one."""

    number: Annotated[str, StringConstraints(pattern=r"^(\d+|[a-z])?$")] = ""
    text: Text


class Article(Item):
    """A provision of an instrument, whole; or, where its text is not stored, described in our words."""

    number: Annotated[str, StringConstraints(pattern=r"^[0-9IVX]+[A-Z]?(\(\w+\))*$")]
    heading: Text | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    described: Text | None = None
    not_stored: Text | None = None
    """What of the article is left out, said on its card."""
    compared: Text
    """In which copies the wording was compared."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    """The digest of its text, written down when that was compared: no word of a treaty changes unnoticed."""
    notes: tuple[Slug, ...] = ()
    aliases: tuple[Text, ...] = ()

    @property
    def digest(self) -> str:
        """The sha256 of the number, the heading and the paragraphs, a line each."""
        lines = [self.number, self.heading or "", *(f"{part.number} {part.text}" for part in self.paragraphs)]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    @model_validator(mode="after")
    def _has_text_or_says_why_not(self) -> Self:
        if not self.paragraphs and not (self.described and self.not_stored):
            raise ValueError("an article without text needs described and not_stored")
        return self


class Party(Item):
    """Whether a state is bound; without a source it is shown as not verified."""

    state: Text
    standing: Text
    bound_since: PartialDate | None = None
    computed: Text | None = None
    """How `bound_since` was computed, where no source prints it."""
    source: Source | None = None


class Instrument(Item):
    """A treaty, a declaration or a law."""

    id: Slug
    title: Text
    short: Annotated[Text, StringConstraints(max_length=60)]
    kind: Literal["treaty", "declaration", "law", "agreement"]
    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    """How people refer to it; the citation parser reads these."""
    adopted: PartialDate | None = None
    adopted_at: Text | None = None
    in_force: PartialDate | None = None
    series: Text | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    status_url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    parties: tuple[Party, ...] = ()
    articles: tuple[Article, ...] = ()
    reported: tuple[Slug, ...] = ()
    """For law that the documents only report: the evidence that reports it."""
    notes: tuple[Slug, ...] = ()
    aliases: tuple[Text, ...] = ()

    def article_id(self, article: Article) -> str:
        """The article's id: the instrument's and the number in lower case, `refugee-convention-1a-2`."""
        return f"{self.id}-" + "-".join(re.findall(r"\w+", article.number.lower()))
