"""A question, and what several parts of the search read from it: each thing once, however many ask for it."""

from functools import cached_property

from bot.domain.model import Boundary
from bot.domain.search.bound import Bonds, Bound
from bot.domain.search.boundaries import Boundaries
from bot.domain.search.citing import Cited, Citing
from bot.domain.search.index import Index
from bot.domain.search.typed import Typed


class Question:
    """Lives as long as it is being answered; nothing of it stays with what reads it."""

    def __init__(
        self, text: str, index: Index, boundaries: tuple[Boundaries, Boundaries], citing: Citing, bonds: Bonds
    ) -> None:
        """`boundaries` are those in any case, and those where nothing fits."""
        self.text = text
        self._index = index
        self._boundaries, self._boundaries_otherwise = boundaries
        self._citing = citing
        self._bonds = bonds

    @cached_property
    def typed(self) -> Typed:
        """The question taken apart, and with its spelling put right."""
        return self._index.spelling.typed(self.text)

    @cached_property
    def in_runs(self) -> str:
        """The question as it is written, folded, its runs parted by spaces."""
        return " ".join([run.text for run in self.typed.runs])

    @cached_property
    def boundary(self) -> Boundary | None:
        """The boundary that it touches, as it is written or with its spelling put right."""
        return self._touched(self._boundaries)

    @cached_property
    def boundary_otherwise(self) -> Boundary | None:
        """The boundary that it touches where nothing surely fits it; one for people in danger before any other."""
        sure, wide = self.boundary, self._touched(self._boundaries_otherwise)
        return wide if sure is None or (wide and wide.urgent and not sure.urgent) else sure

    def _touched(self, boundaries: Boundaries) -> Boundary | None:
        if found := boundaries.touched(self.typed.runs):
            return found
        spelt = self.typed.whole
        return boundaries.asked(spelt.text) if spelt.sure else None

    @cached_property
    def written(self) -> Cited:
        """The articles that it cites as it is written."""
        return self._citing.read(self.text)

    @cached_property
    def cited(self) -> Cited:
        """The articles that it cites as it is written, or else with its spelling put right."""
        cited, spelt = self.written, self.typed.whole
        is_read = cited.articles or cited.instrument or cited.is_not_stored
        return self._citing.read(spelt.text) if spelt.sure and not is_read else cited

    @cached_property
    def bound(self) -> Bound | None:
        """What it asks of who is bound by what, as it is written."""
        return self._bonds.asked(self.text, self.in_runs)

    @cached_property
    def bound_if_spelt(self) -> Bound | None:
        """The same, or else that of its spelling put right."""
        spelt = self.typed.whole
        return self.bound or (self._bonds.asked(spelt.text, spelt.in_runs) if spelt.sure else None)
