"""The texts that words are checked against: each document from beginning to end, and each article of each instrument.

A document of three paragraphs is one run of text with three parts, so that words from the end of one paragraph into the
next stand together there. Page furniture stands apart, after the rest: it interrupts nothing, and nothing runs into it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from bot.domain.law import Article, Instrument
from bot.domain.library import Library
from bot.domain.model import Document
from bot.domain.text.folding import WORDS
from bot.domain.text.rewriting import Folded

Place = tuple[str, int | str]
"""A document and its paragraph, `("cnsnews-2013", 37)`, or an instrument and what of it, `("iccpr", "12(2)")`."""
_APART = "\n"
"""Stands before page furniture; no folded text has it, so no words match across it."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Paragraphs that follow one another: words that stand in order inside it stand together."""

    owner: str
    is_article: bool
    names: tuple[int | str, ...]
    """What each part is called: the number of a paragraph, or the article with its paragraph."""
    sources: tuple[str, ...]
    """Each part as it is printed."""
    starts: tuple[int, ...]
    """Where each part begins in the text."""
    text: str
    """All parts, folded."""

    def part_at(self, place: int) -> int:
        """The number, from 0, of the part that a place of the text is in."""
        return bisect_right(self.starts, place) - 1

    def end_of(self, part: int) -> int:
        """Where a part ends in the text."""
        return self.starts[part + 1] - 1 if part + 1 < len(self.starts) else len(self.text)

    def part(self, number: int) -> str:
        """The folded text of one part."""
        return self.text[self.starts[number] : self.end_of(number)]

    def name_at(self, place: int) -> int | str:
        """What the part is called that a place of the text is in."""
        return self.names[self.part_at(place)]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range in its source of a range of the text that lies in one part."""
        number = self.part_at(start)
        begun = self.starts[number]
        return _traced(self.sources[number]).original(start - begun, min(end, self.end_of(number)) - begun)

    def standing(self, start: int, end: int) -> str:
        """The original characters of a range of the text, a space between two parts."""
        shown: list[str] = []
        for number in range(self.part_at(start), self.part_at(max(start, end - 1)) + 1):
            since, until = max(start, self.starts[number]), min(end, self.end_of(number))
            if since < until:
                begun, ended = self.original(since, until)
                shown.append(self.sources[number][begun:ended])
        return " ".join(shown)


@lru_cache(maxsize=256)
def _traced(source: str) -> Folded:
    """A part of a document, folded. A text of many quotations asks for the same ones again and again."""
    return WORDS.traced(source)


def runs(library: Library) -> list[Whole]:
    """All of them, in register order, documents before instruments."""
    return [
        *(_document(document) for document in library.documents.values()),
        *(run for instrument in library.instruments.values() for run in _instrument(instrument)),
    ]


def _document(document: Document) -> Whole:
    repeats = {repeated for repeated, _ in document.same_as}
    folded = WORDS.each(document.paragraphs)
    stored = [number for number, text in enumerate(folded, 1) if text and number not in repeats]
    apart = [number for number in stored if number in document.not_text]
    numbers = [*(number for number in stored if number not in document.not_text), *apart]
    parts = [(number, document.paragraphs[number - 1], folded[number - 1]) for number in numbers]
    return _run(document.id, parts, is_article=False, apart=len(apart))


def _instrument(instrument: Instrument) -> Iterator[Whole]:
    for article in instrument.articles:
        for texts in _printed(article):
            parts = [
                (_part_name(article.number, part.number), text, WORDS(text))
                for part, text in zip(article.paragraphs, texts, strict=True)
            ]
            yield _run(instrument.id, parts, is_article=True)


def _printed(article: Article) -> Iterator[list[str]]:
    """An article as it is printed: without the numbers of its paragraphs, with them, and as other editions spell it."""
    if not article.paragraphs:
        return
    texts = [part.text for part in article.paragraphs]
    spelt = [texts]
    for other in article.also_printed:
        spelt.append([text.replace(other.words, other.printed) for text in spelt[-1]])
    yield from spelt
    if any(part.number for part in article.paragraphs):
        for form in ("{}. {}", "({}) {}"):
            numbered = zip(article.paragraphs, texts, strict=True)
            yield [form.format(part.number, text) if part.number else text for part, text in numbered]


def _part_name(article: str, paragraph: str) -> str:
    return article if not paragraph or article.endswith(f"({paragraph})") else f"{article}({paragraph})"


def _run(owner: str, parts: Iterable[tuple[int | str, str, str]], *, is_article: bool, apart: int = 0) -> Whole:
    """Parts one after the other, the last so many apart from the rest."""
    listed = list(parts)
    follow = len(listed) - apart
    text = "".join(
        f"{'' if not number else ' ' if number < follow else _APART}{folded}"
        for number, (_, _, folded) in enumerate(listed)
    )
    starts = tuple(accumulate((len(folded) + 1 for _, _, folded in listed[:-1]), initial=0)) if listed else ()
    names, sources = tuple(name for name, _, _ in listed), tuple(source for _, source, _ in listed)
    return Whole(owner, is_article, names, sources, starts, text)
