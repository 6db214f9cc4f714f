from bot.domain.model.item import Item, Slug, Source, Text


class Note(Item):
    """What the editors add from outside the documents; always shown as theirs, with its source."""

    id: Slug
    text: Text
    """What is added, in the editors' words."""
    source: Source
    """Where it was published."""
