"""Libraries of any size, made of invented words: the same every time for the same size."""

import random
from itertools import accumulate

from bot.domain.library import Library
from bot.domain.model import Document
from tests.builders import a_brief, a_document, a_library

_ENDINGS = ("a", "e", "i", "o", "u", "an", "er", "is")
_SYLLABLES = [first + second for first in "bcdfghjklmnprstvwz" for second in _ENDINGS]
_WORDS = 20_000
_ENGLISH = ("no", "never", "so", "to", "do", "he", "nine")
_SEED = 1951


def library_of_briefs(count: int) -> Library:
    """A library of so many briefs, each with a title, five aliases, an answer and three claims."""
    words = Words(random.Random(_SEED))  # noqa: S311 - figures, not secrets
    return a_library(
        *(
            a_brief(
                f"brief-{number}",
                words.run(4, 6).capitalize(),
                *(words.run(15, 25) for _ in range(3)),
                answer=words.run(15, 25),
                aliases=tuple(dict.fromkeys(words.run(2, 4) for _ in range(5))),
            )
            for number in range(count)
        )
    )


def documents(count: int) -> list[Document]:
    """So many documents of twenty paragraphs, a thousand words each."""
    words = Words(random.Random(_SEED))  # noqa: S311 - the same
    return [
        a_document(f"document-{number}", *(f"{words.run(20, 80).capitalize()}." for _ in range(20)))
        for number in range(count)
    ]


class Words:
    """Invented words of so many syllables at the least, some common and most rare, as in a language."""

    def __init__(self, chance: random.Random, least: int = 1) -> None:
        self._chance = chance
        self._least = least
        self.all = [self.new() for _ in range(_WORDS)]
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(_WORDS)))

    def run(self, least: int, most: int) -> str:
        """Words one after another, at least and at most so many."""
        count = self._chance.randint(least, most)
        return " ".join(self._chance.choices(self.all, cum_weights=self._weights, k=count))

    def new(self) -> str:
        """One more word, by chance one of those there are; none that means something in English."""
        word = ""
        while word in {"", *_ENGLISH}:
            word = "".join(self._chance.choices(_SYLLABLES, k=self._chance.randint(self._least, 4)))
        return word
