"""What a check answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from bot.domain.verdict.dating import Attribution
from bot.domain.verdict.runs import Place

Verdict = Literal["exact", "altered", "absent"]
WORST: Final[Sequence[Verdict]] = ("absent", "altered", "exact")

DifferenceKind = Literal["negation", "exception", "number", "words", "case", "mark"]
GRAVEST: Final[Sequence[DifferenceKind]] = ("negation", "exception", "number", "words", "case", "mark")


@dataclass(frozen=True, slots=True)
class Difference:
    """What the text has, and what the document has in its place; one of the two may be empty."""

    kind: DifferenceKind
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Check:
    """The verdict on a text, or on one of its pieces."""

    verdict: Verdict
    words: str
    """The words that were checked, as they were given."""
    document: str | None = None
    """The document, or the instrument, where the words or those most like them stand; the first in register order."""
    paragraph: int | str | None = None
    """The line of the document's file, from 1; of an instrument the article and paragraph, `33(1)`."""
    through: int | str | None = None
    """The last paragraph, where the words run over several; None where they stand in one."""
    also: tuple[Place, ...] = ()
    """Where else the same words stand."""
    evidence: str | None = None
    """The id of the quotation or narration that the words belong to, if the library has one."""
    quotation: str | None = None
    """The same when it is a quotation; None where nobody is being quoted."""
    source_words: str | None = None
    """The document's own characters."""
    differences: tuple[Difference, ...] = ()
    """What differs, the gravest first: negations, exceptions, numbers, then the rest in reading order."""
    before: str | None = None
    """The words of the same sentence just before exact ones, where they negate or qualify them: `did not`."""
    follows: str | None = None
    """The words of the same sentence just after exact ones, where they do: `provided they present themselves …`."""
    omitted: tuple[str, ...] = ()
    """What the document has where the text has an ellipsis."""
    attribution: Attribution | None = None
    """Whether the text names the one whose words they are, or somebody else; None when it names nobody we know."""
    unknown_names: tuple[str, ...] = ()
    """Who is named as the speaker and is unknown to the library: that is said not to be checked."""
    citation: str | None = None
    """The article that the text cites for exact words and that is not theirs, as we print it."""
    short: bool = False
    """One or two common words: they stand in the library, and that proves nothing."""
    marks_a_change: bool = False
    """The text itself marks that it changed words, in square brackets or with *sic*."""
    pieces: tuple["Check", ...] = ()
    """The checks of the quotations in a text that was taken apart; the text's own fields are those of the worst."""

    def as_json(self) -> dict[str, object]:
        """The fields that other programs may rely on."""
        return {
            "verdict": self.verdict,
            "document": self.document,
            "paragraph": self.paragraph,
            "through": self.through,
            "also": [list(place) for place in self.also],
            "quotation": self.quotation,
            "source_words": self.source_words,
            "differences": [
                {"kind": difference.kind, "text": difference.text, "source": difference.source}
                for difference in self.differences
            ],
            "attribution": self.attribution,
            "before": self.before,
            "follows": self.follows,
            "short": self.short,
            "marks_a_change": self.marks_a_change,
            "unknown_names": list(self.unknown_names),
            "citation": self.citation,
            "words": self.words,
            "pieces": [piece.as_json() for piece in self.pieces],
        }

    def __str__(self) -> str:
        where = f": {self.document}, {self.paragraph}" if self.document else ""
        whose = " (attributed to somebody else)" if self.attribution == "other" else ""
        changed = "".join(f"\n  {each.kind}: '{each.text}' for '{each.source}'" for each in self.differences)
        return f"{self.verdict}{where}{whose}{changed}"
