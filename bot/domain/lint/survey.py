"""The library under examination, with what several rules need of it worked out once."""

import re
from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from bot.domain.citation.citations import Citation, Citations
from bot.domain.library import Library
from bot.domain.lint.ground import Ground
from bot.domain.lint.grounds import Grounds
from bot.domain.lint.names import KnownNames
from bot.domain.lint.prose import Prose, Texts
from bot.domain.lint.sentences import Own, sentences
from bot.domain.problem import Section
from bot.domain.search import Finder
from bot.domain.text.phrases import Phrases

Found = TypeVar("Found")

_NUMERAL = re.compile(r"\d|[IVXivx](?![^\W\d_])|[条條조]")
"""Stands in every citation of an article, and not in most sentences."""


class Survey:
    """What every rule is given; all that is remembered here is forgotten with it.

    `broken` are items that the content layer could not read or prove, as their section and id; the id is empty where
    not even the ids could be read. What only shows that they are not there is no new mistake.
    """

    def __init__(
        self, library: Library, today: date, broken: frozenset[tuple[Section, str]], finder: Finder | None = None
    ) -> None:
        wording = library.wording
        self.library = library
        self.today = today
        self.broken = broken
        self.loaded = Phrases(wording.loaded)
        self.hedges = Phrases(wording.hedges)
        self.certainty = Phrases(wording.certainty)
        self.negations = Phrases(wording.negations)
        self.stop_words = frozenset(wording.stop_words)
        self.turning = Phrases((*wording.negations, *wording.exceptions))
        self._texts = Texts()
        self._finder = finder
        self.grounds = Grounds(library, self._texts)
        self._found: dict[Callable[[Survey], object], object] = {}
        self._certain: dict[Ground, frozenset[str]] = {}
        self._cited: dict[str, tuple[Citation, ...]] = {}
        self._cited_ranges: dict[str, tuple[tuple[int, int], ...]] = {}

    def once(self, work: Callable[["Survey"], Found]) -> Found:
        """What a function finds out about the library, worked out for the first rule that asks."""
        if work not in self._found:
            self._found[work] = work(self)
        return cast("Found", self._found[work])

    def is_broken(self, *sections: Section) -> bool:
        """Whether an item of these sections could not be read or proved."""
        return any(section in sections for section, _ in self.broken)

    def read(self, text: str) -> Prose:
        """A text, cut up once for all rules."""
        return self._texts.read(text)

    @cached_property
    def sentences(self) -> list[Own]:
        """Every sentence of ours."""
        return sentences(self.library)

    @cached_property
    def names(self) -> KnownNames:
        """Every name the library knows."""
        return KnownNames(self.library, self._texts)

    @cached_property
    def finder(self) -> Finder:
        """Searches the library: the one that was given, or else one that is built for it."""
        return self._finder or Finder(self.library)

    @cached_property
    def citations(self) -> Citations:
        """Prints the articles that a sentence cites."""
        return Citations(self.library.instruments.values())

    def ground(self, sentence: Own) -> Ground | None:
        """What a sentence's references give; None when one is missing, and nobody can say what it would give."""
        return self.grounds.of(sentence.rests_on)

    def beneath(self, sentence: Own) -> tuple[Ground, ...]:
        """The grounds of which one has to carry what the sentence says; none where something of them is missing."""
        ground = self.ground(sentence)
        if ground is None or (sentence.voice == "remark" and self.is_broken("document", "instrument", "note")):
            return ()
        return (ground, self.grounds.everything) if sentence.voice == "remark" else (ground,)

    def certain_in(self, ground: Ground) -> frozenset[str]:
        """The words of certainty that stand in what may be quoted from a ground."""
        if ground not in self._certain:
            found = (self.certainty.in_plain(text.plain) for text in ground.texts)
            self._certain[ground] = frozenset(word for words in found for word in words)
        return self._certain[ground]

    def cited(self, text: str) -> tuple[Citation, ...]:
        """The articles that a text cites."""
        if text not in self._cited:
            self._cited[text] = self.citations.cited(text) if _NUMERAL.search(text) else ()
        return self._cited[text]

    def cited_ranges(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where articles are cited and instruments named in a text."""
        if text not in self._cited_ranges:
            self._cited_ranges[text] = self.citations.within(text)
        return self._cited_ranges[text]

    def exempt(self, text: str) -> list[tuple[int, int]]:
        """Where the numbers of a text belong to a citation or a name: Article 33, the 1951 Convention, a title."""
        return [*self.cited_ranges(text), *self.names.titles(self.read(text))]
