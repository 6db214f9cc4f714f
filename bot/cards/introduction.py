"""What the library is about, in its own words, for those who do not know it yet."""

from collections.abc import Iterator

from bot.cards.escape import escape_line
from bot.domain.library import Library
from bot.domain.model import Introduction
from bot.words.catalogue import Words


def introduced(library: Library, words: Words) -> Iterator[str]:
    """The library in one sentence, and what one could ask of it; nothing where it does not say."""
    said = library.introduction(words.language)
    if said:
        yield words("introduction.subject", subject=escape_line(said.subject))
    if said and said.questions:
        asked = " ".join(f"“{escape_line(one)}”" for one in said.questions)
        yield words("introduction.such-as", questions=asked)


def introduction_lines(library: Library, words: Words) -> Iterator[str]:
    """The same, and what it is drawn from, of which years."""
    said = library.introduction(words.language)
    if said:
        subject, *asked = introduced(library, words)
        yield from (subject, *_drawn_from(library, said, words), *asked)


def _drawn_from(library: Library, said: Introduction, words: Words) -> Iterator[str]:
    what, years = escape_line(said.drawn_from), library.years
    if len(years) > 1:
        yield words("introduction.drawn-from", what=what, first=str(years[0]), last=str(years[-1]))
    elif years:
        yield words("introduction.drawn-from-one", what=what, year=str(years[0]))
