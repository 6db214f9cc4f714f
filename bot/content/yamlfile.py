"""What a YAML file says: every scalar as the text that was typed, and the line of every part."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.problem import Explanation, Problem

Value = str | None | list["Value"] | dict[str, "Value"]
Way = tuple[str | int, ...]
"""The way to a part of a file: keys and positions, from the outside in."""


@dataclass(frozen=True)
class YamlFile:
    """What a file says; `path` is as problems name it, `lines` gives the line of every part.

    `value` is None where the file could not be read; `text` is then what of it there is.
    """

    path: str
    value: Value
    lines: Mapping[Way, int]
    problems: tuple[Problem, ...] = ()
    text: str = ""

    def part(self, way: Way) -> Value:
        """What stands at a place; None where there is no such place."""
        value = self.value
        for step in way:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value

    def line(self, way: Way) -> int:
        """The line of a part, or of the nearest part around it that the file has."""
        while way and way not in self.lines:
            way = way[:-1]
        return self.lines.get(way, 1)

    def problem(self, rule: Explanation, way: Way, what: str, mend: str) -> Problem:
        """A problem at a part of the file."""
        return Problem(self.path, self.line(way), what, mend, code=rule.code)


def is_all_comments(text: str) -> bool:
    """Whether a text sets nothing, and says so: it has comments and no more. An empty one may be lost by mistake."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return bool(lines) and all(line.startswith("#") for line in lines)
