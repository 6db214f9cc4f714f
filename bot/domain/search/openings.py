"""The cheapest way to tell that none of some phrases stands in a text: none of the words they begin with does."""

from collections.abc import Iterable

from bot.domain.search.tokens import runs


class Openings:
    """Built once for phrases that are folded, of which those in Latin letters are sought as whole words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        found = [runs(phrase) for phrase in phrases]
        first = {parts[0].text for parts in found if parts}
        self._words = frozenset(word for word in first if word.isascii())
        self._letters = frozenset(word[0] for word in first if not word.isascii())

    def may_stand_in(self, text: str) -> bool:
        """Whether any of the phrases may stand in a text whose runs are parted by spaces."""
        if not self._words.isdisjoint(text.split(" ")):
            return True
        return not text.isascii() and not self._letters.isdisjoint(text)
