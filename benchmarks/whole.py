"""What a library stores, as texts are compared with it."""

from collections.abc import Iterator

from bot.domain.library import Library
from bot.domain.text.folding import WORDS


def folded_wholes(library: Library) -> Iterator[str]:
    """The words of every document and every article, from beginning to end."""
    for document in library.documents.values():
        yield WORDS(" ".join(document.paragraphs))
    for provision in library.provisions.values():
        yield WORDS(" ".join(part.text for part in provision.article.paragraphs))
