"""Tells of many problems the first, and that there are more."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from bot.bounds import MOST_PROBLEMS
from bot.content.codes import files
from bot.domain.problem import Problem


def first_of(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first `MOST_PROBLEMS`, and where there are more, where the next one stands; no further one is looked for."""
    found = iter(problems)
    yield from islice(found, MOST_PROBLEMS)
    if (beyond := next(found, None)) is not None:
        what, mend = f"there are more than {MOST_PROBLEMS:,} problems like those above", "mend those first"
        yield replace(beyond, what=what, mend=mend, code=files.TOO_WRONG.code, follows=0)
