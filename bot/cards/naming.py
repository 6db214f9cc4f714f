"""What an item is called in one line: in lists, menus and suggestions."""

from bot.domain.library import Library
from bot.domain.model import Answered


def name_of(library: Library, kind: Answered, key: str) -> str:
    """The plain name of an item, without Markdown and at its full length; KeyError when there is no such item."""
    match kind:
        case "brief" | "timeline":
            name = library.briefs[key].title
        case "quotation":
            name = _quotation(library, key)
        case "article":
            provision = library.provisions[key]
            heading = provision.article.heading
            name = f"{provision.citation}: {heading}" if heading else provision.citation
        case "figure":
            name = library.figures[key].question
        case "term":
            name = library.terms[key].term
        case "document":
            name = library.documents[key].name
        case "boundary":
            name = library.boundaries[key].title
        case "instrument":
            name = library.instruments[key].short
    return name


def _quotation(library: Library, key: str) -> str:
    """Words and speaker; words that come behind a content note are not shown before anybody asked for them."""
    evidence = library.quotations[key]
    speaker = evidence.speaker or library.documents[evidence.document].publisher
    if library.is_distressing(evidence):
        return f"{speaker}: {library.documents[evidence.document].name}"
    return f"{speaker}: “{evidence.text}”"


def is_known(library: Library, kind: Answered, key: str) -> bool:
    """Whether the library has an item of that kind and id."""
    try:
        name_of(library, kind, key)
    except KeyError:
        return False
    return True
