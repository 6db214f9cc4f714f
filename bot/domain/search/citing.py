"""Questions that are citations: `article 33 refugee convention`, `CAT 3`, `33(1)`."""

from dataclasses import dataclass

from bot.domain.citation.articlenumber import key_of
from bot.domain.citation.citations import Citation, Citations
from bot.domain.library import Library
from bot.domain.search.answer import Hit


@dataclass(frozen=True, slots=True)
class Cited:
    """What a question cites."""

    articles: tuple[Hit, ...] = ()
    """The stored articles that it cites."""
    others: tuple[Hit, ...] = ()
    """Those that a bare number may stand for as well: `article 3` may be the start of 33."""
    stranger: str = ""
    """The word beside a number that is no instrument of ours; empty when there is none."""
    is_not_stored: bool = False
    """It cites an article of a known instrument that the library does not hold."""


class Citing:
    """Finds the articles that a question cites, and those it may be going to cite."""

    def __init__(self, library: Library) -> None:
        self.citations = Citations(library.instruments.values())
        self._provisions = library.provisions

    def read(self, text: str) -> Cited:
        """What a text cites."""
        reading = self.citations.read(text)
        stored = [citation for citation in reading.citations if citation.article]
        return Cited(
            tuple(map(self._hit, stored)),
            tuple(hit for citation in stored for hit in self._begun_by(citation)) if reading.is_bare else (),
            reading.stranger,
            bool(reading.citations) and not stored,
        )

    def _hit(self, citation: Citation) -> Hit:
        return Hit("article", citation.article or "", 1.0, "article", self.citations.printed(citation))

    def _begun_by(self, citation: Citation) -> list[Hit]:
        base = key_of(citation.number)[0]
        return [
            Hit("article", provision.id, 0.5, "article", provision.citation)
            for provision in self._provisions.values()
            if provision.id != citation.article and key_of(provision.article.number)[0].startswith(base)
        ]
