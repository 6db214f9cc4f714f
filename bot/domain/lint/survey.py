"""The library under examination, with what several lints need of it worked out once."""

from datetime import date
from functools import cached_property

from bot.domain.citation.citations import Citations
from bot.domain.library import Library
from bot.domain.lint.ground import Grounds
from bot.domain.lint.sentences import Own, sentences
from bot.domain.lint.names import Names
from bot.domain.problem import Section
from bot.domain.text.phrases import Phrases


class Survey:
    """What every lint is given.

    `broken` are items that the content layer could not read or prove: that something refers to them is no new mistake.
    """

    def __init__(self, library: Library, today: date, broken: frozenset[tuple[Section, str]]) -> None:
        wording = library.wording
        self.library = library
        self.today = today
        self.broken = broken
        self.grounds = Grounds(library)
        self._cited: dict[str, tuple[tuple[int, int], ...]] = {}
        self.loaded = Phrases(wording.loaded)
        self.hedges = Phrases(wording.hedges)
        self.certainty = Phrases(wording.certainty)
        self.negations = Phrases(wording.negations)
        self.stop_words = frozenset(wording.stop_words)
        self.turning = Phrases((*wording.negations, *wording.exceptions))

    @cached_property
    def citations(self) -> Citations:
        """Finds the articles that a sentence cites."""
        return Citations(self.library.instruments.values())

    @cached_property
    def sentences(self) -> list[Own]:
        """Every sentence of ours."""
        return sentences(self.library)

    @cached_property
    def names(self) -> Names:
        """Every name the library knows."""
        return Names(self.library)

    def exempt(self, text: str) -> list[tuple[int, int]]:
        """Where the numbers of a text belong to a citation or a name: Article 33, the 1951 Convention, a title."""
        return [*self.cited(text), *self.names.titles(text)]

    def cited(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where articles are cited and instruments named in a text."""
        if text not in self._cited:
            self._cited[text] = self.citations.within(text)
        return self._cited[text]
