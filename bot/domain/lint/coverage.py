"""Coverage: how much of what is registered of each document a reader can reach."""

from dataclasses import dataclass

from bot.domain.library import Library
from bot.domain.lint.references import references


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of one document: the quotations and narrations registered, and how many of each something rests on."""

    document: str
    quotations: int
    quotations_used: int
    narrations: int
    narrations_used: int

    def __str__(self) -> str:
        return (
            f"{self.document}: {self.quotations_used} of {self.quotations} quotations and "
            f"{self.narrations_used} of {self.narrations} claims used"
        )


def coverage(library: Library) -> list[Coverage]:
    """The coverage of every document, in register order; evidence that two documents carry counts with its first."""
    used = {named.id for named in references(library)}
    used |= {key for key, evidence in library.evidence.items() if evidence.compares in library.provisions}
    return [_of(document, library, used) for document in library.documents]


def _of(document: str, library: Library, used: set[str]) -> Coverage:
    quotations = [key for key, item in library.quotations.items() if item.document == document]
    narrations = [
        key for key, item in library.evidence.items() if item.document == document and item.kind == "narration"
    ]
    return Coverage(
        document,
        len(quotations),
        sum(key in used for key in quotations),
        len(narrations),
        sum(key in used for key in narrations),
    )
