"""What a test has asked to go wrong, in the order in which it does."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Fault = TypeVar("Fault")


@dataclass
class _Line(Generic[Fault]):
    pattern: re.Pattern[str]
    faults: deque[Fault]
    always: bool


@dataclass
class Plan(Generic[Fault]):
    """Faults that wait for whatever they are meant for."""

    _lines: list[_Line[Fault]] = field(default_factory=list[_Line[Fault]])

    def add(self, pattern: str, faults: Sequence[Fault], *, always: bool) -> None:
        """One fault each for the next that match; `always` has the last again and again."""
        self._lines.append(_Line(re.compile(pattern), deque(faults), always))

    def next(self, what: str) -> Fault | None:
        """The fault that is due for what has this name, if any."""
        for line in self._lines:
            if line.faults and line.pattern.search(what):
                again = line.always and len(line.faults) == 1
                return line.faults[0] if again else line.faults.popleft()
        return None

    def clear(self) -> None:
        self._lines.clear()
