"""The part of a run that a text is laid along, to see how like it is.

Of a text of twelve words a paragraph of forty is enough; of one of a hundred the paragraphs beside it are needed too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.fuzz import partial_ratio_alignment

from bot.domain.verdict.index import PlacedWord, WordIndex, words_of
from bot.domain.verdict.runs import Whole

OFFICIAL: Final = 0.1
"""By how much less an official text may be like than another passage and still go before it."""


@dataclass(frozen=True, slots=True)
class Region:
    """The part of a run that a text is laid along: an article whole, a paragraph with as many beside as are needed."""

    run: Whole
    start: int
    words: Sequence[PlacedWord]

    @classmethod
    def around(cls, index: WordIndex, number: int, length: int) -> "Region":
        """What a text of `length` words is laid along, of the paragraph with a number."""
        run, part = index.places[number]
        first = last = part
        words = words_of(run.part(part))
        if run.is_article:
            first, last = 0, len(run.starts) - 1
        elif length * 5 > len(words) * 4:
            first = max(0, part - 1)
            while last + 1 < len(run.starts) and run.end_of(last) - run.starts[part] < length * 12 and last < part + 12:
                last += 1
        start = run.starts[first]
        if (first, last) != (part, part):
            words = words_of(run.text[start : run.end_of(last)])
        return cls(run, start, words)

    def promise(self, keys: Sequence[str]) -> float:
        """How like the best stretch of it may be, an official text a little more."""
        found = partial_ratio_alignment(keys, [word.key for word in self.words])
        return (found.score if found else 0.0) / 100 + (OFFICIAL if self.run.is_article else 0.0)
