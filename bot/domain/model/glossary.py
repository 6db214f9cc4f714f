from typing import Annotated

from pydantic import StringConstraints

from bot.domain.model.item import Item, Reference, Slug, Text


class Term(Item):
    """A word of the glossary, defined by the editors in one sentence."""

    id: Slug
    term: Annotated[Text, StringConstraints(max_length=90)]
    """The word, as the documents write it."""
    definition: Text
    """What it means, in one sentence of the editors."""
    remark: Text | None = None
    """What else a reader should know of the word."""
    used_in: tuple[Reference, ...] = ()
    """Where it occurs: ids of evidence, `article:ID` or `note:ID`."""
    aliases: tuple[Text, ...] = ()
    """Other spellings, and the word in other languages."""
    see_also: tuple[Slug, ...] = ()
    """The ids of briefs and terms that a reader may want next."""
