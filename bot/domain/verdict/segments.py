"""The texts that words are checked against: each paragraph of each document, and each article of each instrument."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.domain.law import Article, Instrument
from bot.domain.library import Library
from bot.domain.matching import cuts_a_word, fold, fold_text
from bot.domain.model import Document

Place = tuple[str, int | str]
"""A document and its paragraph, `("cnsnews-2013", 37)`, or an instrument and what of it, `("iccpr", "12(2)")`."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """One paragraph, or one article: words that stand in order inside it stand together."""

    owner: str
    name: int | str
    """What the whole is called: the number of the paragraph, or of the article."""
    text: str
    folded: str
    parts: tuple[tuple[int, int | str], ...]
    """Where each part of the folded text begins, and what it is called: one for a paragraph, several for an article."""
    is_article: bool

    def place(self, start: int, end: int) -> Place:
        """The part in which a range of the folded text stands; the whole article where it stands in several."""
        names = {name for begun, name, ended in self._ranges() if begun < end and start < ended}
        return (self.owner, names.pop() if len(names) == 1 else self.name)

    def _ranges(self) -> Iterator[tuple[int, int | str, int]]:
        ends = [begun for begun, _ in self.parts[1:]] + [len(self.folded)]
        return ((begun, name, ended) for (begun, name), ended in zip(self.parts, ends, strict=True))

    def standing(self, words: str) -> Iterator[tuple[int, int]]:
        """The ranges of the folded text where folded words stand, at word boundaries, in order."""
        start = self.folded.find(words)
        while start >= 0:
            end = start + len(words)
            if not cuts_a_word(self.folded, start) and not cuts_a_word(self.folded, end):
                yield start, end
            start = self.folded.find(words, start + 1)

    def printed(self, start: int, end: int) -> str:
        """The original characters of a range of the folded text."""
        begun, ended = fold(self.text).original(start, end)
        return self.text[begun:ended]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original characters for a range of the folded text."""
        return fold(self.text).original(start, end)


def carriers(library: Library) -> list[Carrier]:
    """All of them, in register order, documents before instruments."""
    return [
        *(carrier for document in library.documents.values() for carrier in _paragraphs(document)),
        *(carrier for instrument in library.instruments.values() for carrier in _articles(instrument)),
    ]


def _paragraphs(document: Document) -> Iterator[Carrier]:
    repeats = {repeated for repeated, _ in document.same_as}
    for number, text in enumerate(document.paragraphs, 1):
        folded = fold_text(text)
        if folded and number not in repeats:
            yield Carrier(document.id, number, text, folded, ((0, number),), is_article=False)


def _articles(instrument: Instrument) -> Iterator[Carrier]:
    for article in instrument.articles:
        yield from _article(instrument.id, article)


def _article(owner: str, article: Article) -> Iterator[Carrier]:
    """An article with its paragraphs one after the other, and once more with their numbers, as it is printed."""
    if not article.paragraphs:
        return
    parts = [(_part_name(article.number, part.number), part) for part in article.paragraphs]
    yield _joined(owner, article.number, [(name, part.text) for name, part in parts])
    if any(part.number for part in article.paragraphs):
        yield _joined(owner, article.number, [(name, f"{part.number}. {part.text}") for name, part in parts])


def _part_name(article: str, paragraph: str) -> str:
    return article if not paragraph or article.endswith(f"({paragraph})") else f"{article}({paragraph})"


def _joined(owner: str, article: str, texts: Iterable[tuple[str, str]]) -> Carrier:
    parts: list[tuple[int, int | str]] = []
    text = folded = ""
    for name, part in texts:
        text = f"{text} {part}" if text else part
        parts.append((len(folded) + (1 if folded else 0), name))
        folded = fold_text(text)
    return Carrier(owner, article, text, folded, tuple(parts), is_article=True)
