from bot.domain.model.item import Item, Slug, Text


class Wording(Item):
    """Words about this subject that the program needs and must not know by itself."""

    labels: dict[Slug, Text]
    """What kinds of voices there are, by their ids, as cards print them."""
    groups: dict[Slug, Text]
    """The headings of `/topics`, by their ids, in their order."""
    loaded: tuple[Text, ...]
    """Allowed inside quotation marks only."""
    hedges: tuple[Text, ...]
    """Words that make a statement less than certain."""
    certainty: tuple[Text, ...]
    """Verbs and adverbs that state something as settled."""
    negations: tuple[Text, ...]
    """Words that turn a sentence into its opposite: none is left out of a quotation without a reason."""
    exceptions: tuple[Text, ...]
    """Words that take something back, such as `unless`: the same."""
    stop_words: tuple[Text, ...]
    """Words and phrases that mean nothing to a search."""
    light_words: tuple[Text, ...] = ()
    """Words that tell what is asked rather than about what, such as why: they decide only between equals."""
    abbreviations: dict[str, Text]
    """Short forms people type, and what they stand for in a search."""
    synonyms: dict[Text, tuple[Text, ...]] = {}  # noqa: RUF012 - pydantic gives each its own
    """Other names for a thing, in any language, by the word that search puts in their place."""
    names_ok: tuple[Text, ...] = ()
    """Capitalised names in our sentences that are not people: places, bodies, laws."""
