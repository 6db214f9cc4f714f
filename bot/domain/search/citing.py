"""Questions that are citations: `article 33 refugee convention`, `CAT 3`, `33(1)`."""

from bot.domain.articlenumber import key_of
from bot.domain.citation import Citation, Citations
from bot.domain.library import Library
from bot.domain.search.answer import Hit


class Citing:
    """Finds the articles that a question cites, and those it may be going to cite."""

    def __init__(self, library: Library) -> None:
        self.citations = Citations(library.instruments.values())
        self._provisions = library.provisions

    def cited(self, text: str) -> list[Hit]:
        """The stored articles that a text cites, as hits."""
        return [self._hit(citation) for citation in self.citations.read(text).citations if citation.article]

    def is_stored_nowhere(self, text: str) -> bool:
        """Whether a text cites an article of a known instrument that the library does not hold."""
        citations = self.citations.read(text).citations
        return bool(citations) and not any(citation.article for citation in citations)

    def stranger(self, text: str) -> str:
        """The word beside a number that is no instrument of ours; empty when there is none."""
        return self.citations.read(text).stranger

    def others(self, text: str) -> list[Hit]:
        """The articles that a bare number may stand for besides its own: `article 3` may be the start of 33."""
        reading = self.citations.read(text)
        return [
            Hit("article", provision.id, 0.5, "article", provision.citation)
            for citation in reading.citations
            if reading.is_bare
            for provision in self._provisions.values()
            if provision.id != citation.article
            and key_of(provision.article.number)[0].startswith(key_of(citation.number)[0])
        ]

    def _hit(self, citation: Citation) -> Hit:
        return Hit("article", citation.article or "", 1.0, "article", self.citations.printed(citation))
