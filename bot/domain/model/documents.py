from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import StringConstraints

from bot.domain.date import PartialDate
from bot.domain.model.item import Item, Slug, Text


class DocumentDate(Item):
    """When a document was published, and how that is known."""

    value: PartialDate
    """The day, the month or the year."""
    shown_as: Text | None = None
    """Words to print in place of the value, such as `late 2015`."""
    inferred: bool = False
    """The document does not print its date; the editors worked it out."""
    because: Text | None = None
    """How it was worked out."""

    def __str__(self) -> str:
        return self.shown_as or str(self.value)


class DocumentEntry(Item):
    """A stored text as the register describes it."""

    id: Slug
    file: Annotated[str, StringConstraints(pattern=r"^[\w.-]+\.txt$")]
    """The name of its file, beside the register."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """The digest of its file as it was received."""
    title: Text | None
    """The title it prints; null where it prints none."""
    publisher: Text
    """Who published it."""
    publisher_certainty: Literal["confirmed", "likely", "unknown"]
    """How surely the publisher is known."""
    publisher_note: Text | None = None
    """How the publisher is known."""
    short: Annotated[Text, StringConstraints(max_length=20)] | None = None
    """Its publisher in a word or two, such as `CNSNews`, where a line has little room; without it the publisher."""
    author: Text | None
    """Whom it names as its author; null where it names nobody."""
    date: DocumentDate
    """When it was published."""
    kind: Text
    """What kind of text it is, such as `News report`."""
    stance: Text
    """Whose view it gives, in neutral words."""
    label: Slug
    """The label of the document's own prose, one of those in `wording.yaml`."""
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    """Where it can be read."""
    not_text: tuple[int, ...] = ()
    """Paragraphs that are page furniture (captions, author boxes): never evidence."""
    heading: tuple[int, ...] = ()
    """Paragraphs that stand over its text (headline, author, date): evidence, but readers do not count them."""
    same_as: tuple[tuple[int, int], ...] = ()
    """Pairs (paragraph, earlier paragraph) of identical text: only the earlier one is evidence."""
    defects: tuple[Text, ...] = ()
    """What is known to be wrong with it; told on its card."""
    aliases: tuple[Text, ...] = ()
    """Other names under which people look for it."""


class Document(DocumentEntry):
    """A stored text with its paragraphs; a paragraph is a line of the file, numbered from 1."""

    paragraphs: tuple[str, ...]
    """The lines of its file."""

    @cached_property
    def counted(self) -> Mapping[int, int]:
        """For each line of the file with a paragraph of the text, the number by which a reader finds it, from 1.

        Readers of the original see neither the empty lines of our file nor what the register calls page furniture or
        heading; what repeats an earlier paragraph has the number of that one.
        """
        passed = {*self.not_text, *self.heading, *(repeated for repeated, _ in self.same_as)}
        lines = (line for line, text in enumerate(self.paragraphs, 1) if text.strip() and line not in passed)
        numbers = {line: number for number, line in enumerate(lines, 1)}
        repeats = {repeated: numbers[first] for repeated, first in self.same_as if first in numbers}
        return MappingProxyType(numbers | repeats)

    @property
    def name(self) -> str:
        """The title, or for an untitled document its publisher and date."""
        return self.title or f"{self.publisher}, {self.date} (untitled)"

    def paragraph(self, number: int) -> str:
        """The text of a paragraph; KeyError when the file has no such line."""
        if not 1 <= number <= len(self.paragraphs):
            raise KeyError(number)
        return self.paragraphs[number - 1]
