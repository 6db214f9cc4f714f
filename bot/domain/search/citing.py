"""Questions that are citations: `article 33 refugee convention`, `CAT 3`, `33(1)`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.citation.articlenumber import key_of
from bot.domain.citation.citations import Citation, Citations, Reading
from bot.domain.library import Library
from bot.domain.search.answer import Hit


@dataclass(frozen=True, slots=True)
class Cited:
    """What a question cites."""

    articles: tuple[Hit, ...] = ()
    """The stored articles that it cites."""
    others: tuple[Hit, ...] = ()
    """Those that a bare number may stand for as well: `article 3` may be the start of 33."""
    held: tuple[Hit, ...] = ()
    """Where it cites an article of a known instrument that the library does not hold, those of it that it does."""
    instrument: Hit | None = None
    """The instrument that it names and nothing else; of one without articles or parties briefings tell more."""
    stranger: str = ""
    """The word beside a number that is no instrument of ours; empty when there is none."""
    is_doubted: bool = False
    """Beside the number stands a word that none of the articles has."""
    is_not_stored: bool = False
    """It cites an article of a known instrument that the library does not hold."""


_NOTHING: Final = Cited()


class Citing:
    """Finds the articles that a question cites, and those it may be going to cite."""

    def __init__(self, library: Library, is_known: Callable[[str], bool]) -> None:
        """`is_known` tells whether the library speaks of a word."""
        self.citations = Citations(library.instruments.values())
        self._is_known = is_known
        self._instruments = library.instruments
        self._provisions = library.provisions

    def reading(self, text: str) -> Reading:
        """What a text cites; a word beside a number that the library speaks of names no other law."""
        reading = self.citations.read(text)
        if reading.doubted and self._is_known(reading.stranger):
            return replace(reading, citations=(*reading.citations, *reading.doubted), stranger="")
        return reading

    def read(self, text: str) -> Cited:
        """What a text cites."""
        reading = self.reading(text)
        if not (reading.citations or reading.instruments or reading.stranger):
            return _NOTHING
        stored = [citation for citation in reading.citations if citation.article]
        is_not_stored = bool(reading.citations) and not stored
        return Cited(
            tuple(map(self._hit, stored)),
            tuple(hit for citation in stored for hit in self._begun_by(citation)) if reading.is_bare else (),
            tuple(self._held({citation.instrument for citation in reading.citations})) if is_not_stored else (),
            self._named(reading),
            reading.stranger,
            bool(reading.doubted),
            is_not_stored,
        )

    def _held(self, instruments: set[str]) -> Iterator[Hit]:
        return (
            Hit("article", provision.id, 0.5, "article", provision.citation)
            for provision in self._provisions.values()
            if provision.instrument.id in instruments
        )

    def _named(self, reading: Reading) -> Hit | None:
        if not reading.is_a_name or len(reading.instruments) != 1:
            return None
        instrument = self._instruments[reading.instruments[0]]
        is_told = bool(instrument.articles or instrument.parties)
        return Hit("instrument", instrument.id, 1.0, "name", instrument.short) if is_told else None

    def _hit(self, citation: Citation) -> Hit:
        return Hit("article", citation.article or "", 1.0, "article", self.citations.printed(citation))

    def _begun_by(self, citation: Citation) -> list[Hit]:
        base = key_of(citation.number)[0]
        return [
            Hit("article", provision.id, 0.5, "article", provision.citation)
            for provision in self._provisions.values()
            if provision.id != citation.article and key_of(provision.article.number)[0].startswith(base)
        ]
