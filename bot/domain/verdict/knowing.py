"""What the library knows of words that stand somewhere: the evidence they belong to, and what is printed around them.

Of `harsh treatment of repatriated defectors` it knows the quotation whose words these are, and so who said them.
"""

from collections.abc import Iterator, Sequence

from bot.domain.library import Library
from bot.domain.model import Evidence
from bot.domain.verdict.dating import Owned
from bot.domain.verdict.runs import Place, Whole

Found = tuple[Whole, int, int]
"""A range of the text of a run."""


class Knowledge:
    """The evidence of one library by its places."""

    def __init__(self, library: Library) -> None:
        self._proofs: dict[Place, list[tuple[Evidence, int, int]]] = {}
        for evidence in library.evidence.values():
            for passages in (evidence.passages, *evidence.also_passages):
                for passage in passages:
                    proof = (evidence, passage.start, passage.end)
                    self._proofs.setdefault((passage.document, passage.paragraph), []).append(proof)

    def of(self, found: Sequence[Found]) -> Owned:
        """Everything about words that were found at several places."""
        evidence = [item for each in found for item in self._overlapping(*each)]
        places = [(run.owner, run.name_at(start)) for run, start, _ in found]
        passage = " ".join(
            run.sources[part]
            for run, start, end in found
            for part in range(run.part_at(start), run.part_at(end - 1) + 1)
        )
        return Owned(evidence, places, passage)

    def evidence(self, run: Whole, start: int, end: int) -> Evidence | None:
        """The closest evidence around a range, a quotation before a narration."""
        if run.is_article or run.part_at(start) != run.part_at(end - 1):
            return None
        begun, ended = run.original(start, end)
        around = [
            (evidence.kind != "quotation", to - since, evidence)
            for evidence, since, to in self._proofs.get((run.owner, run.name_at(start)), ())
            if since <= begun + 1 and ended <= to + 1
        ]
        return min(around, key=lambda each: each[:2])[2] if around else None

    def _overlapping(self, run: Whole, start: int, end: int) -> Iterator[Evidence]:
        """What the library knows of any of the words."""
        for part in range(run.part_at(start), run.part_at(end - 1) + 1) if not run.is_article else ():
            since, until = max(start, run.starts[part]), min(end, run.end_of(part))
            begun, ended = run.original(since, until)
            for evidence, first, last in self._proofs.get((run.owner, run.names[part]), ()):
                if first < ended and begun < last:
                    yield evidence
