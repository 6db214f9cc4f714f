"""Reads the files of a library one after another, until there are too many problems."""

from pathlib import Path

from bot.bounds import MOST_PROBLEMS_IN_ALL
from bot.content.codes.files import EMPTY, TOO_WRONG
from bot.content.read import path_in, read
from bot.content.yamlfile import YamlFile
from bot.domain.problem import Problem


class Files:
    """What was read, and the problems so far, which whoever looks into the files adds to."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.paths: set[str] = set()
        """The files that were read, or left because of all the problems before them."""
        self._end: Problem | None = None
        """Where reading ended."""

    def read(self, file: Path, root: Path, *, may_be_empty: bool = False) -> YamlFile:
        """Read a file below `root`, and note what is wrong with it."""
        if len(self.problems) >= MOST_PROBLEMS_IN_ALL:
            return self._left(file, root)
        content = read(file, root)
        self.problems += [one for one in content.problems if not (may_be_empty and one.code == EMPTY.code)]
        self.paths.add(content.path)
        return content

    def _left(self, file: Path, root: Path) -> YamlFile:
        """A file that comes after so many problems that it is not looked at."""
        path = path_in(file, root)
        self.paths.add(path)
        if self._end is None:
            what, mend = f"there are more than {MOST_PROBLEMS_IN_ALL:,} problems", "mend those of other files first"
            self._end = Problem(
                path, 1, what, f"{mend}; this one and those after it were not read", code=TOO_WRONG.code
            )
            self.problems.append(self._end)
        return YamlFile(path, None, {}, (self._end,))
