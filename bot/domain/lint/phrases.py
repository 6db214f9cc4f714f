"""Finding the words of a list in running text."""

import re
from collections.abc import Iterable, Iterator

from bot.domain.lint.dates import mentions
from bot.domain.verify import fold, quoted_ranges


def phrases_in(text: str, phrases: Iterable[str]) -> list[str]:
    """Which of the phrases stand in the text as whole words, whatever their case; `not` stands in `don't` too."""
    folded = fold(text).text.casefold()
    return [phrase for phrase in phrases if _stands(fold(phrase).text.casefold(), folded)]


def blanked(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """The text with spaces in place of what stands in the ranges."""
    for start, end in ranges:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def unquoted(text: str) -> str:
    """What stands outside double quotation marks."""
    return blanked(text, quoted_ranges(text))


def undated(text: str) -> str:
    """The text without its dates, so that the month of May allows nothing."""
    return blanked(text, ((mention.start, mention.end) for mention in mentions(text)))


def spaced_words(text: str) -> Iterator[str]:
    """What stands between white space and has a letter or digit: how words are counted for lengths."""
    return (word for word in text.split() if any(character.isalnum() for character in word))


def _stands(phrase: str, folded: str) -> bool:
    pattern = rf"(?<!\w){re.escape(phrase)}(?!\w)"
    if phrase == "not":
        pattern += r"|n't(?!\w)"
    return re.search(pattern, folded) is not None
