"""What a search is asked for, and what it answers."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from bot.domain.model import Kind

Outcome = Literal["match", "ask", "none", "boundary"]
Where = Callable[[Kind, str], bool]
"""Whether an entry, by kind and id, may be offered."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries may be offered: all, or those of some kinds, or those that a function says."""

    kinds: Collection[Kind] | None = None
    where: Where | None = None
    hidden: Collection[str] = ()
    """The ids of briefings that are not shown."""

    def may_take(self, kind: Kind) -> bool:
        """Whether any entry of a kind may be offered."""
        return self.kinds is None or kind in self.kinds

    def takes(self, kind: Kind, key: str) -> bool:
        """Whether an entry may be offered."""
        if kind == "brief" and key in self.hidden:
            return False
        return self.may_take(kind) and (self.where is None or self.where(kind, key))


class Hit(NamedTuple):
    """Something to offer, and why."""

    kind: Kind
    id: str
    score: float
    """From 0 to 1; comparable within one answer."""
    why: str
    """One word for what matched: title, alias, article, term, name, words, speaker, publisher, author, text, asked or
    start."""
    matched: str
    """The title, alias or other text that matched."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question means: one thing, one of several, nothing we have, or something we do not answer.

    With `none` the results are the nearest topics, to be offered as no more than that, and empty where nothing is near;
    with `boundary` the boundary comes first and after it the briefs to read instead.
    """

    outcome: Outcome
    results: tuple[Hit, ...]


def once(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits without those of an entry that came before."""
    first: dict[tuple[Kind, str], Hit] = {}
    for hit in hits:
        first.setdefault((hit.kind, hit.id), hit)
    return tuple(first.values())
