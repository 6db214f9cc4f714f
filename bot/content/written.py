"""Where in the files each item was written."""

from typing import NamedTuple

from bot.content.yamlfile import Value, Way, YamlFile
from bot.domain.problem import Finding, Problem, Section, Spot


class WrittenItem(NamedTuple):
    """The file that an item is in, and the way to it."""

    file: YamlFile
    way: Way


class WrittenItems:
    """Every item that was read, also one that could not be understood."""

    def __init__(self) -> None:
        self._items: dict[tuple[Section, str], WrittenItem] = {}

    def note(self, section: Section, key: str, file: YamlFile, way: Way = ()) -> None:
        """Say where an item stands: in its own file, or on a way inside one."""
        self._items[section, key] = WrittenItem(file, way)

    def of(self, section: Section, key: str) -> WrittenItem | None:
        """Where an item stands; None where there is none of this id."""
        return self._items.get((section, key))

    def placed(self, finding: Finding) -> Problem:
        """A finding with the file and line of its spot."""
        file, way = self._around(finding.spot)
        line = file.line((*way, *finding.spot.path))
        return Problem(file.path, line, finding.what, finding.mend, finding.warning, finding.code)

    def part(self, spot: Spot, *, around: bool = False) -> Value:
        """What was written at a spot, or in the part of the item around it."""
        file, way = self._around(spot)
        return file.part((*way, *(spot.path[:-1] if around else spot.path)))

    def _around(self, spot: Spot) -> WrittenItem:
        return self._items[spot.section, "wording" if spot.section == "wording" else spot.id]  # there is only the one
