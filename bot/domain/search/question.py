"""A question, and what several parts of the search read from it: each thing once, however many ask for it."""

from functools import cached_property

from bot.domain.model import Boundary
from bot.domain.search.bound import Bonds, Bound
from bot.domain.search.boundaries import Boundaries
from bot.domain.search.citing import Cited, Citing
from bot.domain.search.typed import Typed


class Question:
    """Lives as long as it is being answered; nothing of it stays with what reads it."""

    def __init__(self, typed: Typed, boundaries: Boundaries, citing: Citing, bonds: Bonds) -> None:
        self.text, self.folded, self.runs, self.whole, self.begun = typed
        self._boundaries = boundaries
        self._citing = citing
        self._bonds = bonds

    @cached_property
    def in_runs(self) -> str:
        """The question as it is written, folded, its runs parted by spaces."""
        return " ".join([run.text for run in self.runs])

    @cached_property
    def boundary(self) -> Boundary | None:
        """The boundary that it touches, as it is written or with its spelling put right."""
        if found := self._boundaries.touched(self.runs):
            return found
        return self._boundaries.asked(self.whole.text) if self.whole.sure else None

    @cached_property
    def written(self) -> Cited:
        """The articles that it cites as it is written."""
        return self._citing.read(self.text)

    @cached_property
    def cited(self) -> Cited:
        """The articles that it cites as it is written, or else with its spelling put right."""
        cited = self.written
        is_read = cited.articles or cited.instrument or cited.is_not_stored
        return self._citing.read(self.whole.text) if self.whole.sure and not is_read else cited

    @cached_property
    def bound(self) -> Bound | None:
        """What it asks of who is bound by what, as it is written."""
        return self._bonds.asked(self.text, self.in_runs)

    @cached_property
    def bound_if_spelt(self) -> Bound | None:
        """The same, or else that of its spelling put right."""
        return self.bound or (self._bonds.asked(self.whole.text, self.whole.in_runs) if self.whole.sure else None)
