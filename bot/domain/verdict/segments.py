"""The texts that words are checked against: each paragraph of each document, and each article of each instrument."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.domain.law import Article, Instrument
from bot.domain.library import Library
from bot.domain.model import Document
from bot.domain.text.folding import PRINT
from bot.domain.text.rewriting import Folded

Place = tuple[str, int | str]
"""A document and its paragraph, `("cnsnews-2013", 37)`, or an instrument and what of it, `("iccpr", "12(2)")`."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One paragraph, or one article: words that stand in order inside it stand together."""

    owner: str
    name: int | str
    """What the whole is called: the number of the paragraph, or of the article."""
    text: str
    """Folded."""
    folded: Folded
    """The same, with the way back to the original."""
    parts: tuple[tuple[int, int | str], ...]
    """Where each part of the folded text begins, and what it is called: one for a paragraph, several for an article."""
    is_article: bool

    def place(self, start: int, end: int) -> Place:
        """The part in which a range of the folded text stands; the whole article where it stands in several."""
        names = {name for begun, name, ended in self._ranges() if begun < end and start < ended}
        return (self.owner, names.pop() if len(names) == 1 else self.name)

    def _ranges(self) -> Iterator[tuple[int, int | str, int]]:
        ends = [begun for begun, _ in self.parts[1:]] + [len(self.text)]
        return ((begun, name, ended) for (begun, name), ended in zip(self.parts, ends, strict=True))


def segments(library: Library) -> list[Segment]:
    """All of them, in register order, documents before instruments."""
    return [
        *(segment for document in library.documents.values() for segment in _paragraphs(document)),
        *(segment for instrument in library.instruments.values() for segment in _articles(instrument)),
    ]


def _paragraphs(document: Document) -> Iterator[Segment]:
    repeats = {repeated for repeated, _ in document.same_as}
    for number, text in enumerate(document.paragraphs, 1):
        folded = PRINT.traced(text)
        if folded.text and number not in repeats:
            yield Segment(document.id, number, folded.text, folded, ((0, number),), is_article=False)


def _articles(instrument: Instrument) -> Iterator[Segment]:
    for article in instrument.articles:
        yield from _article(instrument.id, article)


def _article(owner: str, article: Article) -> Iterator[Segment]:
    """An article with its paragraphs one after the other, and once more with their numbers, as it is printed."""
    if not article.paragraphs:
        return
    names = [_part_name(article.number, part.number) for part in article.paragraphs]
    yield _joined(owner, article.number, names, [part.text for part in article.paragraphs])
    if any(part.number for part in article.paragraphs):
        yield _joined(owner, article.number, names, [f"{part.number}. {part.text}" for part in article.paragraphs])


def _part_name(article: str, paragraph: str) -> str:
    return article if not paragraph or article.endswith(f"({paragraph})") else f"{article}({paragraph})"


def _joined(owner: str, article: str, names: Sequence[str], texts: Sequence[str]) -> Segment:
    """Several texts as one, a space between each two."""
    begun = accumulate((len(PRINT(text)) + 1 for text in texts[:-1]), initial=0)
    parts = tuple(zip(begun, names, strict=True))
    folded = PRINT.traced(" ".join(texts))
    return Segment(owner, article, folded.text, folded, parts, is_article=True)
