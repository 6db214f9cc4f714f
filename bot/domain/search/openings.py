"""The cheapest way to tell that none of some phrases stands in a text: of none of them does the longest word."""

from collections.abc import Iterable

from bot.domain.search.tokens import runs


class Openings:
    """Built once for phrases that are folded, of which those in Latin letters are sought as whole words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        found = [runs(phrase) for phrase in phrases]
        latin = [parts for parts in found if all(run.text.isascii() for run in parts)]
        self._words = frozenset(max((run.text for run in parts), key=len) for parts in latin if parts)
        self._letters = frozenset(parts[0].text[0] for parts in found if parts and parts not in latin)

    def may_stand_in(self, text: str) -> bool:
        """Whether any of the phrases may stand in a text whose runs are parted by spaces."""
        if not self._words.isdisjoint(text.split(" ")):
            return True
        return not text.isascii() and not self._letters.isdisjoint(text)
