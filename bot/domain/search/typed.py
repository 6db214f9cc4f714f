"""A question as it was typed, and as it is put right."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from bot.domain.search.tokens import Run, Token, in_runs, runs
from bot.domain.text.folding import SEARCHED

_ALL_SURE: Final[Mapping[str, float]] = MappingProxyType({})


class PutRight:
    """A question, and the words in it that were put right, each with how sure it is that it was meant."""

    __slots__ = ("_in_runs", "runs", "sure", "text", "tokens")

    def __init__(self, text: str, found: Sequence[Run], sure: Mapping[str, float] = _ALL_SURE) -> None:
        self.text = text
        self.runs = found
        self.sure = sure
        self.tokens: list[Token] | None = None
        """What the index has cut it into; None until that is asked for."""
        self._in_runs: str | None = None

    @property
    def in_runs(self) -> str:
        """The question folded, its runs parted by spaces."""
        if self._in_runs is None:
            self._in_runs = in_runs(self.text) if self.sure else " ".join([run.text for run in self.runs])
        return self._in_runs

    def part(self, text: str) -> "PutRight":
        """A part of the question."""
        return PutRight(text, runs(SEARCHED(text)), self.sure)


class Typed(NamedTuple):
    """What was typed, folded and put right."""

    folded: str
    runs: Sequence[Run]
    whole: PutRight
    begun: PutRight
    """With its last word left alone, as it may be half typed; the same as the whole where that makes no difference."""
