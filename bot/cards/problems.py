"""Lists of problems: on the card as far as they fit it, and whole in a file where they do not."""

from collections.abc import Sequence

from bot.cards.card import Block, Enclosed, Text
from bot.cards.escape import escape_line
from bot.domain.problem import Problem, counted
from bot.words.catalogue import Words

NAME = "problems.txt"
LONGEST = 1_500
"""Characters of a list that stands on a card; a longer one is begun there."""


def problem_blocks(problems: Sequence[Problem], words: Words, *, paths: bool = True) -> tuple[Block, ...]:
    """Every problem with file and line, as `check` tells them; without those where `paths` is no."""
    lines = [f"- {_line(problem, paths=paths)}" for problem in problems]
    shown = list(lines)
    while sum(map(len, shown)) > LONGEST and len(shown) > 1:
        shown.pop()
    if len(shown) == len(lines):
        return (Text("\n".join(lines)),)
    whole = "\n".join([*(_plain(problem, paths=paths) for problem in problems), counted(problems), ""])
    more = words.count("desk.more-problems", len(lines) - len(shown))
    return Text("\n".join(shown)), Text(more), Enclosed(NAME, whole.encode())


def _line(problem: Problem, *, paths: bool) -> str:
    place = f"{problem.path}:{problem.line}".replace("`", "'")
    where = f"`{place}` " if paths else ""
    follows = f" (+{problem.follows})" if problem.follows else ""
    code = f"{problem.code} " if problem.code else ""
    return f"{where}{code}{escape_line(problem.what)}; {escape_line(problem.mend)}{follows}"


def _plain(problem: Problem, *, paths: bool) -> str:
    return str(problem) if paths else str(problem).removeprefix(f"{problem.path}:{problem.line}: ")
