"""Finding the words of a list in running text, and leaving parts of a text out."""

import re
from collections.abc import Iterable, Iterator

from bot.domain.text.dates import mentions
from bot.domain.text.folding import CASELESS
from bot.domain.text.marks import quoted_ranges


class Phrases:
    """Words and phrases to look for, whatever their case; `not` stands in `don't` too."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_key = {CASELESS(phrase): phrase for phrase in phrases}
        longest_first = sorted(self._by_key, key=lambda key: (-len(key), key))
        listed = "|".join(re.escape(key) for key in longest_first) or r"(?!)"
        negated = r"|(?<=n't)(?!\w)" if "not" in self._by_key else ""
        self._pattern = re.compile(rf"(?<!\w)(?:{listed})(?!\w){negated}")

    def within(self, text: str) -> list[str]:
        """Those that stand in the text as whole words, in order, as the list writes them."""
        return self.in_plain(CASELESS(text))

    def in_plain(self, text: str) -> list[str]:
        """The same of a text that is folded without case already."""
        found = (match.group() for match in self._pattern.finditer(text))
        return list(dict.fromkeys(self._by_key[key or "not"] for key in found))


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
